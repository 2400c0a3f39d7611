package dev.pathrank.cli.options;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The two periods that the user wants compared. */
public sealed interface ComparedPeriods {
    /**
     * Each period has its own sources.
     *
     * @param before SOURCE words of the first
     * @param after SOURCE words of the second
     */
    record TwoSources(List<String> before, List<String> after) implements ComparedPeriods {
        public TwoSources {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * The same period, parted by who served a call.
     *
     * @param sources SOURCE words
     * @param behaviours path patterns of the cache behaviours that lead to new origins; empty where none are named
     */
    record ByServed(List<String> sources, List<String> behaviours) implements ComparedPeriods {
        public ByServed {
            sources = List.copyOf(sources);
            behaviours = List.copyOf(behaviours);
        }
    }

    /**
     * The same sources hold both periods.
     *
     * @param sources SOURCE words
     * @param moment when the second period begins
     * @param before the longest time before it that is compared
     * @param after the longest time after it that is compared
     */
    record SplitAt(List<String> sources, Instant moment, Duration before, Duration after) implements ComparedPeriods {
        public SplitAt {
            sources = List.copyOf(sources);
        }
    }
}
