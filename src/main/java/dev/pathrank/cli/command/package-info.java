/**
 * The commands, each a screen that reads as a story: check the options, open the outputs and the run, count, work out
 * the answer, write it, finish. What two commands share is called, not inherited. Start at
 * {@link dev.pathrank.cli.command.RankCommand}; {@link dev.pathrank.run.LogRun} does the counting.
 */
@NullMarked
package dev.pathrank.cli.command;

import org.jspecify.annotations.NullMarked;
