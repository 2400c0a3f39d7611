package dev.pathrank.report.plan;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlanOptions;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.data.Runtimes;
import dev.pathrank.plan.load.ColdStartForecast;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The section on cold starts, and what would reduce them. */
final class PlanPageColdStarts {
    private static final int SHOWN = 15;

    private final Plan plan;
    private final Page page;

    PlanPageColdStarts(Plan plan, Page page) {
        this.plan = plan;
        this.page = page;
    }

    void write() {
        if (plan.moving().isEmpty()) {
            return;
        }
        PlanOptions options = plan.options();
        page.heading(2, "Cold starts");
        page.say("Simulated second by second from the logs. An environment serves one call at a time and is"
                + " removed after "
                + Page.number(options.environments().idleSeconds())
                + " s without a call (`--idle-timeout`; default from "
                + Page.shown(options.quotas().idleTimeoutSource()) + "). A cold call waits "
                + Page.number(options.environments().startUpMs()) + " ms longer (`--runtime`, `--start-up-ms`; "
                + Page.shown(Runtimes.source()) + "), not including the start-up of the code itself.");
        List<PlannedEndpoint> most = plan.moving().stream()
                .sorted(Comparator.comparingLong(
                                (PlannedEndpoint row) -> starts(row).cold())
                        .reversed())
                .limit(SHOWN)
                .toList();
        page.table(
                List.of(
                        "endpoint",
                        ">calls",
                        ">cold",
                        ">share",
                        ">environments",
                        ">cold with a ping every 5 min",
                        ">cold with " + options.environments().provisioned() + " provisioned",
                        ">ping $ a month",
                        ">provisioned $ a month"),
                most.stream().map(this::row).toList());
        if (plan.moving().size() > SHOWN) {
            page.say("The " + SHOWN + " with the most cold starts; the CSV lists all.");
        }
    }

    private static ColdStartForecast starts(PlannedEndpoint row) {
        return Objects.requireNonNull(row.forecast()).coldStarts();
    }

    private List<String> row(PlannedEndpoint row) {
        ColdStartForecast starts = starts(row);
        return List.of(
                page.endpoint(row),
                Page.number(starts.calls()),
                Page.number(starts.cold()),
                PlanPageWaves.percent(starts.cold(), starts.calls()),
                Page.number(starts.held()),
                Page.number(starts.coldWithPing()),
                Page.number(starts.coldWithProvisioned()),
                Page.dollars(plan.pingCost(row)),
                plan.provisionedCost(row).map(Page::dollars).orElse(Page.NOT_KNOWN));
    }
}
