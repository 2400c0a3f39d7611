package dev.pathrank.tally;

import dev.pathrank.log.LogType;

/**
 * The requests that two types of log both record.
 *
 * @param hours UTC hours that have any
 * @param rows about how many rows each type has of such requests
 */
public record SharedTraffic(LogType one, LogType other, long hours, long rows) {}
