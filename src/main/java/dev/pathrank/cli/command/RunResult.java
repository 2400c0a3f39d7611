package dev.pathrank.cli.command;

import dev.pathrank.cli.message.Estimate;
import dev.pathrank.cli.message.Notice;
import dev.pathrank.cli.message.RunSummaryText;
import dev.pathrank.cli.options.ReadRequest;
import dev.pathrank.log.LogType;
import dev.pathrank.report.RunSummary;
import dev.pathrank.run.Listing;
import dev.pathrank.run.ObjectResult;
import dev.pathrank.run.PartialAggregate;
import dev.pathrank.run.ReportedObjects;
import dev.pathrank.tally.HostCalls;
import dev.pathrank.tally.RowCounts;
import java.time.Duration;
import java.time.Instant;
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
 * What a run has found, as the figures and notices that follow from it.
 *
 * @param listing what there was to read
 * @param sum what came of it
 * @param reported what is in the report, where that is more than this run has read, or is saved
 * @param samplingRate percent of the requests that real-time logs hold
 * @param doubles rows left out since a richer kind of log covers their hour
 * @param storedBytes bytes received
 */
record RunResult(
        Listing listing,
        PartialAggregate sum,
        Optional<ReportedObjects> reported,
        int samplingRate,
        long doubles,
        long storedBytes) {
    private static final int HOSTS_NAMED = 3;

    /** Every object that failed, by name. */
    List<ObjectResult.Failed> failures() {
        return results(ObjectResult.Failed.class).stream()
                .sorted(Comparator.comparing(ObjectResult.Failed::object))
                .toList();
    }

    /** Whether any object gave request rows, or is a request log without any. */
    boolean hasLogs() {
        return reported.map(ReportedObjects::hasLogs).orElse(false)
                || sum.results().stream()
                        .anyMatch(result -> result instanceof ObjectResult.Read
                                || result instanceof ObjectResult.Failed failed && failed.isLog());
    }

    /** Why there is no report, where {@link #hasLogs()} is false. */
    String noLogsReason() {
        if (reported.filter(ReportedObjects::isMore).isPresent()) {
            return "nothing is counted within --from and --to, so there is no report";
        }
        List<ObjectResult.Skipped> skipped = results(ObjectResult.Skipped.class);
        if (skipped.isEmpty()) {
            return "no log could be read, so there is no report";
        }
        ObjectResult.Skipped first = skipped.get(0);
        return "no request log among the objects, so there is no report; " + first.object() + " is skipped: "
                + first.what();
    }

    /** Whether nothing was left out. */
    boolean isComplete() {
        return listing.failures().isEmpty()
                && reported.map(ReportedObjects::isComplete).orElse(true)
                && results(ObjectResult.Failed.class).isEmpty();
    }

    /**
     * @param endpoints rows of the whole report
     * @param candidates those of them that have a rank
     * @param report what to say about it, a line each
     */
    RunSummaryText account(long endpoints, long candidates, List<String> report, Duration elapsed) {
        RowCounts rows = sum.rows();
        RowCounts all = reported.map(ReportedObjects::rows).orElse(rows);
        RunSummary summary = new RunSummary(
                new RunSummary.Total(objects(), counts(rows), rows.rejectedBy()),
                seen(sum.tally().firstSeen()),
                seen(sum.tally().lastSeen()),
                endpoints,
                candidates,
                isComplete(),
                reported.filter(ReportedObjects::isMore).map(RunResult::total).orElse(null));
        return new RunSummaryText(
                summary,
                all.odd(),
                all.rowsByEvidence(),
                Estimate.of(
                        all.counted(LogType.REAL_TIME),
                        samplingRate,
                        sum.tally().calls()),
                report,
                storedBytes,
                sum.textBytes(),
                elapsed);
    }

    private static RunSummary.Total total(ReportedObjects reported) {
        return new RunSummary.Total(
                reported.counts(), counts(reported.rows()), reported.rows().rejectedBy());
    }

    private static RunSummary.RowCounts counts(RowCounts rows) {
        return new RunSummary.RowCounts(rows.read(), rows.counted(), rows.filtered(), rows.rejected());
    }

    List<Notice> notices(ReadRequest request) {
        List<Notice> notices = new ArrayList<>();
        RowCounts rows = reported.map(ReportedObjects::rows).orElse(sum.rows());
        long passedOver = reported.map(ReportedObjects::passedOverLines).orElse(sum.passedOverLines());
        Map<String, Long> distributions =
                reported.map(ReportedObjects::callsByDistribution).orElse(sum.callsByDistribution());
        if (listing.repeated() > 0) {
            notices.add(new Notice.RepeatedObjects(listing.repeated()));
        }
        if (doubles > 0) {
            notices.add(new Notice.DoublesLeftOut(doubles));
        }
        sum.tally().sharedTraffic().forEach(shared -> notices.add(new Notice.CountedTwice(shared)));
        skippedByWhat()
                .forEach((what, names) -> notices.add(new Notice.SkippedObjects(what, names.size(), names.get(0))));
        new TreeMap<>(sum.objectsByLayout())
                .forEach((layout, objects) -> notices.add(new Notice.RecognisedLayout(layout, objects)));
        if (passedOver > 0) {
            notices.add(new Notice.PassedOver(passedOver));
        }
        if (rows.counted() == 0) {
            notices.add(new Notice.NothingCounted(rows.read(), rows.filtered(), rows.rejected()));
        }
        if (distributions.size() > 1 && request.listing().distribution().isEmpty()) {
            notices.add(new Notice.SeveralDistributions(distributions));
        }
        List<HostCalls> hosts = sum.tally().hosts(HOSTS_NAMED + 1);
        if (hosts.size() > 1 && !request.hostChosen()) {
            notices.add(new Notice.SeveralHosts(
                    hosts.subList(0, Math.min(HOSTS_NAMED, hosts.size())),
                    hosts.size() > HOSTS_NAMED,
                    request.folding().byHost()));
        }
        if (!request.folding().routes().leftOut().isEmpty()) {
            notices.add(new Notice.RoutesLeftOut(request.folding().routes().leftOut()));
        }
        sum.tally().notices().forEach(text -> notices.add(new Notice.Coarser(text)));
        return notices;
    }

    private SortedMap<String, List<String>> skippedByWhat() {
        return results(ObjectResult.Skipped.class).stream()
                .sorted(Comparator.comparing(ObjectResult.Skipped::object))
                .collect(Collectors.groupingBy(
                        ObjectResult.Skipped::what,
                        TreeMap::new,
                        Collectors.mapping(ObjectResult.Skipped::object, Collectors.toList())));
    }

    private RunSummary.ObjectCounts objects() {
        return new RunSummary.ObjectCounts(
                listing.objects().size(),
                results(ObjectResult.Read.class).size(),
                results(ObjectResult.Skipped.class).size(),
                results(ObjectResult.Failed.class).size());
    }

    private @Nullable Instant seen(long epochSecond) {
        return sum.tally().calls() == 0 ? null : Instant.ofEpochSecond(epochSecond);
    }

    private <T extends ObjectResult> List<T> results(Class<T> type) {
        return sum.results().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
