/**
 * Searches, compares, hashes and prints ranges of bytes. Start at {@link dev.pathrank.text.ByteSlice} and
 * {@link dev.pathrank.text.ByteSearch}. Knows nothing of logs, rows or paths, and makes no object for each of them.
 */
@NullMarked
package dev.pathrank.text;

import org.jspecify.annotations.NullMarked;
