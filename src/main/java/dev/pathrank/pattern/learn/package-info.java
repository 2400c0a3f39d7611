/**
 * Learns patterns from a finished path tree: which segments are literals and which are parameter values. Start at
 * {@link dev.pathrank.pattern.learn.PatternLearner}. For each {@link dev.pathrank.pattern.learn.features.PatternPrefix}
 * from the host down, {@link dev.pathrank.pattern.learn.SegmentFolder} asks the
 * {@link dev.pathrank.pattern.learn.FoldModel}, a gradient-boosted {@link dev.pathrank.pattern.learn.TreeEnsemble} over
 * {@link dev.pathrank.pattern.learn.features.Feature}s that was trained on public interfaces, corrects it by
 * {@link dev.pathrank.pattern.learn.FormRules} and {@link dev.pathrank.pattern.learn.LiteralOutliers}, and groups the
 * values into placeholders. The result is a {@link dev.pathrank.pattern.learn.LearnedPattern} for each pattern, with
 * its {@link dev.pathrank.pattern.learn.Explanation}.
 *
 * <p>Runs once, after all rows are counted. Results must be equal to the last bit on every machine and for every order
 * of the input: sums go over sorted keys, and functions are those of {@link java.lang.StrictMath}.
 */
@NullMarked
package dev.pathrank.pattern.learn;

import org.jspecify.annotations.NullMarked;
