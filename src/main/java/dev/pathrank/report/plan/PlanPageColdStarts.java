package dev.pathrank.report.plan;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlanOptions;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.data.Runtimes;
import dev.pathrank.plan.load.ColdStartForecast;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

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
                + Page.shown(Runtimes.source(options.environments().snapStart()))
                + "), not including the start-up of the code itself."
                + snapStart());
        List<PlannedEndpoint> most = plan.mostColdStarts(SHOWN);
        page.table(names(), most.stream().map(this::row).toList());
        if (plan.moving().size() > SHOWN) {
            page.say("The " + SHOWN + " with the most cold starts; the CSV lists all.");
        }
        plan.provisionedPays()
                .ifPresent(
                        part -> page.say("`pay provisioned` is the number of environments that are busy for more than "
                                + part.movePointRight(2).setScale(0, RoundingMode.HALF_UP)
                                + " % of the time, so that holding them ready costs less than running them on"
                                + " demand."));
        Runtimes.supportEnds(options.environments().runtime())
                .filter(day -> options.quotas().isOfToday())
                .ifPresent(day -> page.say(
                        "AWS supports " + Page.shown(options.environments().runtime()) + " until " + day + "."));
    }

    private String snapStart() {
        return plan.options().environments().snapStart()
                ? " Environments are restored from a snapshot (`--snapstart`), which does not go together with"
                        + " provisioned concurrency; it pays where the code's own start takes longer than that."
                : "";
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "endpoint",
                ">calls",
                ">cold",
                ">share",
                ">held at once",
                ">cold with a ping every 5 min",
                ">ping $ a month"));
        if (plan.hasProvisioned()) {
            names.add(">cold with " + plan.options().environments().provisioned() + " provisioned");
            names.add(">provisioned $ a month");
            names.add(">pay provisioned");
        }
        return names;
    }

    private List<String> row(PlannedEndpoint row) {
        ColdStartForecast starts = row.requireForecast().coldStarts();
        List<String> cells = new ArrayList<>(List.of(
                page.endpoint(row),
                Page.number(starts.calls()),
                Page.number(starts.cold()),
                PlanPageWaves.percent(starts.cold(), starts.calls()),
                Page.number(starts.held()),
                Page.number(starts.coldWithPing()),
                Page.dollars(plan.pingCost(row))));
        if (plan.hasProvisioned()) {
            cells.add(Page.number(starts.coldWithProvisioned()));
            cells.add(plan.provisionedCost(row).map(Page::dollars).orElse(Page.NOT_KNOWN));
            cells.add(Page.number(row.requireForecast().provisioned().environments()));
        }
        return cells;
    }
}
