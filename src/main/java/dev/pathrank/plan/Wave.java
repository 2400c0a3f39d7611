package dev.pathrank.plan;

import dev.pathrank.plan.data.Quota;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A group of endpoints that move together.
 *
 * @param number from 1
 * @param first place of its first endpoint in the sequence
 * @param last place of its last one
 * @param uses use of every shared quota by all that has moved by then, and the most that one endpoint of these uses of
 *     every other quota
 * @param exceeded quotas that this wave is the first to exceed
 * @param additions to quotas that were exceeded before
 * @param alone quotas that single endpoints exceed and do not share
 */
public record Wave(
        int number,
        Phase phase,
        int first,
        int last,
        List<QuotaUse> uses,
        List<ExceededQuota> exceeded,
        List<Addition> additions,
        List<Alone> alone) {
    public Wave {
        additions = List.copyOf(additions);
        alone = List.copyOf(alone);
        uses = List.copyOf(uses);
        exceeded = List.copyOf(exceeded);
        if (number < 1 || first < 0 || last < first) {
            throw new IllegalArgumentException("wave " + number + " from " + first + " to " + last);
        }
    }

    /** Returns the use of a quota with this wave; empty where it is not worked out. */
    public Optional<QuotaUse> use(Quota quota) {
        return uses.stream().filter(use -> use.quota() == quota).findFirst();
    }

    /**
     * Returns the use that is nearest to its quota; empty where none is known. Cache behaviours are used up only where
     * they choose the origin.
     */
    public Optional<QuotaUse> nearest(SwitchChoice choice) {
        return uses.stream()
                .filter(use -> use.part() > 0)
                .filter(use -> use.quota() != Quota.BEHAVIOURS || choice == SwitchChoice.BEHAVIOURS)
                .max(Comparator.comparingDouble(QuotaUse::part));
    }

    /** Returns what this wave is the first to exceed, and then what single endpoints of it exceed, each quota once. */
    public List<Exceeding> exceedings() {
        Map<Quota, Exceeding> all = new LinkedHashMap<>();
        exceeded.forEach(each -> all.put(each.quota(), new Exceeding(each.quota(), each.at())));
        alone.forEach(each -> all.putIfAbsent(
                each.use().quota(), new Exceeding(each.use().quota(), each.use().exceededAt())));
        return List.copyOf(all.values());
    }

    /**
     * A quota that is exceeded, shared or not.
     *
     * @param at when, in seconds since the epoch; null where it does not depend on time
     */
    public record Exceeding(Quota quota, @Nullable Long at) {}

    /**
     * A quota that is exceeded.
     *
     * @param place of the endpoint that exceeds it
     * @param at when, in seconds since the epoch; null where it does not depend on time
     * @param alone whether that endpoint would exceed it alone
     */
    public record ExceededQuota(
            Quota quota, int place, @Nullable Long at, boolean alone) {}

    /**
     * A quota that is not shared, exceeded by one endpoint.
     *
     * @param place of the endpoint
     */
    public record Alone(int place, QuotaUse use) {}

    /**
     * A further use of a quota that is exceeded already.
     *
     * @param before use before the wave
     * @param after use with the wave
     * @param place of the endpoint that adds most
     */
    public record Addition(Quota quota, long before, long after, int place) {}
}
