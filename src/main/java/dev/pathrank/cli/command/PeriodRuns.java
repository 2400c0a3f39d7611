package dev.pathrank.cli.command;

import dev.pathrank.cli.options.ComparedPeriods;
import dev.pathrank.cli.output.Console;
import dev.pathrank.log.OriginFilter;
import dev.pathrank.run.LogRun;
import dev.pathrank.run.NoReportException;
import dev.pathrank.run.RejectLog;
import dev.pathrank.run.RunNotice;
import dev.pathrank.run.RunOptions;
import dev.pathrank.run.RunResult;
import dev.pathrank.tally.Tally;
import dev.pathrank.tally.file.Span;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs that count two periods. All of them stay open until this is closed, as their counts are compared. */
final class PeriodRuns implements AutoCloseable {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final long MINUTE = 60;

    private final RunOptions options;
    private final InputStream standardInput;
    private final RejectLog rejects;
    private final Supplier<Console> consoles;
    /** What was read beside the state, in order; empty without one. */
    private final List<Span> besideState = new ArrayList<>();

    private final Deque<LogRun> open = new ArrayDeque<>();

    /** @param consoles makes the console of one run */
    PeriodRuns(RunOptions options, InputStream standardInput, RejectLog rejects, Supplier<Console> consoles) {
        this.options = options;
        this.standardInput = standardInput;
        this.rejects = rejects;
        this.consoles = consoles;
    }

    /**
     * What was counted of a period.
     *
     * @param results of its runs, at least one
     * @param consoles of the same runs
     * @param seconds its length, at least 1
     */
    record Counted(List<RunResult> results, List<Console> consoles, long seconds) {
        boolean isEmpty() {
            return results.stream().allMatch(RunResult::isEmpty);
        }

        Counted over(long length) {
            return new Counted(results, consoles, length);
        }

        /** Returns the first second with a counted row; call it only if there is one. */
        long firstSeen() {
            return counted().mapToLong(Tally::firstSeen).min().orElseThrow();
        }

        /** Returns the last second with a counted row; call it only if there is one. */
        long lastSeen() {
            return counted().mapToLong(Tally::lastSeen).max().orElseThrow();
        }

        private Stream<Tally> counted() {
            return results.stream().filter(result -> !result.isEmpty()).map(RunResult::tally);
        }

        /** Returns all rows of the period; used up is what only some of them are in. Called once. */
        Tally tally() throws IOException {
            Tally sum = results.get(0).tally();
            for (RunResult other : results.subList(1, results.size())) {
                sum.merge(other.tally());
            }
            return sum;
        }
    }

    /**
     * Two periods.
     *
     * @param sameHours whether the first has the same hours of the same weekdays as the second; null where the user
     *     chose the logs of each
     * @param besideState what was read from sources because the state does not hold it, in order
     */
    record Both(Counted before, Counted after, @Nullable Boolean sameHours, List<Span> besideState) {
        Both {
            besideState = List.copyOf(WindowParts.united(besideState));
        }

        /** Returns the notices of each run; call it before the tallies are used up, which merges the counts of runs. */
        Map<RunResult, List<RunNotice>> notices() {
            return Stream.of(before, after)
                    .flatMap(period -> period.results().stream())
                    .distinct()
                    .collect(Collectors.toMap(result -> result, RunResult::notices));
        }
    }

    Both count(ComparedPeriods periods) throws IOException, InterruptedException {
        if (periods instanceof ComparedPeriods.TwoSources two) {
            Counted before = whole(options.reading(two.before()));
            return new Both(before, whole(options.reading(two.after())), null, List.of());
        }
        if (periods instanceof ComparedPeriods.ByServed served) {
            return bySide(served);
        }
        return split((ComparedPeriods.SplitAt) periods);
    }

    /** Both sides have the length of the period that both together cover. */
    private Both bySide(ComparedPeriods.ByServed served) throws IOException, InterruptedException {
        List<ByteSlice> behaviours =
                served.behaviours().stream().map(ByteSlice::of).toList();
        Counted present = whole(options.servedBy(new OriginFilter(false, behaviours)));
        Counted moved = whole(options.servedBy(new OriginFilter(true, behaviours)));
        if (present.isEmpty() || moved.isEmpty()) {
            return new Both(present, moved, null, List.of());
        }
        long seconds =
                Math.max(present.lastSeen(), moved.lastSeen()) - Math.min(present.firstSeen(), moved.firstSeen()) + 1;
        return new Both(present.over(seconds), moved.over(seconds), null, List.of());
    }

    private Counted whole(RunOptions run) throws IOException, InterruptedException {
        Console console = consoles.get();
        RunResult result = count(run, console);
        Tally tally = result.tally();
        long seconds = tally.calls() == 0 ? 1 : tally.lastSeen() - tally.firstSeen() + 1;
        return new Counted(List.of(result), List.of(console), seconds);
    }

