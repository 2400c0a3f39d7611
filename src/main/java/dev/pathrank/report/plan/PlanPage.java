package dev.pathrank.report.plan;

import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.plan.Hazard;
import dev.pathrank.plan.HazardFinding;
import dev.pathrank.plan.Phase;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlanOptions;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.QuotaRequest;
import dev.pathrank.plan.Schedule;
import dev.pathrank.plan.Subnet;
import dev.pathrank.plan.SwitchChoice;
import dev.pathrank.plan.Wave;
import dev.pathrank.plan.WeeklyTrend;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.load.Refusals;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.WindowLength;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The plan as a page: what moves first and why, what to ask AWS for and by when, what it costs, what could go wrong.
 */
final class PlanPage {
    private static final int NAMED = 20;
    private static final int RECURRING_NAMED = 3;

    private final Plan plan;
    private final PlanOptions options;
    private final Page page;

    private PlanPage(Plan plan, Page page) {
        this.page = page;
        this.plan = plan;
        this.options = plan.options();
    }

    static void write(Plan plan, PlaceholderStyle placeholder, ZoneId zone, Writer out) throws IOException {
        PlanPage all = new PlanPage(plan, new Page(placeholder, zone));
        all.summary();
        all.page.contents();
        new PlanPageQuotas(plan, all.page).write();
        new PlanPageSwitch(plan, all.page).write();
        new PlanPageWaves(plan, all.page).write();
        new PlanPageHazards(plan, placeholder, all.page).write();
        new PlanPageColdStarts(plan, all.page).write();
        new PlanPageCost(plan, all.page).write();
        all.trend();
        all.retire();
        all.stays();
        all.limitsOfLogs();
        all.page.writeTo(out);
    }

    /** Adds what is read first. */
    static void summary(Plan plan, Page page) {
        new PlanPage(plan, page).summary();
    }

    private void summary() {
        page.heading(1, "Migration plan");
        if (plan.window().lastSeen() == 0) {
            page.say("Nothing to move: the logs have no counted call.");
            return;
        }
        page.say("Based on logs from " + page.minute(plan.window().firstSeen()) + " to "
                + page.minute(plan.window().lastSeen()) + " " + page.zone() + " ("
                + length() + "), with the quotas of "
                + Page.shown(options.quotas().name()) + " and the prices of "
                + Page.shown(options.prices().region() + ", " + options.prices().asOf()) + ". Functions have "
                + options.memoryMb() + " MB of memory" + network() + growth() + ".");
        if (!options.quotas().isOfToday()) {
            page.say(RequestText.OF_THEN);
        }
        if (plan.waves().isEmpty()) {
            page.say("Nothing to move: no candidate endpoint has origin calls.");
            return;
        }
        List<String> points = new ArrayList<>();
        points.add("**First:** " + first());
        points.add("**Ask AWS:** " + ask());
        points.add("**Cost:** "
                + plan.monthlyCost()
                        .map(cost ->
                                Page.dollars(cost) + " a month when everything has moved" + onlyIf() + withoutTime())
                        .orElse("not known for this Region and era")
                + ".");
        points.add("**Would fail:** " + fails());
        points.add("**Move and go back:** one wave after the other, each switched at CloudFront and back again "
                + (options.waves().choice() == SwitchChoice.FUNCTION
                        ? "by one key, within seconds"
                        : "by its cache behaviours, within minutes")
                + "; the present servers stay until then.");
        points.add("**Retire:** "
                + (plan.routesKnown()
                        ? count(plan.retiring().size(), "declared route") + " that were never called."
                        : "not known. Logs do not show what nobody calls: give your routes with `--routes`."));
        points.add("**Stays or needs redesign:** " + count(redesign().size(), "endpoint") + ".");
        page.list(points);
        overview();
    }

    private String length() {
        WindowLength length = plan.window().length();
        return count(length.count(), length.unit().word());
    }

    /** Says of less than a day that its rate must hold for the whole month. */
    private String onlyIf() {
        return plan.window().length().unit() == WindowLength.Unit.DAY
                ? ""
                : ", if calls came day and night as in these " + length();
    }

    /** Says of which endpoints the time that their functions run is not part of the cost. */
    private String withoutTime() {
        return plan.untimed() == 0
                ? ""
                : ", without running time of " + plan.untimed() + " of "
                        + plan.moving().size() + " endpoints, whose durations the logs do not have";
    }

