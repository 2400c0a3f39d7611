/**
 * The memory of a daily batch: one tally file for each UTC day of requests, and a manifest that names them and every
 * object whose rows are in them. Start at {@link dev.pathrank.state.State}. All files but the manifest are made once
 * and never changed; a new manifest makes all changes valid at once. A {@link dev.pathrank.source.Store} decides where
 * the files lie. Nothing here reads logs.
 */
@NullMarked
package dev.pathrank.state;

import org.jspecify.annotations.NullMarked;
