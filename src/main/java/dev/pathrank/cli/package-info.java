/**
 * The command line: arguments become checked options, options become a run and a report, and whatever happens becomes
 * words and an exit code. Start at {@link dev.pathrank.cli.PathrankCli}. {@code options} holds what can be typed and
 * what it means, {@code command} what is done, {@code message} every wording, and {@code output} files, pipes and
 * progress. Sees every other package; only {@link dev.pathrank.Main} and the main class of {@code spark} see it.
 */
@NullMarked
package dev.pathrank.cli;

import org.jspecify.annotations.NullMarked;
