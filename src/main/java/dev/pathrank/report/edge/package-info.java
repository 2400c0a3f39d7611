/**
 * The switch at CloudFront: a function that sends each request to the origin that the plan names, and its data. Start
 * at {@link dev.pathrank.report.edge.RouterFiles}; the function itself is the resource {@code router.js}.
 *
 * <p>The router matches as {@code StatedPatterns} does, in the same trees: {@code RouterStore} only packs them into
 * keys and values. The same plan gives the same bytes.
 */
@NullMarked
package dev.pathrank.report.edge;

import org.jspecify.annotations.NullMarked;
