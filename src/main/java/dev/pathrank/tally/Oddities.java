package dev.pathrank.tally;

import dev.pathrank.log.Oddity;
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
public record Oddities(Map<Oddity, Long> calls, String example, Set<Oddity> exampleOf) {
    /** Nothing was odd. */
    public static final Oddities NONE = new Oddities(Map.of(), "", Set.of());

    public Oddities {
        calls = Map.copyOf(calls);
        exampleOf = Set.copyOf(exampleOf);
    }

    /** Calls with an oddity. */
    public long of(Oddity oddity) {
        return calls.getOrDefault(oddity, 0L);
    }

    /** The example where it shows that oddity. */
    public Optional<String> exampleOf(Oddity oddity) {
        return exampleOf.contains(oddity) ? Optional.of(example) : Optional.empty();
    }
}
