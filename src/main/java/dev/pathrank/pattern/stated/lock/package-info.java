/**
 * Lock files: patterns that people have reviewed, as a text that lives next to their code. Start at
 * {@link dev.pathrank.pattern.stated.lock.LockFile}, which parses the text, answers what is locked, and returns the
 * text with new patterns added. No I/O: the caller reads and writes the file.
 */
@NullMarked
package dev.pathrank.pattern.stated.lock;

import org.jspecify.annotations.NullMarked;
