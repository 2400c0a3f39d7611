/**
 * Fetches the stored bytes of log objects ahead of the threads that read them. Start at
 * {@link dev.pathrank.run.fetch.Prefetch}, which hands out each object as a
 * {@link dev.pathrank.run.fetch.FetchedObject}: whole in memory, as a pipe, or to be read directly.
 * {@link dev.pathrank.run.fetch.MemoryBudget} is the one place that divides the heap. Knows nothing of rows.
 */
@NullMarked
package dev.pathrank.run.fetch;

import org.jspecify.annotations.NullMarked;
