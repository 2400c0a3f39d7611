package dev.pathrank.run;

import dev.pathrank.tally.file.Span;
import dev.pathrank.tally.file.TallyHeader;
import dev.pathrank.time.UtcDay;
import java.util.Optional;

/**
 * What a run takes from stored counts and leaves for others.
 *
 * @param state where the state lies, as the user wrote it
 * @param saves whether the tally is written to a file
 * @param header how this run counts; its span is the one asked for
 */
public record StateOptions(Optional<String> state, boolean saves, TallyHeader header) {

    /** @throws IllegalArgumentException if a state is asked for something else than whole days */
    public StateOptions {
        Span span = header.span();
        if (state.isPresent() && (cuts(span.from(), Long.MIN_VALUE) || cuts(span.to(), Long.MAX_VALUE))) {
            throw new IllegalArgumentException("a state knows whole UTC days, and --from or --to with a time cuts one;"
                    + " give dates such as 2017-02-01, or leave out --state");
        }
    }

    private static boolean cuts(long second, long unbounded) {
        return second != unbounded && Math.floorMod(second, UtcDay.SECONDS) != 0;
    }

    /** How the state is counted: whatever is reported, it holds all days. */
    public TallyHeader wholeHeader() {
        return new TallyHeader(header.form(), header.settings(), Span.ALL);
    }

    /** The days that are reported. */
    Span span() {
        return header.span();
    }
}