    private RunResult count(RunOptions run, Console console) throws IOException, InterruptedException {
        LogRun opened = LogRun.open(run, standardInput, rejects, console);
        open.push(opened);
        return opened.count();
    }

    /** The second period is counted first: how far its logs go decides how much of a week before is compared. */
    private Both split(ComparedPeriods.SplitAt split) throws IOException, InterruptedException {
        Instant at = split.moment();
        Counted after = window(List.of(at), split.after());
        if (after.isEmpty()) {
            return new Both(after, after, null, besideState);
        }
        long lastSecond = after.lastSeen();
        Duration length = Duration.ofSeconds(
                Math.min(split.after().toSeconds(), wholeMinutes(lastSecond + 1 - at.getEpochSecond())));
        Counted known = new Counted(after.results(), after.consoles(), length.toSeconds());
        Duration hours = options.sources().isEmpty() ? wholeDays(length) : length;
        List<Instant> weeks = weeks(at, split.before(), hours);
        if (!weeks.isEmpty()) {
            Counted sameHours = windowIfAny(weeks, hours);
            if (sameHours != null) {
                return new Both(sameHours, known, true, besideState);
            }
        }
        Counted before = window(List.of(at.minus(split.before())), split.before());
        return new Both(fromFirstRow(before, at), known, false, besideState);
    }

    private static Duration wholeDays(Duration length) {
        return Duration.ofDays((length.toSeconds() + UtcDay.SECONDS - 1) / UtcDay.SECONDS);
    }

    private static long wholeMinutes(long seconds) {
        return (seconds + MINUTE - 1) / MINUTE * MINUTE;
    }

    /** Returns the begins of the windows that lie whole weeks before {@code at}, latest first. */
    private static List<Instant> weeks(Instant at, Duration before, Duration length) {
        List<Instant> begins = new ArrayList<>();
        if (length.compareTo(WEEK) > 0) {
            return begins;
        }
        Instant earliest = at.minus(before);
        for (Instant begin = at.minus(WEEK); !begin.isBefore(earliest); begin = begin.minus(WEEK)) {
            begins.add(begin);
        }
        return begins;
    }

    /** Returns the period from its first row on, as the logs may not go back as far as was asked for. */
    private static Counted fromFirstRow(Counted before, Instant at) {
        return before.isEmpty()
                ? before
                : new Counted(before.results(), before.consoles(), at.getEpochSecond() - before.firstSeen());
    }

    private Counted window(List<Instant> begins, Duration length) throws IOException, InterruptedException {
        return window(begins, length, consoles);
    }

    private Counted window(List<Instant> begins, Duration length, Supplier<Console> told)
            throws IOException, InterruptedException {
        List<RunResult> results = new ArrayList<>();
        List<Console> used = new ArrayList<>();
        NoReportException nothing = null;
        for (Instant begin : begins) {
            for (RunOptions part : parts(begin, begin.plus(length), results, used, told)) {
                boolean enough = results.stream().anyMatch(result -> !result.isEmpty());
                Console console = enough ? told.get().passingOverEmptySources() : told.get();
                try {
                    results.add(count(part, console));
                    used.add(console);
                } catch (NoReportException e) {
                    nothing = e; // another part of the window may have rows
                }
            }
        }
        if (results.isEmpty() && nothing != null) {
            throw nothing;
        }
        return new Counted(results, used, begins.size() * length.toSeconds());
    }

    /** Returns what must be read of a window; of a state its whole days are counted and added here. */
    private List<RunOptions> parts(
            Instant from, Instant to, List<RunResult> results, List<Console> used, Supplier<Console> told)
            throws IOException, InterruptedException {
        if (!options.storage().opened()) {
            return List.of(options.within(from, to));
        }
        WindowParts window = new WindowParts(new Span(from.getEpochSecond(), to.getEpochSecond()));
        SortedSet<Long> held = new TreeSet<>();
        Span days = window.wholeDays();
        if (days != null) {
            Console console = told.get();
            RunResult stored = count(options.ofState(days), console);
            used.add(console);
            results.add(stored);
            held.addAll(stored.tally().hours().days());
        }
        if (options.sources().isEmpty()) {
            return List.of();
        }
        List<Span> rest = window.without(held);
        besideState.addAll(rest);
        return rest.stream()
                .map(span -> options.ofSources()
                        .within(Instant.ofEpochSecond(span.from()), Instant.ofEpochSecond(span.to())))
                .toList();
    }

    /** Returns null where no row lies in any of these windows. */
    private @Nullable Counted windowIfAny(List<Instant> begins, Duration length)
            throws IOException, InterruptedException {
        try {
            Counted counted = window(begins, length, () -> consoles.get().passingOverEmptySources());
            return counted.isEmpty() ? null : counted;
        } catch (NoReportException e) {
            return null; // no object may hold a row of these hours
        }
    }

    @Override
    public void close() {
        open.forEach(LogRun::close);
    }
}
