/**
 * The words of the command line: errors, notices, the summary of a run, and exit codes. Values come in from the
 * packages below, sentences go out; every wording that a user sees on standard error is here. Start at
 * {@link dev.pathrank.cli.message.Messages}, which prints them, and at {@link dev.pathrank.cli.message.RunSummaryText}.
 * Knows no command and no option.
 */
@NullMarked
package dev.pathrank.cli.message;

import org.jspecify.annotations.NullMarked;
