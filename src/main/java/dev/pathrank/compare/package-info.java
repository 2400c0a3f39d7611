/**
 * Two periods compared: what changed at each endpoint, how sure that is, and what to do. Start at
 * {@link dev.pathrank.compare.Comparer}, which takes counts of two periods and returns a
 * {@link dev.pathrank.compare.Comparison} with a {@link dev.pathrank.compare.Verdict} for each endpoint;
 * docs/compare.md states the rule. Decisions only: the words of a reason are made in {@code report}.
 */
@NullMarked
package dev.pathrank.compare;

import org.jspecify.annotations.NullMarked;
