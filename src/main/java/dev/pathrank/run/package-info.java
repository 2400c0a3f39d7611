/**
 * The run: log objects in, one sum of all their rows out. Start at {@link dev.pathrank.run.ThreadedRun}. Objects are fetched ahead and
 * processed by several threads, each into its own {@link dev.pathrank.run.PartialAggregate}; a share is a sum like the tally in it, so the
 * result does not depend on who read what. Nothing here prints: what happened is a value.
 */
package dev.pathrank.run;
