package dev.pathrank.tally;

import dev.pathrank.pattern.learn.Explanation;
import java.util.List;

/**
 * A pattern of one method, and why it is what it is.
 *
 * @param host the viewer's host, or empty where hosts are added up
 * @param pattern the path pattern, printable
 * @param stated whether the user stated it, by whatever means
 * @param unmatched whether it stands for all that matches nothing the user pinned
 * @param failuresOnly whether every row was refused (400 to 499) or aborted, so that it may be a scanner's
 * @param calls counted rows
 * @param examples up to three real paths, masked and printable
 */
public record PatternStats(
        String host,
        String method,
        String pattern,
        boolean stated,
        boolean unmatched,
        boolean failuresOnly,
        long calls,
        List<String> examples,
        Explanation explanation) {
    public PatternStats {
        examples = List.copyOf(examples);
    }

    /** Whether it is an endpoint that the user does not know of. */
    public boolean isNew() {
        return !stated && !failuresOnly;
    }
}
