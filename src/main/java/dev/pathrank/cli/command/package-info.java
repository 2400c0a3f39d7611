/**
 * The commands, each a screen that reads as a story: check the options, work out the answer from the counts, write it.
 * {@link dev.pathrank.cli.command.LogReport} counts and finishes. What two commands share is called, not inherited.
 * Start at {@link dev.pathrank.cli.command.RankCommand}; {@link dev.pathrank.run.LogRun} does the counting.
 */
@NullMarked
package dev.pathrank.cli.command;

import org.jspecify.annotations.NullMarked;
