/**
 * Log objects in Amazon S3, or in anything that speaks its protocol, through the AWS SDK for Java. Start at
 * {@link dev.pathrank.source.s3.S3Source}. Listings come page by page and bodies are streamed, never copied to disk; a
 * body that breaks off is taken up again where it broke ({@link dev.pathrank.source.s3.ResumingBody}). This is the one
 * package that knows the SDK, and {@link dev.pathrank.source.s3.S3Faults} the one file that puts its failures into
 * words, none of which holds a secret.
 */
@NullMarked
package dev.pathrank.source.s3;

import org.jspecify.annotations.NullMarked;
