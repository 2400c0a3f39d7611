/**
 * A run on Apache Spark. Start at {@link dev.pathrank.spark.SparkReading}: the driver lists, tasks read objects through the same code as one machine does, their
 * shares travel as bytes and are merged in a tree, and the driver takes over what is left. Spark itself is not in the jar: it is there where Spark runs
 * the program.
 *
 * <p>A result is made of what tasks hand over and of nothing else. Accumulators only tell how far a run is, since a task that is repeated adds to them twice.
 */
package dev.pathrank.spark;
