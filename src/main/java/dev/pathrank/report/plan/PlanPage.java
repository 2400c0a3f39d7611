package dev.pathrank.report.plan;

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
import java.time.ZoneId;
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

    private PlanPage(Plan plan, PlaceholderStyle placeholder, ZoneId zone) {
        this.page = new Page(placeholder, zone);
        this.plan = plan;
        this.options = plan.options();
    }

    static void write(Plan plan, PlaceholderStyle placeholder, ZoneId zone, Writer out) throws IOException {
        PlanPage all = new PlanPage(plan, placeholder, zone);
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
        if (plan.window().lastSeen() == 0) {
            page.say("Nothing to move: the logs have no counted call.");
            return;
        }
        page.say("Based on logs from " + page.minute(plan.window().firstSeen()) + " to "
                + page.minute(plan.window().lastSeen()) + " " + page.zone() + " (" + days() + "), with the quotas of "
                + Page.shown(options.quotas().name()) + " and the prices of "
                + Page.shown(options.prices().region() + ", " + options.prices().asOf()) + ". Functions have "
                + options.memoryMb() + " MB of memory" + network() + growth() + ".");
        if (plan.waves().isEmpty()) {
            page.say("Nothing to move: no candidate endpoint has origin calls.");
            return;
        }
        List<String> points = new ArrayList<>();
        points.add("**First:** " + first());
        points.add("**Ask AWS:** " + ask());
        points.add("**Cost:** "
                + plan.monthlyCost()
                        .map(cost -> Page.dollars(cost) + " a month when everything has moved")
                        .orElse("not known for this Region and era")
                + ".");
        points.add("**Retire:** " + count(plan.retiring().size(), "declared route") + " that were never called.");
        points.add("**Stays or needs redesign:** " + count(redesign().size(), "endpoint") + ".");
        page.list(points);
        overview();
    }

    private String days() {
        long days = plan.window().days();
        return days + (days == 1 ? " day" : " days");
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
                + wave.phase().word() + "): " + Page.shown(row.ranked().reason()) + ".";
    }

    private String ask() {
        List<QuotaRequest> requests = QuotaRequest.of(plan);
        if (requests.isEmpty()) {
            return "nothing: at this traffic no known quota is exceeded after the last wave,"
                    + " if nothing else uses the account.";
        }
        List<QuotaRequest> asked = requests.stream().filter(this::canBeAsked).toList();
        List<QuotaRequest> beyondAsking =
                requests.stream().filter(each -> !canBeAsked(each)).toList();
        return (asked.isEmpty() ? "nothing" : inWords(asked))
                + (beyondAsking.isEmpty() ? "" : ". Cannot be solved by a request: " + inWords(beyondAsking))
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
                List.of(">wave", "what", ">endpoints", ">origin calls", ">concurrency, cumulative", "first exceeds"),
                plan.waves().stream().map(this::overview).toList());
    }

    private List<String> overview(Wave wave) {
        long calls = plan.of(wave).stream()
                .mapToLong(row -> row.ranked().stats().originCalls())
                .sum();
        String passes = wave.breaks().stream()
                .map(each -> each.quota().label() + (each.at() == null ? "" : " at " + page.minute(each.at())))
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
        Optional<String> from = plan.moving().stream()
                .flatMap(row -> row.ranked().stats().durations().stream())
                .map(durations -> durations.from())
                .distinct()
                .sorted()
                .reduce((left, right) -> left + ", " + right);
        page.list(List.of(
                "Calls do not show shared tables or code: two quiet endpoints may be part of one transaction.",
                "Durations come from " + from.map(Page::shown).orElse("nowhere: the logs have none")
                        + ". `time-taken` ends when the edge has sent the last byte: it includes waiting and transfer,"
                        + " so concurrency and cost are upper estimates."
                        + " A function may also be faster or slower than the old server.",
                "A call counts in the second in which its response finished; a peak within a second is not visible.",
                "Logs are delivered on a best-effort basis, up to a day late: counts are lower bounds."
                        + " Real-time logs may be sampled.",
                "An address is not a user. One month of logs misses quarter-end jobs.",
                "Other uses of these quotas in the same account and Region are not in these logs: subtract them.",
                "A CloudFront behaviour selects one origin by path; the first match wins and `*` also matches `/`."));
    }

    static String count(long count, String what) {
        return Page.number(count) + " " + what + (count == 1 ? "" : "s");
    }
}
