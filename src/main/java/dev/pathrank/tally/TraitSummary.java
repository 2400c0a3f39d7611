package dev.pathrank.tally;

import dev.pathrank.log.RequestTrait;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The traits of an endpoint's calls.
 *
 * @param calls with each trait, only those that occurred
 * @param example one real path of them, masked and printable; empty where no call had a trait
 * @param exampleOf the traits of that path's calls
 */
public record TraitSummary(Map<RequestTrait, Long> calls, String example, Set<RequestTrait> exampleOf) {
    /** No call had a trait. */
    public static final TraitSummary NONE = new TraitSummary(Map.of(), "", Set.of());

    public TraitSummary {
        calls = Map.copyOf(calls);
        exampleOf = Set.copyOf(exampleOf);
    }

    /** Returns the calls with a trait. */
    public long of(RequestTrait trait) {
        return calls.getOrDefault(trait, 0L);
    }

    /** Returns the example if it shows that trait. */
    public Optional<String> exampleOf(RequestTrait trait) {
        return exampleOf.contains(trait) ? Optional.of(example) : Optional.empty();
    }
}
