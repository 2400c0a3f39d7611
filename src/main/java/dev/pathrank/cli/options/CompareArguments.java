package dev.pathrank.cli.options;

import dev.pathrank.compare.MovedEndpoints;
import dev.pathrank.compare.Tolerances;
import dev.pathrank.io.IoFailures;
import dev.pathrank.io.TextFiles;
import dev.pathrank.log.FilterOptions;
import dev.pathrank.report.deploy.BehavioursFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for which periods are compared, and when a change is too much. */
public final class CompareArguments {
    private static final double PERCENT = 100;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Split the logs of all SOURCEs at TIME, the moment of the change.")
    private @Nullable String at;

    @Option(
            names = "--before",
            paramLabel = "AGE",
            description = "Compare with at most this long before --at: 7d (default), 36h, 3w.")
    private @Nullable String before;

    @Option(names = "--after", paramLabel = "AGE", description = "Look at most this long after --at. Default 24h.")
    private @Nullable String after;

    @Option(
            names = "--by-served",
            description = "Compare what the present origin served with what new ones did, in the same period.")
    private boolean byServed;

    @Option(
            names = "--behaviours",
            paramLabel = "FILE",
            description = "With --by-served: cache behaviours of plan --emit cloudfront, for logs without router data.")
    private @Nullable Path behaviours;

    @Option(
            names = "--moved",
            paramLabel = "FILE",
            description = "Judge the endpoints that have moved apart from all others: lines such as GET /user/<id>.")
    private @Nullable Path moved;

    @Option(
            names = "--tolerate-failures",
            paramLabel = "POINTS",
            description = "Tolerate this growth of the share of 5xx and aborted calls, in points. Default 0.5.")
    private double failures = Tolerances.DEFAULT.failures() * PERCENT;

    @Option(
            names = "--tolerate-4xx",
            paramLabel = "POINTS",
            description = "Tolerate this growth of the share of 4xx, in points. Default 2.")
    private double errors4xx = Tolerances.DEFAULT.errors4xx() * PERCENT;

    @Option(names = "--tolerate-p95", paramLabel = "FACTOR", description = "Tolerate this growth of p95. Default 1.25.")
    private double p95 = Tolerances.DEFAULT.p95();

    @Option(names = "--fail-on-regression", description = "Exit with 4 if any endpoint must be rolled back.")
    private boolean failOnRegression;

    boolean failOnRegression() {
        return failOnRegression;
    }

    /** @throws IllegalArgumentException if one is out of its range */
    Tolerances tolerances() {
        requireRange("--tolerate-failures", failures, 0, PERCENT);
        requireRange("--tolerate-4xx", errors4xx, 0, PERCENT);
        requireRange("--tolerate-p95", p95, 1, Double.MAX_VALUE);
        return new Tolerances(failures / PERCENT, errors4xx / PERCENT, p95);
    }

