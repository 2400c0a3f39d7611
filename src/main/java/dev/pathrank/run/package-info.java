/**
 * The run: log objects in, one aggregate of all their rows out. Start at {@link dev.pathrank.run.LogRun}, whose
 * {@code count()} gives a {@link dev.pathrank.run.RunResult}. Objects are fetched ahead and read by several threads,
 * each into a {@link dev.pathrank.run.PartialAggregate} of its own; these merge in any order, so the result does not
 * depend on who read what: threads of this process ({@link dev.pathrank.run.ThreadedRun}) or another
 * {@link dev.pathrank.run.Engine}. Nothing here prints or knows the command line: events go to a
 * {@link dev.pathrank.run.RunListener}, and what should be known is a {@link dev.pathrank.run.RunNotice}.
 */
@NullMarked
package dev.pathrank.run;

import org.jspecify.annotations.NullMarked;
