package dev.pathrank.report.html;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.QuotaRequest;
import dev.pathrank.plan.QuotaUse;
import dev.pathrank.plan.Schedule;
import dev.pathrank.plan.Wave;
import dev.pathrank.plan.WaveLoad;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Reason;
import dev.pathrank.rank.WindowLength;
import dev.pathrank.report.RunSummary;
import dev.pathrank.report.WholeReport;
import dev.pathrank.report.html.FirstView.Brief;
import dev.pathrank.report.html.FirstView.Chart;
import dev.pathrank.report.html.FirstView.Figure;
import dev.pathrank.time.UtcDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first screen of the page. */
final class FirstSection {
    private static final int HOSTS_NAMED = 2;
    private static final int NAMED = 2;

    private final WholeReport report;
    private final PageText text;
    private final List<RankedEndpoint> rows;

    private FirstSection(WholeReport report, PageText text) {
        this.report = report;
        this.text = text;
        this.rows = rows(report);
    }

    static FirstView of(WholeReport report, PageText text) {
        return new FirstSection(report, text).view();
    }

    /** Returns every endpoint of the report, in its order. */
    static List<RankedEndpoint> rows(WholeReport report) {
        if (report.order() != null) {
            return report.order().rows();
        }
        return report.plan() == null
                ? List.of()
                : report.plan().plan().rows().stream()
                        .map(PlannedEndpoint::ranked)
                        .toList();
    }

    private FirstView view() {
        RankedEndpoint first = first();
        String over = over();
        if (report.order() == null && report.plan() == null) {
            String what = report.comparison() == null ? "How paths became endpoints" : "What changed";
            return new FirstView(over, what, null, "", List.of(), List.of(), List.of());
        }
        if (first == null) {
            String none = "Nothing to move: no candidate endpoint has origin calls.";
            return new FirstView(over, none, null, "", List.of(), figures(), List.of());
        }
        return new FirstView(
                over,
                "Move ",
                text.name(first),
                " first" + pilotWords(first) + ": " + why(first),
                briefs(),
                figures(),
                charts());
    }

