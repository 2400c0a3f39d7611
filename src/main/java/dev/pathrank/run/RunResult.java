package dev.pathrank.run;

import dev.pathrank.log.FilterOptions;
import dev.pathrank.log.LogType;
import dev.pathrank.tally.HostRows;
import dev.pathrank.tally.LogHours;
import dev.pathrank.tally.PatternStats;
import dev.pathrank.tally.RowCounts;
import dev.pathrank.tally.TalliedEndpoints;
import dev.pathrank.tally.Tally;
import dev.pathrank.tally.file.Span;
import dev.pathrank.tally.file.TallyFileWriter;
import dev.pathrank.tally.query.RouteSample;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run has counted, what became of each object and row, and what the reader should know. It can be used as long
 * as its {@link LogRun} is open.
 */
public final class RunResult {
    private static final int HOSTS_NAMED = 3;
    private static final int QUERY_KEYS_NAMED = 3;

    private final RunOptions options;
    private final Listing listing;
    private final PartialAggregate sum;
    private final @Nullable ReportTotals totals;
    private final long duplicates;
    private final long storedBytes;

    /**
     * @param sum everything that is in the report
     * @param totals objects and rows of the report, where it holds more than this run has read, or is saved
     * @param duplicates rows dropped because a more detailed type of log covers their hour
     * @param storedBytes bytes received
     */
    RunResult(
            RunOptions options,
            Listing listing,
            PartialAggregate sum,
            @Nullable ReportTotals totals,
            long duplicates,
            long storedBytes) {
        this.options = options;
        this.listing = listing;
        this.sum = sum;
        this.totals = totals;
        this.duplicates = duplicates;
        this.storedBytes = storedBytes;
    }

    /** Returns all counted rows. */
    public Tally tally() {
        return sum.tally();
    }

    /**
     * Returns the endpoints that were called, with access to their seconds.
     *
     * @param byHost whether endpoints of different hosts are different
     * @throws IOException if what was spilled to disk cannot be read
     */
    public TalliedEndpoints endpoints(boolean byHost) throws IOException {
        return tally().tallied(byHost);
    }

    /**
     * Returns the patterns of all counted rows.
     *
     * @param byHost whether endpoints of different hosts are different
     * @throws IOException if what was spilled to disk cannot be read
     */
    public List<PatternStats> patterns(boolean byHost) throws IOException {
        return tally().patterns(byHost);
    }

    /**
     * Returns what {@link #endpoints} and {@link #patterns} return, learned once for both.
     *
     * @throws IOException if what was spilled to disk cannot be read
     */
    public Tally.Explained explained(boolean byHost) throws IOException {
        return tally().explained(byHost);
    }

    /** Returns the numbers of objects that this run has listed. */
    public ObjectCounts objects() {
        return new ObjectCounts(
                results(ObjectResult.Read.class).size(),
                results(ObjectResult.Skipped.class).size(),
                results(ObjectResult.Failed.class).size());
    }

    /** Returns the numbers of rows that this run has read. */
    public RowCounts rows() {
        return sum.rows();
    }

    /** Returns the numbers of rows in the report, by whichever run they were read. */
    public RowCounts reportedRows() {
        return totals == null ? sum.rows() : totals.rows();
    }

    /** Returns the objects and rows of the report, if it holds more than this run has read. */
    public Optional<ReportTotals> totals() {
        return Optional.ofNullable(totals).filter(ReportTotals::isMore);
    }

    /** Returns every object that failed, by name. */
    public List<ObjectResult.Failed> failures() {
        return results(ObjectResult.Failed.class).stream()
                .sorted(Comparator.comparing(ObjectResult.Failed::object))
                .toList();
    }

    /** Returns the SOURCE words of the run. */
    public List<String> sources() {
        return options.sources();
    }

    /** Returns whether no row is counted, so that there is nothing to report. */
    public boolean isEmpty() {
        return reportedRows().counted() == 0;
    }

    /**
     * Returns requests of the routes that the router has logged, if the origin that served a row decides whether it
     * counts.
     */
    public RouteSample routes() {
        return sum.seen().routes();
    }

    /** Returns what was seen where no row is counted. */
    public NothingCounted nothingCounted() {
        return new NothingCounted(
                reportedRows(), sum.seen(), options.settings().filter().options(), options.listing());
    }

    /**
     * Returns the hours that have a row, before filters. A report that also holds what earlier runs counted knows only
     * the hours of counted rows: empty where filters may have left out all rows of an hour.
     */
    public Optional<LogHours> hours() {
        if (totals().isEmpty()) {
            return Optional.of(sum.seen().hours());
        }
        FilterOptions filter = options.settings().filter().options();
        return filter.choosesCalls() || !filter.hosts().isEmpty() ? Optional.empty() : Optional.of(tally().hours());
    }

    /** Returns whether nothing was left out: no source, no object, no part of one. */
    public boolean isComplete() {
        return listing.failures().isEmpty()
                && (totals == null || totals.isComplete())
                && results(ObjectResult.Failed.class).isEmpty();
    }

