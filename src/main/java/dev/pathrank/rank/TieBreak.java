package dev.pathrank.rank;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pathrank.tally.EndpointStats;
import java.util.Arrays;
import java.util.Comparator;

/** The tie-break of every order: calls descending, then method, pattern and host by UTF-8 bytes (contract). */
public final class TieBreak {
    /** The order of texts that is the same on every machine. */
    public static final Comparator<String> UTF8_BYTES =
            (left, right) -> Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));

    static final Comparator<EndpointStats> ORDER = Comparator.comparingLong(EndpointStats::calls)
            .reversed()
            .thenComparing(EndpointStats::method, UTF8_BYTES)
            .thenComparing(EndpointStats::pattern, UTF8_BYTES)
            .thenComparing(EndpointStats::host, UTF8_BYTES);

    private TieBreak() {}
}
