package dev.pathrank.run;

import dev.pathrank.tally.file.Span;
import dev.pathrank.tally.file.TallyHeader;
import dev.pathrank.time.UtcDay;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Stored counts that a run uses and writes.
 *
 * @param state place of the state, as the user wrote it, whose files are no logs; null for none
 * @param opened whether the run uses and writes it
 * @param saves whether the tally is written to a file
 * @param header how this run counts; its span is the one asked for
 */
public record StateOptions(@Nullable String state, boolean opened, boolean saves, TallyHeader header) {
    /** @throws IllegalArgumentException if a state is combined with a span that cuts a day */
    public StateOptions {
        Span span = header.span();
        if (opened && (cuts(span.from(), Long.MIN_VALUE) || cuts(span.to(), Long.MAX_VALUE))) {
            throw new IllegalArgumentException(
                    "a state stores whole UTC days, but --from, --to or --since is no midnight in UTC;"
                            + " use dates such as 2017-02-01 (with --tz 2017-02-01T00:00:00Z), or whole days such as"
                            + " 21d, or leave out --state");
        }
    }

    private static boolean cuts(long second, long unbounded) {
        return second != unbounded && Math.floorMod(second, UtcDay.SECONDS) != 0;
    }

    /** Returns the same without a state. */
    StateOptions unopened() {
        return new StateOptions(state, false, saves, header);
    }

    /** Returns the same for a report of another span. */
    StateOptions of(Span span) {
        return new StateOptions(state, opened, saves, new TallyHeader(header.schema(), header.settings(), span));
    }

    /** Returns the same with one more option that decides what counts. */
    StateOptions with(String option, String value) {
        SortedMap<String, String> settings = new TreeMap<>(header.settings());
        settings.put(option, value);
        return new StateOptions(state, opened, saves, new TallyHeader(header.schema(), settings, header.span()));
    }

    /** Returns how the state is counted: it holds all days, whichever are reported. */
    TallyHeader wholeHeader() {
        return new TallyHeader(header.schema(), header.settings(), Span.ALL);
    }

    /** Returns the days that are reported. */
    Span span() {
        return header.span();
    }
}
