/**
 * Folds request paths into patterns: {@code /user/42} becomes {@code /user/<id>}. Start at
 * {@link dev.pathrank.pattern.PathFolder}, which gives each request the leaf it is counted at, and at the end returns
 * the patterns with their leaves.
 *
 * <p>The work is done below: {@code segment} classifies one segment, {@code tree} keeps every path in bounded memory,
 * {@code stated} matches what the user stated, and {@code learn} decides which segments are parameter values. Each of
 * them knows only those before it. Nothing here knows logs or what a leaf counts.
 */
@NullMarked
package dev.pathrank.pattern;

import org.jspecify.annotations.NullMarked;