    private static void requireRange(String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(option + " must be "
                    + (most == PERCENT ? "0 to 100" : "1 or more, such as 1.25") + ", but was " + value);
        }
    }

    /** @throws IllegalArgumentException if the file cannot be read, or has a line that is no endpoint */
    MovedEndpoints moved() {
        if (moved == null) {
            return MovedEndpoints.NONE;
        }
        try {
            return MovedEndpoints.read(moved.toString(), TextFiles.read(moved));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--moved " + moved + " cannot be read: " + IoFailures.reason(e) + "; check its name", e);
        }
    }

    /**
     * Returns the two periods that {@code --at} splits the sources into; null where it is not given.
     *
     * @throws IllegalArgumentException if another option of the comparison is given without it
     */
    @Nullable
    ComparedPeriods split(List<String> sources, ZoneId zone) {
        if (byServed || behaviours != null) {
            throw new IllegalArgumentException("--by-served and --behaviours belong to pathrank compare;"
                    + " a report compares the periods before and after --at TIME");
        }
        if (at != null) {
            return periods(sources, zone, false);
        }
        boolean chosen = before != null || after != null || moved != null || failOnRegression;
        if (chosen || !tolerances().equals(Tolerances.DEFAULT)) {
            throw new IllegalArgumentException(
                    "the options of the comparison need --at TIME, the moment of the change");
        }
        return null;
    }

    /**
     * Returns the two periods.
     *
     * @param sources the SOURCE words
     * @param zone of a time that names none
     * @param state whether a state holds whole days of both
     * @throws IllegalArgumentException if there are not two of them
     */
    ComparedPeriods periods(List<String> sources, ZoneId zone, boolean state) {
        if (byServed) {
            return byServed(sources, state);
        }
        if (behaviours != null) {
            throw new IllegalArgumentException("--behaviours needs --by-served");
        }
        if (at == null && state) {
            throw new IllegalArgumentException("--state needs --at TIME, as it holds the days of both periods");
        }
        if (at == null) {
            return ofTwoSources(sources);
        }
        if (sources.contains("-")) {
            throw new IllegalArgumentException(
                    "standard input (-) can be read only once, but --at reads each SOURCE for both periods;"
                            + " write it to a file first");
        }
        Instant moment = FilterOptions.instant(at, zone);
        ComparedPeriods.SplitAt split = new ComparedPeriods.SplitAt(
                sources, moment, length("--before", before, "7d"), length("--after", after, "24h"));
        if (state && sources.isEmpty()) {
            requireWholeDays(split);
        }
        return split;
    }

    private ComparedPeriods byServed(List<String> sources, boolean state) {
        if (at != null || before != null || after != null || state) {
            throw new IllegalArgumentException("--by-served compares calls of one period, which --from and --to choose;"
                    + " leave out --at, --before, --after and --state");
        }
        if (sources.contains("-")) {
            throw new IllegalArgumentException("standard input (-) can be read only once, but --by-served reads each"
                    + " SOURCE for both sides; write it to a file first");
        }
        if (behaviours == null) {
            return new ComparedPeriods.ByServed(sources, List.of());
        }
        try {
            List<String> paths = BehavioursFile.newPaths(TextFiles.read(behaviours));
            if (paths.isEmpty()) {
                throw new IllegalArgumentException("--behaviours " + behaviours + " has no cache behaviour of a new"
                        + " origin; give what pathrank plan --emit cloudfront wrote");
            }
            return new ComparedPeriods.ByServed(sources, paths);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--behaviours " + behaviours + " cannot be read: " + IoFailures.reason(e)
                            + "; give what pathrank plan --emit cloudfront wrote",
                    e);
        }
    }

    private static void requireWholeDays(ComparedPeriods.SplitAt split) {
        boolean whole = split.moment().equals(split.moment().truncatedTo(ChronoUnit.DAYS))
                && split.before().equals(Duration.ofDays(split.before().toDays()))
                && split.after().equals(Duration.ofDays(split.after().toDays()));
        if (!whole) {
            throw new IllegalArgumentException("a state holds whole UTC days, but --at, --before or --after cuts one;"
                    + " give SOURCE with the logs of the cut days too, or a midnight in UTC and whole days");
        }
    }

    private ComparedPeriods ofTwoSources(List<String> sources) {
        if (before != null || after != null) {
            throw new IllegalArgumentException((before == null ? "--after" : "--before") + " needs --at TIME");
        }
        if (sources.size() != 2) {
            throw new IllegalArgumentException("give two sources, BEFORE and AFTER (each may join several by commas),"
                    + " or --at TIME to split the same logs; there are " + sources.size());
        }
        return new ComparedPeriods.TwoSources(joined(sources.get(0)), joined(sources.get(1)));
    }

    /** Returns the sources that a word joins by commas; a file that has this name is taken whole. */
    private static List<String> joined(String word) {
        if (word.indexOf(',') < 0 || Files.exists(Path.of(word))) {
            return List.of(word);
        }
        List<String> words = Arrays.stream(word.split(",", -1)).toList();
        if (words.contains("")) {
            throw new IllegalArgumentException(
                    "\"" + word + "\" joins sources by commas and one of them is empty; leave out the comma");
        }
        return words;
    }

    private static Duration length(String option, @Nullable String text, String usual) {
        return TimeWindow.length(option, text == null ? usual : text);
    }
}