    private String network() {
        if (!options.vpc()) {
            return " and run outside a VPC";
        }
        return options.subnets().isEmpty()
                ? " and run in a VPC"
                : " and run in a VPC with the subnets "
                        + options.subnets().stream().map(Subnet::cidr).collect(Collectors.joining(", "));
    }

    private String growth() {
        return options.growth().compareTo(BigDecimal.ONE) == 0
                ? ""
                : "; traffic is multiplied by " + options.growth().toPlainString();
    }

    private String first() {
        Wave wave = plan.waves().get(0);
        PlannedEndpoint row = plan.of(wave).get(0);
        int others = wave.last() - wave.first();
        return page.endpoint(row) + (others == 0 ? "" : " and " + count(others, "other") + " in the same wave") + " ("
                + wave.phase().word() + "): " + Page.shown(row.ranked().reason()) + "."
                + (wave.phase() == Phase.PILOT
                        ? " It goes alone, so that the whole way is tried where little is at stake; then reads, then"
                                + " writes, in the order of the ranking."
                        : "");
    }

    private String ask() {
        List<QuotaRequest> requests = QuotaRequest.of(plan);
        List<String> alone = exceededAlone();
        if (requests.isEmpty()) {
            return alone.isEmpty()
                    ? "nothing: at this traffic every quota that is known holds after the last wave, if nothing else"
                            + " uses the account."
                    : "nothing that a request would cure. " + inSentence(alone);
        }
        List<QuotaRequest> asked = requests.stream().filter(this::canBeAsked).toList();
        List<QuotaRequest> beyondAsking =
                requests.stream().filter(each -> !canBeAsked(each)).toList();
        return (asked.isEmpty() ? "nothing" : inWords(asked))
                + (beyondAsking.isEmpty() ? "" : ". Cannot be solved by a request: " + inWords(beyondAsking))
                + "."
                + (alone.isEmpty() ? "" : " " + inSentence(alone));
    }

    private static String inSentence(List<String> alone) {
        return "Single endpoints exceed: " + String.join("; ", alone) + ".";
    }

    /** Returns the limits that single calls or endpoints exceed, each with the wave that meets it first. */
    private List<String> exceededAlone() {
        Map<Quota, Integer> first = new EnumMap<>(Quota.class);
        plan.waves()
                .forEach(wave -> wave.alone()
                        .forEach(each -> first.putIfAbsent(each.use().quota(), wave.number())));
        List<String> words = new ArrayList<>();
        first.forEach((quota, wave) -> words.add(quota.label() + " from wave " + wave));
        return words;
    }

    private String fails() {
        Refusals refusals = plan.load(plan.waves().get(plan.waves().size() - 1)).refusals();
        if (refusals.calls() == 0) {
            return "no call of these logs, by the quotas that are known.";
        }
        return count(refusals.calls(), "call") + " of these logs when everything has moved ("
                + PlanColumns.causes(refusals).replace("+", ", ") + "), at most " + Page.number(refusals.worst())
                + " in the minute " + page.minute(refusals.worstAt()) + ".";
    }

    private boolean canBeAsked(QuotaRequest request) {
        return options.quotas().canBeAsked(request.quota());
    }

    private String inWords(List<QuotaRequest> requests) {
        return requests.stream()
                .map(each -> each.quota().label() + " before wave " + each.wave() + askBy(each.wave()))
                .collect(Collectors.joining(", "));
    }

    private String askBy(int wave) {
        Schedule schedule = options.waves().schedule();
        return schedule == null ? "" : " (ask by " + schedule.askBy(wave) + ")";
    }

    private void overview() {
        page.table(
                List.of(
                        ">wave",
                        "date",
                        "what",
                        ">endpoints",
                        ">origin calls",
                        ">environments, cumulative",
                        ">calls that would fail",
                        ">most in a minute",
                        "first exceeds",
                        "ask for",
                        "recurs",
                        "hazards"),
                plan.waves().stream().map(this::overview).toList());
        if (options.waves().schedule() != null) {
            page.say("Ask for quotas " + Schedule.QUOTA_LEAD_DAYS
                    + " days before the wave: AWS promises no time, and a question or a second request takes some.");
        }
        pilotNote();
    }

    private void pilotNote() {
        plan.waves().stream()
                .filter(wave -> wave.phase() == Phase.PILOT)
                .filter(wave -> !plan.isBusyEnoughForPilot(plan.of(wave).get(0)))
                .findFirst()
                .ifPresent(wave -> page.say((wave.number() == 1 ? "No read" : "No read without a given wave")
                        + " has the 200 origin calls a day that a pilot should have, so "
                        + page.endpoint(plan.of(wave).get(0)) + ", the smallest read, is the pilot:"
                        + " watch it for longer."));
    }

