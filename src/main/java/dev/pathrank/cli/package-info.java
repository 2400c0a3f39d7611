/**
 * The command line: options become one value before any work starts, outcomes become words and an exit code. Start at
 * {@link dev.pathrank.cli.PathrankCommand} for what can be typed, at {@link dev.pathrank.cli.RankRequest} for what is then known and
 * at {@link dev.pathrank.cli.RankCommand} for what is done. It sees every other package; only {@code Main} sees it.
 */
package dev.pathrank.cli;