    /** Returns the number of reported rows that are samples, see {@link #samplingRate}. */
    public long sampledRows() {
        return reportedRows().counted(LogType.REAL_TIME);
    }

    /** Returns the percentage of requests that real-time logs hold, 1 to 100. */
    public int samplingRate() {
        return options.settings().log().samplingRate();
    }

    /** Returns the number of stored bytes that were received. */
    public long storedBytes() {
        return storedBytes;
    }

    /** Returns the number of bytes of log text read, unzipped. */
    public long textBytes() {
        return sum.textBytes();
    }

    /** Returns what the reader of a report should know about the run. */
    public List<RunNotice> notices() {
        List<RunNotice> notices = new ArrayList<>();
        if (listing.repeated() > 0) {
            notices.add(new RunNotice.RepeatedObjects(listing.repeated()));
        }
        if (duplicates > 0) {
            notices.add(new RunNotice.DuplicatesDropped(duplicates));
        }
        tally().sharedTraffic().forEach(shared -> notices.add(new RunNotice.CountedTwice(shared)));
        skippedByCause().forEach((first, objects) -> notices.add(new RunNotice.SkippedObjects(first, objects)));
        new TreeMap<>(sum.objectsByLayout())
                .forEach((layout, objects) -> notices.add(new RunNotice.RecognisedLayout(layout, objects)));
        String delimiter = options.settings().log().delimiter();
        boolean anyRead = !results(ObjectResult.Read.class).isEmpty();
        if (delimiter != null && anyRead && sum.delimiterUses() == 0) {
            notices.add(new RunNotice.UnusedDelimiter(delimiter));
        }
        long passedOver = totals == null ? sum.passedOverLines() : totals.passedOverLines();
        if (passedOver > 0) {
            notices.add(new RunNotice.PassedOver(passedOver));
        }
        hours().filter(hours -> !hours.missingDays().isEmpty())
                .ifPresent(hours -> notices.add(new RunNotice.DaysWithoutLog(hours.missingDays(), hours.daySpan())));
        addMixedOrigins(notices);
        List<String> given = options.settings().tally().rules().queryKeys();
        sum.seen().queries().proposals(given).stream()
                .limit(QUERY_KEYS_NAMED)
                .forEach(found -> notices.add(new RunNotice.QueryKeyFound(found)));
        return notices;
    }

    /** Adds up logs of several distributions or hosts, unless the user chose among them. */
    private void addMixedOrigins(List<RunNotice> notices) {
        Map<String, Long> distributions = totals == null ? sum.callsByDistribution() : totals.callsByDistribution();
        if (distributions.size() > 1 && options.listing().distribution() == null) {
            notices.add(new RunNotice.SeveralDistributions(distributions));
        }
        List<HostRows> hosts = tally().hosts(HOSTS_NAMED + 1);
        if (hosts.size() > 1 && options.settings().filter().options().hosts().isEmpty()) {
            notices.add(new RunNotice.SeveralHosts(
                    hosts.subList(0, Math.min(HOSTS_NAMED, hosts.size())), hosts.size() > HOSTS_NAMED));
        }
    }

    /** Returns, in words of the tally, where a memory limit made the result coarser. */
    public List<String> limitNotices() {
        return tally().notices();
    }

    /**
     * Writes the counted rows as a tally file. Only for a run whose options say that it saves.
     *
     * @throws IOException if {@code out} fails
     */
    public void writeTally(OutputStream out) throws IOException {
        if (totals == null) {
            throw new IllegalStateException("this run was not asked to keep what a tally file needs");
        }
        TallyFileWriter.write(out, options.storage().header(), totals.objects(), tally());
    }

    /**
     * Returns whether any object gave request rows, or is a request log without any; true where earlier runs counted
     * rows outside the span asked for.
     */
    boolean hasLogs() {
        return totals().isPresent() && !options.storage().span().equals(Span.ALL)
                || totals != null && totals.hasLogs()
                || sum.results().stream()
                        .anyMatch(result -> result instanceof ObjectResult.Read
                                || result instanceof ObjectResult.Failed failed && failed.isLog());
    }

    /** Returns why there is no report, where {@link #hasLogs} is false. */
    NoReportException.Reason noLogsReason() {
        List<ObjectResult.Skipped> skipped = results(ObjectResult.Skipped.class);
        return skipped.isEmpty()
                ? new NoReportException.Reason.NothingRead()
                : new NoReportException.Reason.NoRequestLog(skipped.get(0));
    }

    /** Returns the first object by name that was skipped for each cause, with the number of such objects. */
    private SortedMap<ObjectResult.Skipped, Long> skippedByCause() {
        Comparator<ObjectResult.Skipped> cause =
                Comparator.comparing(ObjectResult.Skipped::cause).thenComparing(ObjectResult.Skipped::content);
        return results(ObjectResult.Skipped.class).stream()
                .sorted(Comparator.comparing(ObjectResult.Skipped::object))
                .collect(Collectors.groupingBy(each -> each, () -> new TreeMap<>(cause), Collectors.counting()));
    }

    private <T extends ObjectResult> List<T> results(Class<T> type) {
        return sum.results().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
