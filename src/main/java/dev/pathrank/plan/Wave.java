package dev.pathrank.plan;

import dev.pathrank.plan.data.Quota;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints that move together.
 *
 * @param number from 1
 * @param first place of its first endpoint in the sequence
 * @param last place of its last one
 * @param uses what all that has moved by then uses of every quota that is shared, and then the most that one of its endpoints uses of every other
 * @param breaks quotas that this wave is the first to pass
 * @param additions to quotas that were passed before
 * @param alone what single endpoints pass of quotas that they do not share
 */
public record Wave(
        int number,
        Phase phase,
        int first,
        int last,
        List<QuotaUse> uses,
        List<Break> breaks,
        List<Addition> additions,
        List<Alone> alone) {
    public Wave {
        additions = List.copyOf(additions);
        alone = List.copyOf(alone);
        uses = List.copyOf(uses);
        breaks = List.copyOf(breaks);
        if (number < 1 || first < 0 || last < first) {
            throw new IllegalArgumentException("wave " + number + " from " + first + " to " + last);
        }
    }

    /**
     * A quota that is passed.
     *
     * @param place of the endpoint that does it
     * @param at when, in seconds since the epoch; null where it does not depend on time
     * @param alone whether that endpoint would do so by itself
     */
    public record Break(Quota quota, int place, @Nullable Long at, boolean alone) {}

    /**
     * A quota that is not shared, passed by one endpoint.
     *
     * @param place of the endpoint
     */
    public record Alone(int place, QuotaUse use) {}

    /**
     * More of a quota that is passed already.
     *
     * @param before what was used before the wave
     * @param after what is used with it
     * @param place of the endpoint that adds most
     */
    public record Addition(Quota quota, long before, long after, int place) {}
}
