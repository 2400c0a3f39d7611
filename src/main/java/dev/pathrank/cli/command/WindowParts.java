package dev.pathrank.cli.command;

import dev.pathrank.tally.file.Span;
import dev.pathrank.time.UtcDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A window of time in the parts in which it is counted with a state: the whole UTC days in it, of which the state may
 * hold some, and the rest.
 */
record WindowParts(Span window) {
    /** Returns the whole days; null where there is none. */
    @Nullable
    Span wholeDays() {
        long from = UtcDay.firstSecond(UtcDay.of(window.from() - 1) + 1);
        long to = UtcDay.firstSecond(UtcDay.of(window.to()));
        return from < to ? new Span(from, to) : null;
    }

    /** Returns the window without the days that a state holds of {@link #wholeDays}, in order. */
    List<Span> without(SortedSet<Long> days) {
        List<Span> rest = new ArrayList<>();
        long from = window.from();
        for (long day : days) {
            Span held = Span.ofDay(day);
            if (from < held.from()) {
                rest.add(new Span(from, held.from()));
            }
            from = held.to();
        }
        if (from < window.to()) {
            rest.add(new Span(from, window.to()));
        }
        return rest;
    }

    /** Returns the same seconds in as few spans as there can be, in order. */
    static List<Span> united(List<Span> spans) {
        List<Span> united = new ArrayList<>();
        for (Span span :
                spans.stream().sorted(Comparator.comparingLong(Span::from)).toList()) {
            int last = united.size() - 1;
            if (last >= 0 && span.from() <= united.get(last).to()) {
                Span before = united.get(last);
                united.set(last, new Span(before.from(), Math.max(before.to(), span.to())));
            } else {
                united.add(span);
            }
        }
        return united;
    }
}
