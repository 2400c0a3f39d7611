package dev.pathrank.report;

import dev.pathrank.tally.PatternStats;
import java.util.Objects;

/**
 * A row of the report of {@code patterns}.
 *
 * @param locked whether the lock file has it
 * @param reason explanation in words
 */
public record PatternRow(PatternStats stats, boolean locked, String reason) {
    public PatternRow {
        Objects.requireNonNull(stats, "stats");
        if (reason.isEmpty()) {
            throw new IllegalArgumentException("every row has a reason");
        }
    }
}
