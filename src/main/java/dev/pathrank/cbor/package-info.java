/**
 * Values as bytes for stored files and for messages between processes: CBOR (RFC 8949), compressed, in blocks with
 * checksums. Start at {@link dev.pathrank.cbor.Envelope}, a whole file; {@link dev.pathrank.cbor.CborWriter} writes
 * values and {@link dev.pathrank.cbor.CborReader} reads them in the same order. There are no names of values, so files
 * are small, and a list must be read to its end, so nothing is skipped unnoticed. This is the one package that knows
 * Jackson's CBOR.
 */
@NullMarked
package dev.pathrank.cbor;

import org.jspecify.annotations.NullMarked;
