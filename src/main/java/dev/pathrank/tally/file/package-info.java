/**
 * Tallies as files: {@link dev.pathrank.tally.file.TallyFileWriter} and
 * {@link dev.pathrank.tally.file.TallyFileReader}. A file says with which options its rows were counted and from which
 * log objects they come, so that only what fits together is added up, and nothing twice. The format is described in
 * {@code docs/tally-format.md}. Nothing here knows where files lie or what options are called.
 */
@NullMarked
package dev.pathrank.tally.file;

import org.jspecify.annotations.NullMarked;
