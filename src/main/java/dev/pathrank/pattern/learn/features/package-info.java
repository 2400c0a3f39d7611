/**
 * The features of path segments, by which the model tells parameter values from literals. Start at
 * {@link dev.pathrank.pattern.learn.features.Feature}, the list of all features. For the segments after a
 * {@link dev.pathrank.pattern.learn.features.PatternPrefix}, each a
 * {@link dev.pathrank.pattern.learn.features.Sibling}, {@link dev.pathrank.pattern.learn.features.SegmentFeatures}
 * computes the vectors of the first round and {@link dev.pathrank.pattern.learn.features.SecondRoundFeatures} those of
 * the second.
 *
 * <p>Nothing here decides anything. Values must be equal to the last bit on every machine, because a stored model
 * compares them with thresholds.
 */
@NullMarked
package dev.pathrank.pattern.learn.features;

import org.jspecify.annotations.NullMarked;
