/**
 * Ranges of bytes and what is done with them: search, comparison, numbers, percent-encoding, globs, hashes. Start at
 * {@link dev.pathrank.text.ByteSlice}, a range of bytes as one value, and {@link dev.pathrank.text.ByteSearch}. The
 * package depends on nothing but the JDK and makes no object for each call that is made once a row.
 */
@NullMarked
package dev.pathrank.text;

import org.jspecify.annotations.NullMarked;
