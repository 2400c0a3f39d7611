/**
 * What one path segment looks like, told from its bytes alone. Start at
 * {@link dev.pathrank.pattern.segment.SegmentKind}, which gives a segment its
 * {@link dev.pathrank.pattern.segment.Shape} (integer, UUID, word, file, …), and for a value with text around it the
 * {@link dev.pathrank.pattern.segment.Affix}. {@link dev.pathrank.pattern.segment.MaskedPath} decides what may be
 * shown, {@link dev.pathrank.pattern.segment.PathHash} holds the hashes by which the tree selects names.
 *
 * <p>Classifying is on the hot path: it works on slices and reused profiles and makes no object. Nothing here may
 * depend on other segments, on counts or on order, because trees merge only if a segment has the same kind everywhere.
 */
@NullMarked
package dev.pathrank.pattern.segment;

import org.jspecify.annotations.NullMarked;
