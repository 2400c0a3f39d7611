/**
 * The command line: options become one value before any work starts, outcomes become words and an exit code. Start at
 * {@link dev.pathrank.cli.command.PathrankCommand} for what can be typed, at {@link dev.pathrank.cli.options.RankRequest} for what is then known and
 * at {@link dev.pathrank.cli.command.RankCommand} for what is done. It sees every other package; only {@code Main} sees it.
 */
package dev.pathrank.cli;