    private List<String> overview(Wave wave) {
        List<PlannedEndpoint> rows = plan.of(wave);
        long calls = rows.stream()
                .mapToLong(row -> row.ranked().stats().originCalls())
                .sum();
        String exceeds = wave.exceedings().stream()
                .map(each -> each.quota().label() + (each.at() == null ? "" : " at " + page.minute(each.at())))
                .collect(Collectors.joining("; "));
        String environments =
                wave.use(Quota.CONCURRENCY).map(use -> Page.number(use.used())).orElse(Page.NOT_KNOWN);
        Refusals refusals = plan.load(wave).refusals();
        Schedule schedule = options.waves().schedule();
        String asked = QuotaRequest.of(plan).stream()
                .filter(each -> each.wave() == wave.number() && canBeAsked(each))
                .map(each -> each.quota().label() + " " + Page.number(each.ask())
                        + (schedule == null ? "" : " by " + schedule.askBy(wave.number())))
                .collect(Collectors.joining("; "));
        return List.of(
                Integer.toString(wave.number()),
                schedule == null ? "–" : schedule.of(wave.number()).toString(),
                wave.phase().word(),
                Integer.toString(wave.last() - wave.first() + 1),
                Page.number(calls),
                environments,
                Page.number(refusals.calls()),
                Page.number(refusals.worst()),
                orDash(exceeds),
                orDash(asked),
                orDash(recurring(rows)),
                orDash(hazards(rows)));
    }

    private static String orDash(String words) {
        return words.isEmpty() ? "–" : words;
    }

    private String recurring(List<PlannedEndpoint> rows) {
        return rows.stream()
                .filter(row ->
                        row.forecast() != null && !row.forecast().recurs().isEmpty())
                .limit(RECURRING_NAMED)
                .map(row -> page.endpoint(row) + " " + row.requireForecast().recurs())
                .collect(Collectors.joining("; "));
    }

    private static String hazards(List<PlannedEndpoint> rows) {
        return rows.stream()
                .flatMap(row -> row.hazards().stream())
                .map(HazardFinding::hazard)
                .distinct()
                .sorted()
                .map(Hazard::word)
                .collect(Collectors.joining(", "));
    }

    private void trend() {
        page.heading(2, "Growth and trend");
        page.say("This plan multiplies the traffic of the logs by "
                + options.growth().stripTrailingZeros().toPlainString()
                + " (`--growth`). Origin calls by week:");
        page.table(
                List.of("week from Monday", ">calls", "whole"),
                plan.trend().weeks().stream().map(PlanPage::week).toList());
        page.say(plan.trend()
                .percent()
                .map(percent -> "From the first whole week to the last: " + (percent.signum() < 0 ? "" : "+")
                        + percent.toPlainString() + " %.")
                .orElse("The logs cover fewer than two whole weeks, so there is no trend."));
    }

    private static List<String> week(WeeklyTrend.Week week) {
        return List.of(Page.date(week.firstDay()), Page.number(week.calls()), week.whole() ? "yes" : "no");
    }

    private void retire() {
        List<PlannedEndpoint> rows = plan.retiring();
        if (!rows.isEmpty()) {
            page.heading(2, "Retire instead of moving");
            page.say("Declared but never called. Check the code before deleting: one month of logs misses"
                    + " quarter-end jobs.");
            named(rows);
        }
    }

    private void stays() {
        List<PlannedEndpoint> rows = redesign();
        if (!rows.isEmpty()) {
            page.heading(2, "Stays, or needs redesign");
            named(rows);
        }
    }

    private List<PlannedEndpoint> redesign() {
        return plan.rows().stream()
                .filter(row -> row.wave() == null)
                .filter(row -> row.ranked().kind() == EndpointKind.ENDPOINT)
                .toList();
    }

    private void named(List<PlannedEndpoint> rows) {
        List<String> items = new ArrayList<>();
        rows.stream().limit(NAMED).forEach(row -> items.add(page.endpoint(row) + ": " + Page.shown(row.reason())));
        if (rows.size() > NAMED) {
            items.add("and " + (rows.size() - NAMED) + " more, which the CSV lists");
        }
        page.list(items);
    }

    private void limitsOfLogs() {
        page.heading(2, "What the logs cannot show");
        page.list(
                LogLimits.of(plan.moving().stream().map(PlannedEndpoint::ranked).toList()));
    }

    static String count(long count, String what) {
        return Page.number(count) + " " + what + (count == 1 ? "" : "s");
    }
}
