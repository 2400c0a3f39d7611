/**
 * Where a command's results go, and what happens if they cannot be written. {@link dev.pathrank.cli.output.Outputs}
 * holds the files of a command, each an {@link dev.pathrank.cli.output.Output} that appears as a whole or not at all;
 * {@link dev.pathrank.cli.output.Console} follows a run on standard error and ends the command. A disk may be full, a
 * pipe closed, and a file somebody else's.
 */
@NullMarked
package dev.pathrank.cli.output;

import org.jspecify.annotations.NullMarked;
