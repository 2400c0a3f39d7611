package dev.pathrank.tally;

import dev.pathrank.pattern.learn.Explanation;
import java.util.List;

/**
 * A pattern of one method with its explanation.
 *
 * @param endpoint method, pattern and host
 * @param failuresOnly whether every row was refused (400 to 499) or aborted, so that it may be a scanner's
 * @param calls counted rows
 * @param firstSeen second of the earliest call, since the epoch
 * @param examples up to three real paths, masked and printable
 * @param explanation what decided about its segments
 */
public record PatternStats(
        Endpoint endpoint,
        boolean failuresOnly,
        long calls,
        long firstSeen,
        List<String> examples,
        Explanation explanation) {
    public PatternStats {
        examples = List.copyOf(examples);
    }

    /** Returns whether it is an endpoint that the user does not know of. */
    public boolean isNew() {
        return !endpoint.stated() && !failuresOnly;
    }
}
