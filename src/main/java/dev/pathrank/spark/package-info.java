/**
 * A run on Apache Spark. Start at {@link dev.pathrank.spark.SparkReading}: the driver lists, tasks read objects with
 * the same code as one machine does, their partial aggregates travel as bytes and are merged in a tree, and the driver
 * takes over what is left. Spark itself is not in the jar; it is provided where it runs the program. Knows {@code run},
 * and {@code cli} only in its main class.
 *
 * <p>A result consists of what tasks return and of nothing else. Accumulators only tell how far a run is, since a task
 * that is repeated adds to them twice.
 */
@NullMarked
package dev.pathrank.spark;

import org.jspecify.annotations.NullMarked;
