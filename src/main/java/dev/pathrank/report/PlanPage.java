package dev.pathrank.report;

import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlanOptions;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.QuotaRequest;
import dev.pathrank.plan.Subnet;
import dev.pathrank.plan.Wave;
import dev.pathrank.plan.WeeklyTrend;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.rank.EndpointKind;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The plan as a page: what moves first and why, what to ask AWS for and by when, what it costs, what could go wrong.
 */
final class PlanPage {
    private static final int NAMED = 20;

    private final Plan plan;
    private final PlanOptions options;
    private final Page page;

    private PlanPage(Plan plan, PlaceholderStyle placeholder) {
        this.page = new Page(placeholder);
        this.plan = plan;
        this.options = plan.options();
    }

    static void write(Plan plan, PlaceholderStyle placeholder, Writer out) throws IOException {
        PlanPage all = new PlanPage(plan, placeholder);
        all.summary();
        new PlanPageQuotas(plan, all.page).write();
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

    private void summary() {
        page.heading(1, "Migration plan");
        page.say("Made from logs of " + Page.minute(plan.window().firstSeen()) + " to "
                + Page.minute(plan.window().lastSeen()) + " UTC (" + days() + "), with the quotas of "
                + Page.shown(options.quotas().name()) + " and the prices of "
                + Page.shown(options.prices().region() + ", " + options.prices().asOf()) + ". Functions have "
                + options.memoryMb() + " MB" + network() + growth() + ".");
        if (plan.waves().isEmpty()) {
            page.say("Nothing is to be moved: no endpoint is a candidate with calls at the backend.");
            return;
        }
        List<String> points = new ArrayList<>();
        points.add("**First:** " + first());
        points.add("**Ask AWS:** " + ask());
        points.add("**Cost:** "
                + plan.monthlyCost()
                        .map(cost -> Page.dollars(cost) + " a month when all of it has moved")
                        .orElse("not known for this Region and era")
                + ".");
        points.add("**Retire:** " + count(plan.retiring().size(), "declared route") + " that nobody called.");
        points.add("**Needs redesign or stays:** " + count(redesign().size(), "endpoint") + ".");
        page.list(points);
        overview();
    }

    private String days() {
        long days = plan.window().days();
        return days + (days == 1 ? " day" : " days");
    }

    private String network() {
        if (!options.vpc()) {
            return " and are in no VPC";
        }
        return options.subnets().isEmpty()
                ? " and are in a VPC"
                : " and are in a VPC with "
                        + options.subnets().stream().map(Subnet::cidr).collect(Collectors.joining(", "));
    }

    private String growth() {
        return options.growth().compareTo(BigDecimal.ONE) == 0
                ? ""
                : "; traffic is scaled by " + options.growth().toPlainString();
    }

    private String first() {
        Wave wave = plan.waves().get(0);
        PlannedEndpoint row = plan.of(wave).get(0);
        int others = wave.last() - wave.first();
        return page.endpoint(row) + (others == 0 ? "" : " and " + count(others, "other") + " with it") + " ("
                + wave.phase().word() + "): " + Page.shown(row.ranked().reason()) + ".";
    }

    private String ask() {
        List<QuotaRequest> requests = QuotaRequest.of(plan);
        if (requests.isEmpty()) {
            return "nothing: at this traffic every quota that is known holds after the last wave, if nothing else uses the account.";
        }
        List<QuotaRequest> asked = requests.stream().filter(this::canBeAsked).toList();
        List<QuotaRequest> beyondAsking =
                requests.stream().filter(each -> !canBeAsked(each)).toList();
        return (asked.isEmpty() ? "nothing" : inWords(asked))
                + (beyondAsking.isEmpty() ? "" : ". No request cures " + inWords(beyondAsking))
                + ".";
    }

    private boolean canBeAsked(QuotaRequest request) {
        return !options.quotas().awsName(request.quota()).isEmpty();
    }

    private static String inWords(List<QuotaRequest> requests) {
        return requests.stream()
                .map(each -> each.quota().label() + " before wave " + each.wave())
                .collect(Collectors.joining(", "));
    }

    private void overview() {
        page.table(
                List.of(
                        ">wave",
                        "what",
                        ">endpoints",
                        ">calls at the backend",
                        ">concurrent with all before",
                        "first passes"),
                plan.waves().stream().map(this::overview).toList());
    }

    private List<String> overview(Wave wave) {
        long calls = plan.of(wave).stream()
                .mapToLong(row -> row.ranked().stats().originCalls())
                .sum();
        String passes = wave.breaks().stream()
                .map(each -> each.quota().label() + (each.at() == null ? "" : " at " + Page.minute(each.at())))
                .collect(Collectors.joining("; "));
        String concurrency = wave.uses().stream()
                .filter(use -> use.quota() == Quota.CONCURRENCY)
                .map(use -> Page.number(use.used()))
                .findFirst()
                .orElse(Page.NOT_KNOWN);
        return List.of(
                Integer.toString(wave.number()),
                wave.phase().word(),
                Integer.toString(wave.last() - wave.first() + 1),
                Page.number(calls),
                concurrency,
                passes.isEmpty() ? "–" : passes);
    }

    private void trend() {
        page.heading(2, "Growth and trend");
        page.say("This plan scales the traffic of the logs by "
                + options.growth().stripTrailingZeros().toPlainString()
                + " (`--growth`). Calls at the backend by week:");
        page.table(
                List.of("week from Monday", ">calls", "whole"),
                plan.trend().weeks().stream().map(PlanPage::week).toList());
        page.say(plan.trend()
                .percent()
                .map(percent -> "From the first whole week to the last: " + (percent.signum() < 0 ? "" : "+")
                        + percent.toPlainString() + " %.")
                .orElse("The logs hold fewer than two whole weeks, so no trend can be told."));
    }

    private static List<String> week(WeeklyTrend.Week week) {
        return List.of(Page.date(week.firstDay()), Page.number(week.calls()), week.whole() ? "yes" : "no");
    }

    private void retire() {
        List<PlannedEndpoint> rows = plan.retiring();
        if (!rows.isEmpty()) {
            page.heading(2, "Retire instead of moving");
            page.say("Declared and never called. Read the code before deleting: one month misses quarter-end jobs.");
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
            items.add("and " + (rows.size() - NAMED) + " more, which the CSV names");
        }
        page.list(items);
    }

    private void limitsOfLogs() {
        page.heading(2, "What logs cannot tell");
        Optional<String> from = plan.moving().stream()
                .flatMap(row -> row.ranked().stats().durations().stream())
                .map(durations -> durations.from())
                .distinct()
                .sorted()
                .reduce((left, right) -> left + ", " + right);
        page.list(List.of(
                "Calls say nothing about shared tables or code: two quiet endpoints may be one transaction.",
                "Durations come from " + from.map(Page::shown).orElse("nowhere: the logs hold none")
                        + ". `time-taken` ends when the edge has sent the last byte: it holds waiting and transfer, so"
                        + " concurrency and money are upper guesses. A function is not the old server either.",
                "A call counts in the second that its response finished; a peak within one second is invisible.",
                "Logs are best effort and may come a day late: counts are lower bounds. Real-time logs may be sampled.",
                "One address is not one user. One month misses quarter-end jobs.",
                "What else uses these quotas in the same account and Region is not in these logs: subtract it.",
                "A CloudFront behaviour picks one origin by path; the first match wins and `*` also crosses `/`."));
    }

    static String count(long count, String what) {
        return Page.number(count) + " " + what + (count == 1 ? "" : "s");
    }
}
