package dev.pathrank.report.html;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.load.ColdStartForecast;
import dev.pathrank.report.html.PageTable.Cell;
import dev.pathrank.report.html.PlanView.Part;
import java.util.ArrayList;
import java.util.List;

/** Cold starts, and what would reduce them. */
final class ColdStartSection {
    private static final int SHOWN = 10;

    private final Plan plan;
    private final PageText text;

    ColdStartSection(Plan plan, PageText text) {
        this.plan = plan;
        this.text = text;
    }

    Part part() {
        long cold = plan.moving().stream()
                .mapToLong(row -> row.requireForecast().coldStarts().cold())
                .sum();
        long calls = plan.moving().stream()
                .mapToLong(row -> row.requireForecast().coldStarts().calls())
                .sum();
        List<PlannedEndpoint> most = plan.mostColdStarts(SHOWN);
        String intro = text.number(cold) + " of " + text.count(calls, "call") + " ("
                + text.percent(cold, calls) + ") would start cold and wait "
                + text.number(plan.options().environments().startUpMs())
                + " ms longer, not counting the start-up of the code itself. An environment is removed after "
                + text.number(plan.options().environments().idleSeconds()) + " s without a call.";
        return new Part(
                "cold",
                "Cold starts",
                List.of(intro),
                List.of(PageTable.of(
                        "Endpoints with most cold starts",
                        names(),
                        most.stream().map(this::row).toList())),
                List.of());
    }

    private List<String> names() {
        List<String> names =
                new ArrayList<>(List.of("endpoint", ">calls", ">cold", ">share", ">cold with a ping every 5 min"));
        if (plan.hasProvisioned()) {
            names.add(">cold with " + plan.options().environments().provisioned() + " provisioned");
            names.add(">provisioned, a month");
        }
        return names;
    }

    private List<Cell> row(PlannedEndpoint row) {
        ColdStartForecast starts = row.requireForecast().coldStarts();
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(text.name(row.ranked())),
                Cell.of(text.number(starts.calls())),
                Cell.of(text.number(starts.cold())),
                Cell.of(text.percent(starts.cold(), starts.calls())),
                Cell.of(text.number(starts.coldWithPing()))));
        if (plan.hasProvisioned()) {
            cells.add(Cell.of(text.number(starts.coldWithProvisioned())));
            cells.add(Cell.of(plan.provisionedCost(row).map(text::dollars).orElse(PageText.NOT_KNOWN)));
        }
        return cells;
    }
}
