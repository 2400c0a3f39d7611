/**
 * Log objects in Amazon S3 or a compatible service, and a bucket as the place of a saved state. Start at
 * {@link dev.pathrank.source.s3.S3Source}. This is the one package that knows the AWS SDK for Java.
 * {@link dev.pathrank.source.s3.S3Listing} lists keys in parallel, {@link dev.pathrank.source.s3.ResumingBody} resumes
 * a body that broke off, {@link dev.pathrank.source.s3.RetryPolicy} holds all timeouts and retries, and
 * {@link dev.pathrank.source.s3.S3Faults} turns failures into messages, none of which contains a secret.
 */
@NullMarked
package dev.pathrank.source.s3;

import org.jspecify.annotations.NullMarked;
