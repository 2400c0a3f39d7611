package dev.pathrank.compare;

import java.util.List;

/**
 * Two periods, endpoint by endpoint.
 *
 * @param rows all endpoints, in the order of the contract
 * @param secondsBefore length of the first period
 * @param secondsAfter length of the second period
 */
public record Comparison(List<ComparedEndpoint> rows, long secondsBefore, long secondsAfter) {
    public Comparison {
        rows = List.copyOf(rows);
    }

    /** Returns the endpoints that must be rolled back. */
    public List<ComparedEndpoint> regressions() {
        return rows.stream().filter(row -> row.verdict() == Verdict.ROLL_BACK).toList();
    }
}
