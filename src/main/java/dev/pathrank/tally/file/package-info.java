/**
 * Tallies as files: {@link dev.pathrank.tally.file.TallyFileWriter} and {@link dev.pathrank.tally.file.TallyFileReader}. A file says with which options
 * its rows were counted and of which log objects they are, so that nothing is added up that does not fit and nothing twice. The format is
 * described in {@code docs/tally-format.md}. Nothing here knows where files lie or what options are called.
 */
package dev.pathrank.tally.file;
