package dev.pathrank.tally;

import dev.pathrank.log.LogType;

/**
 * Requests that two kinds of log both tell of.
 *
 * @param hours UTC hours in which there are any
 * @param rows about how many rows each of them has of such requests
 */
public record SharedTraffic(LogType one, LogType other, long hours, long rows) {}
