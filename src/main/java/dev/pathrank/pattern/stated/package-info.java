/**
 * Patterns and literal paths that the user stated, which are matched before anything is learned. Start at
 * {@link dev.pathrank.pattern.stated.StatedPatterns}, which finds the pattern of a request as a router would;
 * {@link dev.pathrank.pattern.stated.LiteralPaths} are paths that are never folded. {@code lock} reads and writes files
 * of reviewed patterns, {@code routes} reads what frameworks and descriptions declare.
 *
 * <p>Matching is on the hot path and makes no object for a path that is spelled as its pattern. Nothing here knows the
 * tree or reads a file.
 */
@NullMarked
package dev.pathrank.pattern.stated;

import org.jspecify.annotations.NullMarked;
