package dev.pathrank.tally;

import dev.pathrank.log.LogFamily;

/**
 * Requests that two kinds of log both tell of.
 *
 * @param hours UTC hours in which there are any
 * @param rows about how many rows each of them has of such requests
 */
public record SharedTraffic(LogFamily one, LogFamily other, long hours, long rows) {}
