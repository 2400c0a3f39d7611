/**
 * Makes CloudFront logs out of nothing but a seed: the small ones in {@code sample-logs/} and the large ones of the benchmark.
 * Start at {@link dev.pathrank.samples.SampleLogs} and {@link dev.pathrank.samples.BenchLogs}. Not part of the shipped jar, and
 * independent of what is: it needs the JDK alone, and never asks the clock, so that one seed gives the same rows everywhere.
 */
package dev.pathrank.samples;