    private String over() {
        RunSummary.Total total = report.about().summary().reported() == null
                ? report.about().summary().read()
                : report.about().summary().reported();
        String hosts = rows.stream()
                .map(row -> row.stats().host())
                .filter(host -> !host.isEmpty())
                .distinct()
                .limit(HOSTS_NAMED + 1)
                .collect(Collectors.joining(", "));
        return Stream.of(
                        hosts,
                        period(),
                        text.count(total.rows().counted(), "call") + " in "
                                + text.count(total.objects().read(), "log object"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String period() {
        if (report.about().window().lastSeen() == 0) {
            return "";
        }
        LocalDate from = text.day(report.about().window().firstSeen());
        LocalDate to = text.day(report.about().window().lastSeen());
        if (from.equals(to)) {
            return PageText.date(from);
        }
        boolean sameMonth = from.getYear() == to.getYear() && from.getMonth() == to.getMonth();
        boolean sameYear = from.getYear() == to.getYear();
        String begin = sameMonth
                ? Integer.toString(from.getDayOfMonth())
                : sameYear ? PageText.shortDate(from) : PageText.date(from);
        return begin + " to " + PageText.date(to);
    }

    private @Nullable RankedEndpoint first() {
        if (report.plan() != null) {
            List<PlannedEndpoint> moving = report.plan().plan().moving();
            if (moving.isEmpty()) {
                return null;
            }
            boolean learn = moving.size() > 1 && !report.plan().plan().isBusyEnoughForPilot(moving.get(0));
            return moving.get(learn ? 1 : 0).ranked();
        }
        return rows.stream()
                .filter(row -> row.isCandidate() && row.stats().originCalls() > 0)
                .findFirst()
                .orElse(null);
    }

    /** Names the pilot where it is so small that moving it is only a trial. */
    private String pilotWords(RankedEndpoint first) {
        if (report.plan() == null) {
            return "";
        }
        RankedEndpoint pilot = report.plan().plan().moving().get(0).ranked();
        return pilot.equals(first)
                ? ""
                : ", after a trial with " + text.name(pilot).text();
    }

    private String why(RankedEndpoint row) {
        List<String> words = new ArrayList<>();
        words.add(row.parts().map(parts -> parts.ease().readOnly()).orElse(false) ? "read-only" : "changes data");
        words.add(text.percent(row.stats().originCalls(), originCalls()) + " of origin calls");
        row.stats().durations().ifPresent(durations -> words.add("p95 " + text.duration(durations.p95Ms())));
        return String.join(", ", words) + limitWords();
    }

    private String limitWords() {
        if (report.plan() == null) {
            return ".";
        }
        Wave exceeding = firstExceeding();
        return exceeding == null
                ? "; no known quota is exceeded in any wave."
                : exceeding.number() == 1
                        ? "; already with it a limit is exceeded: "
                                + exceeding.exceedings().get(0).quota().label() + "."
                        : "; no known quota is exceeded before wave " + exceeding.number() + ".";
    }

    private @Nullable Wave firstExceeding() {
        if (report.plan() == null) {
            return null;
        }
        return report.plan().plan().waves().stream()
                .filter(wave -> !wave.exceedings().isEmpty())
                .findFirst()
                .orElse(null);
    }

    private long originCalls() {
        return rows.stream().mapToLong(row -> row.stats().originCalls()).sum();
    }

    private List<Brief> briefs() {
        if (report.plan() == null) {
            return List.of();
        }
        Plan plan = report.plan().plan();
        return List.of(
                new Brief("First limit", firstLimit(plan), "limits"),
                new Brief("Ask AWS", ask(plan), "requests"),
                new Brief("Cost", cost(plan), "cost"),
                new Brief("Must not move", mustStay(plan), "stays"));
    }

    private String firstLimit(Plan plan) {
        Optional<Wave> single =
                plan.waves().stream().filter(each -> !each.alone().isEmpty()).findFirst();
        String alone = single.map(FirstSection::alone).orElse("");
        Wave wave = plan.waves().stream()
                .filter(each -> !each.exceeded().isEmpty())
                .findFirst()
                .orElse(null);
        if (wave == null) {
            return single.map(first -> alone + wouldFail(plan.load(first))).orElseGet(() -> closest(plan));
        }
        Wave.ExceededQuota each = wave.exceeded().stream()
                .min(Comparator.comparingLong(one -> one.at() == null ? Long.MAX_VALUE : one.at()))
                .orElseThrow();
        QuotaUse use = wave.use(each.quota()).orElseThrow();
        return "Wave " + wave.number() + " exceeds " + each.quota().label() + " with "
                + text.name(plan.moving().get(each.place()).ranked()).text()
                + (each.at() == null ? "" : " from " + text.minute(each.at()) + " on") + "; at its peak it needs "
                + text.numberOrNotKnown(use.used()) + ", the quota is " + text.numberOrNotKnown(use.limit()) + "."
                + wouldFail(plan.load(wave))
                + (alone.isEmpty() ? "" : " " + alone);
    }

    private static String alone(Wave wave) {
        return "From wave " + wave.number() + " on single endpoints exceed "
                + wave.alone().stream()
                        .map(one -> one.use().quota().label())
                        .distinct()
                        .collect(Collectors.joining(" and "))
                + ".";
    }

    private String wouldFail(WaveLoad load) {
        long calls = load.refusals().calls();
        return calls == 0 ? "" : " " + text.count(calls, "call") + " of these logs would fail.";
    }

    /** Returns the quota of which most is used after the last wave. */
    private String closest(Plan plan) {
        return plan.waves()
                .get(plan.waves().size() - 1)
                .nearest(plan.options().waves().choice())
                .map(use -> "None in any wave. Closest: " + use.quota().label() + ", "
                        + text.numberOrNotKnown(use.used()) + " of " + text.numberOrNotKnown(use.limit())
                        + (use.peakAt() == null ? "" : " at " + text.minute(use.peakAt())) + ".")
                .orElse("Not known: the logs have no durations.");
    }

    private String ask(Plan plan) {
        Map<Boolean, List<QuotaRequest>> byOwner = QuotaRequest.of(plan).stream()
                .collect(Collectors.partitioningBy(
                        each -> plan.options().quotas().canBeAsked(each.quota())));
        List<QuotaRequest> ofAws = byOwner.getOrDefault(true, List.of());
        List<QuotaRequest> own = byOwner.getOrDefault(false, List.of());
        Schedule schedule = plan.options().waves().schedule();
        String asked = ofAws.isEmpty()
                ? plan.exceedsQuota()
                        ? "Nothing that a request would cure"
                        : "Nothing, if nothing else uses the account"
                : ofAws.stream()
                        .map(each -> wish(each)
                                + (schedule == null ? "" : ", by " + PageText.date(schedule.askBy(each.wave()))))
                        .collect(Collectors.joining("; "));
        return asked + "."
                + (own.isEmpty()
                        ? ""
                        : " AWS cannot grant these: "
                                + own.stream().map(this::wish).collect(Collectors.joining("; ")) + ".");
    }

    private String wish(QuotaRequest request) {
        return request.quota().label() + " " + text.number(request.ask()) + " before wave " + request.wave();
    }

    private String cost(Plan plan) {
        String all = plan.monthlyCost()
                .map(cost -> text.dollars(cost) + " a month when everything has moved" + withoutTime(plan))
                .orElse("Not known for this Region and era");
        return plan.options().currentMonthlyCost() == null
                ? all + "."
                : all + "; today " + text.dollars(plan.options().currentMonthlyCost()) + ".";
    }

    private String withoutTime(Plan plan) {
        return plan.untimed() == 0
                ? ""
                : ", without running time of " + text.number(plan.untimed()) + " of "
                        + text.number(plan.moving().size()) + " endpoints, whose durations the logs do not have";
    }

    private String mustStay(Plan plan) {
        List<RankedEndpoint> redesign =
                rows.stream().filter(RankedEndpoint::needsRedesign).toList();
        Set<RankedEndpoint> moving =
                plan.moving().stream().map(PlannedEndpoint::ranked).collect(Collectors.toSet());
        long others = rows.stream()
                .filter(row -> !row.needsRedesign() && row.kind() == EndpointKind.ENDPOINT && !moving.contains(row))
                .count();
        long assets =
                rows.stream().filter(row -> row.kind() == EndpointKind.ASSET).count();
        String named = redesign.stream()
                .limit(NAMED)
                .map(row -> text.name(row).text() + " (" + Reason.joined(row.reasons()) + ")")
                .collect(Collectors.joining(", "));
        List<String> words = new ArrayList<>();
        words.add(
                redesign.isEmpty()
                        ? "No endpoint needs a redesign"
                        : text.count(redesign.size(), "endpoint") + " needing a redesign: " + named
                                + (redesign.size() > NAMED ? " and others" : ""));
        if (assets > 0) {
            words.add(text.count(assets, "static file"));
        }
        if (others > 0) {
            words.add(text.count(others, "other")
                    + (others == 1 ? ", such as a health check" : ", such as health checks"));
        }
        return String.join("; ", words) + ".";
    }

    private List<Figure> figures() {
        long called = rows.stream()
                .filter(row ->
                        row.kind() == EndpointKind.ENDPOINT && row.stats().isCalled())
                .count();
        long declared = report.about().declaredRoutes();
        long unused =
                rows.stream().filter(row -> row.kind() == EndpointKind.UNUSED).count();
        long candidates = rows.stream().filter(RankedEndpoint::isCandidate).count();
        long calls = rows.stream().mapToLong(row -> row.stats().calls()).sum();
        long redesign = rows.stream().filter(RankedEndpoint::needsRedesign).count();
        List<Figure> figures = new ArrayList<>();
        figures.add(
                declared == 0
                        ? new Figure(
                                text.number(called), "", "endpoints are called; a file of routes tells which never are")
                        : new Figure(
                                text.number(declared - unused),
                                text.number(declared),
                                "declared routes are called; " + text.number(unused) + " never were"));
        figures.add(new Figure(text.number(candidates), "", candidateWords()));
        figures.add(new Figure(
                text.number(originCalls()),
                "",
                "origin calls, " + text.percent(originCalls(), calls) + " of all calls"));
        figures.add(new Figure(
                text.number(redesign), "", redesign == 1 ? "needs a redesign first" : "need a redesign first"));
        figures.add(days());
        return figures;
    }

    private String candidateWords() {
        if (report.plan() == null) {
            return "candidates for a move";
        }
        return "candidates, in " + text.count(report.plan().plan().waves().size(), "wave");
    }

    private Figure days() {
        boolean empty = report.about().window().lastSeen() == 0;
        WindowLength length = report.about().window().length();
        if (!empty && length.unit() != WindowLength.Unit.DAY) {
            return new Figure(text.number(length.count()), "", length.units() + " from the first call to the last");
        }
        long days = empty ? 0 : length.count();
        List<RunSummary.Hours> missing = report.about().summary().missingHours();
        if (missing == null) {
            return new Figure(text.number(days), "", "days from the first call to the last");
        }
        Set<Long> without = new TreeSet<>();
        for (RunSummary.Hours hours : missing) {
            Instant from = hours.from().plus(Duration.ofSeconds(UtcDay.SECONDS - 1L));
            for (long day = UtcDay.of(from.getEpochSecond());
                    day < UtcDay.of(hours.to().getEpochSecond());
                    day++) {
                without.add(day);
            }
        }
        return new Figure(text.number(days - without.size()), text.number(days), "days have logs");
    }

    private List<Chart> charts() {
        List<Chart> charts = new ArrayList<>(new FirstCharts(report, rows, text).charts());
        if (report.plan() != null) {
            new LimitCharts(report.plan(), text).next().ifPresent(charts::add);
        }
        return charts;
    }
}
