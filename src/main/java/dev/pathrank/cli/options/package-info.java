/**
 * The options of the command line. Groups of picocli fields ({@code …Arguments}) are checked together and become one
 * record for each command, such as {@link dev.pathrank.cli.options.RankRequest}, before any work starts. The parts of a
 * record are the values that the packages below take, such as {@link dev.pathrank.run.RunOptions}, so that an option is
 * named once and handed on as it is. Start at {@link dev.pathrank.cli.options.ReadArguments}. Knows no command.
 */
@NullMarked
package dev.pathrank.cli.options;

import org.jspecify.annotations.NullMarked;
