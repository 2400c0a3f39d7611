/**
 * Generators of CloudFront logs from a seed: the small ones in {@code sample-logs/} and the large ones of the
 * benchmark. Start at {@link dev.pathrank.samples.SampleLogs} and {@link dev.pathrank.samples.BenchLogs}. Not part of
 * the shipped jar and independent of it: they need only the JDK and never read the clock, so a seed gives the same rows
 * everywhere.
 */
package dev.pathrank.samples;
