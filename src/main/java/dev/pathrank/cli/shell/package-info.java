/**
 * Texts for shells and terminals that are made from the models of the commands: completion for bash, zsh and fish, and
 * manual pages. Start at {@link dev.pathrank.cli.shell.Completion} or {@link dev.pathrank.cli.shell.ManualPage}. Knows
 * no command by name, so that a new option is in all of them at once.
 */
@NullMarked
package dev.pathrank.cli.shell;

import org.jspecify.annotations.NullMarked;
