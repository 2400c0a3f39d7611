/**
 * Values as bytes, for tally files: CBOR (RFC 8949) by Jackson, which nothing outside knows. Start at {@link dev.pathrank.cbor.CborWriter};
 * {@link dev.pathrank.cbor.ChecksummedOutputStream} puts checksums around the bytes. Whoever has something to store writes it item by item and reads it in
 * the same order; there are no names, so that a file is small, and every list must be read to its end, so that nothing is passed over.
 */
@NullMarked
package dev.pathrank.cbor;

import org.jspecify.annotations.NullMarked;
