package dev.pathrank.tally;

import dev.pathrank.log.RequestTrait;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was odd in the calls of an endpoint.
 *
 * @param calls with each oddity, only those that occurred
 * @param example one real path of them, masked and printable; empty where nothing was odd
 * @param exampleOf the oddities of that path's calls
 */
public record TraitSummary(Map<RequestTrait, Long> calls, String example, Set<RequestTrait> exampleOf) {
    /** Nothing was odd. */
    public static final TraitSummary NONE = new TraitSummary(Map.of(), "", Set.of());

    public TraitSummary {
        calls = Map.copyOf(calls);
        exampleOf = Set.copyOf(exampleOf);
    }

    /** Calls with an oddity. */
    public long of(RequestTrait oddity) {
        return calls.getOrDefault(oddity, 0L);
    }

    /** The example where it shows that oddity. */
    public Optional<String> exampleOf(RequestTrait oddity) {
        return exampleOf.contains(oddity) ? Optional.of(example) : Optional.empty();
    }
}
