package dev.pathrank.compare;

import dev.pathrank.tally.TalliedPeriods;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint in two periods, with a verdict.
 *
 * @param counts what it is and what was counted
 * @param moved whether it is one of those that the user named as moved
 * @param verdict what to do
 * @param findings the metrics that led to the verdict: those that got worse, or may have
 * @param notJudged metrics that are shown but were not judged, as the periods measure them in different ways
 * @param causes what the shape of the change hints at, most likely first
 * @param worst the minute with the most 5xx of the second period; null where there is none
 */
public record ComparedEndpoint(
        TalliedPeriods.Pair counts,
        boolean moved,
        Verdict verdict,
        Set<Metric> findings,
        Set<Metric> notJudged,
        Set<Cause> causes,
        @Nullable WorstMinute worst) {
    public ComparedEndpoint {
        findings = Set.copyOf(findings);
        notJudged = Set.copyOf(notJudged);
        causes = Set.copyOf(causes);
    }

    /**
     * The minute with the most 5xx.
     *
     * @param second its first second, since the epoch
     * @param errors5xx origin calls of it with status 500 to 599, at least 1
     */
    public record WorstMinute(long second, long errors5xx) {}
}
