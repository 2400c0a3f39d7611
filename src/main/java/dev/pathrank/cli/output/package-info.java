/**
 * Where results go, and what happens when they cannot. Start at {@link dev.pathrank.cli.output.Output}. Nothing here knows what is
 * written; everything here knows that a disk may be full, a pipe closed and a file somebody else's.
 */
package dev.pathrank.cli.output;
