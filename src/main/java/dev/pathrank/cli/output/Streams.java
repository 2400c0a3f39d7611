package dev.pathrank.cli.output;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Standard streams of a command.
 *
 * @param in standard input
 * @param out standard output, unbuffered, whose failures must be visible; it carries the report and nothing else
 * @param err standard error, for messages and progress
 * @param inIsTerminal whether a person types what {@code in} gives
 * @param outIsTerminal whether a person reads {@code out}, so that colours help
 * @param errIsTerminal whether a person reads {@code err}, so that progress helps
 */
public record Streams(
        InputStream in,
        OutputStream out,
        PrintStream err,
        boolean inIsTerminal,
        boolean outIsTerminal,
        boolean errIsTerminal) {}
