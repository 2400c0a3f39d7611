package dev.pathrank.report;

import dev.pathrank.tally.Endpoint;
import java.time.Instant;

/**
 * An endpoint that is neither locked nor stated.
 *
 * @param endpoint method, pattern and host
 * @param calls counted calls
 * @param firstSeen when the first of them was answered
 * @param example one real path, masked
 */
public record NewEndpoint(Endpoint endpoint, long calls, Instant firstSeen, String example) {}
