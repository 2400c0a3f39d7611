/**
 * Paths become patterns: {@code /user/42} becomes {@code /user/<id>}.
 *
 * <p>Start at {@link dev.pathrank.pattern.tree.PathTree}: every path that is counted goes into it, segment by segment, in bounded memory, and what the
 * tree keeps depends on the set of paths alone, never on their order, so that trees merge. {@link dev.pathrank.pattern.learn.PatternLearner} looks at
 * the finished tree and decides which segments are variables, by the {@link dev.pathrank.pattern.learn.SegmentFeatures} of each and a
 * {@link dev.pathrank.pattern.learn.FoldModel} trained on public interfaces; {@link dev.pathrank.pattern.stated.StatedPatterns} holds what the user decided
 * beforehand. This package knows nothing of logs and of what is counted: a leaf is whatever its user makes it.
 */
package dev.pathrank.pattern;
