package dev.pathrank.plan;

import dev.pathrank.plan.load.LoadTimeline;
import dev.pathrank.tally.EndpointStats;
import dev.pathrank.tally.seconds.DayVisitor;
import java.util.List;

/**
 * What a document shows besides the plan: filled while the plan reads the seconds, so that they are not read again.
 *
 * @param timeline of the same window
 * @param endpoints of any kind whose calls are shown to {@code calls}, with their places in this list
 * @param calls sees them in any order within a day
 */
public record DocumentLoads(LoadTimeline timeline, List<EndpointStats> endpoints, DayVisitor calls) {
    public DocumentLoads {
        endpoints = List.copyOf(endpoints);
    }

    /** Returns those of a document that shows no calls by hour. */
    public static DocumentLoads of(LoadTimeline timeline) {
        return new DocumentLoads(timeline, List.of(), (place, day, seconds, counts, size) -> {});
    }
}
