package dev.pathrank.rank;

import dev.pathrank.tally.DurationSummary;
import dev.pathrank.tally.EndpointStats;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The figure that orders candidates: the largest first, those without a figure last. */
public enum Order {
    SCORE("score", byScore(Candidate::score)),
    CALLS("calls", byCount(EndpointStats::calls)),
    ORIGIN_CALLS("origin-calls", byCount(EndpointStats::originCalls)),
    /** Slowest first. */
    P95("p95", byCount(stats -> stats.durations().map(DurationSummary::p95Ms).orElse(-1L))),
    /** The highest peak of origin calls within one second first. */
    PEAK("peak", byCount(stats -> stats.peak().originCalls()));

    private final String word;
    private final Comparator<Candidate> comparator;

    Order(String word, Comparator<Candidate> comparator) {
        this.word = word;
        this.comparator = comparator.thenComparing(Candidate::stats, TieBreak.ORDER);
    }

    /** Returns the word of {@code --order}. */
    public String word() {
        return word;
    }

    /** Total: no two different endpoints compare as equal. */
    Comparator<Candidate> comparator() {
        return comparator;
    }

    private static Comparator<Candidate> byScore(ToDoubleFunction<Candidate> figure) {
        return Comparator.comparingDouble(figure).reversed();
    }

    private static Comparator<Candidate> byCount(ToLongFunction<EndpointStats> figure) {
        return Comparator.comparingLong((Candidate candidate) -> figure.applyAsLong(candidate.stats()))
                .reversed();
    }
}
