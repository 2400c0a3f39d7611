package dev.pathrank.report.html;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.QuotaUse;
import dev.pathrank.plan.Schedule;
import dev.pathrank.plan.Wave;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.load.Refusals;
import dev.pathrank.report.WholeReport;
import dev.pathrank.report.html.PageTable.Cell;
import dev.pathrank.report.html.PlanView.Part;
import dev.pathrank.report.html.chart.SmallCharts;
import dev.pathrank.report.plan.RequestText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The waves, and the limits that they meet. */
final class PlanSection {
    private static final int NAMED = 3;

    private final WholeReport.PlanPart part;
    private final Plan plan;
    private final PageText text;

    PlanSection(WholeReport.PlanPart part, PageText text) {
        this.part = part;
        this.plan = part.plan();
        this.text = text;
    }

    PlanView view() {
        QuotaAdvice advice = new QuotaAdvice(plan, text);
        List<Part> more = new ArrayList<>();
        if (!plan.moving().isEmpty()) {
            more.add(new CostSection(plan, text).part());
            more.add(new ColdStartSection(plan, text).part());
        }
        more.add(new HazardSection(plan, text).part());
        more.add(new SwitchSection(plan, text).part());
        return new PlanView(
                intro(),
                waves(),
                plan.waves().isEmpty() ? List.of() : new LimitCharts(part, text).others(),
                others(),
                advice.requests(),
                advice.advices(),
                more);
    }

    private String intro() {
        String then = plan.options().quotas().isOfToday() ? "" : " " + RequestText.OF_THEN;
        return size() + then;
    }

    private String size() {
        if (plan.waves().isEmpty()) {
            return "Nothing to move: no candidate endpoint has origin calls.";
        }
        Schedule schedule = plan.options().waves().schedule();
        return text.count(plan.moving().size(), "endpoint") + " in "
                + text.count(plan.waves().size(), "wave")
                + (schedule == null
                        ? ". Give --start and --every for dates."
                        : ", from "
                                + PageText.date(schedule.start()) + " to "
                                + PageText.date(schedule.of(plan.waves().size())) + ".");
    }

    private PageTable waves() {
        return PageTable.of(
                "Waves",
                List.of(
                        ">wave",
                        "what moves",
                        "endpoints",
                        ">origin calls",
                        ">environments, with all before",
                        ">calls that would fail",
                        "first exceeds",
                        "hazards"),
                plan.waves().stream().map(this::wave).toList());
    }

    private List<Cell> wave(Wave wave) {
        List<PlannedEndpoint> rows = plan.of(wave);
        Schedule schedule = plan.options().waves().schedule();
        Refusals refusals = plan.load(wave).refusals();
        return PageTable.row(
                text.number(wave.number()),
                wave.phase().word()
                        + (schedule == null
                                ? ""
                                : ", "
                                        + PageText.date(schedule.of(wave.number()))
                                                .replace(' ', '\u00a0')),
                named(rows),
                text.number(rows.stream()
                        .mapToLong(row -> row.ranked().stats().originCalls())
                        .sum()),
                wave.use(Quota.CONCURRENCY)
                        .map(use -> text.numberOrNotKnown(use.used()))
                        .orElse(PageText.NOT_KNOWN),
                refusals.calls() == 0
                        ? PageText.DASH
                        : text.number(refusals.calls()) + ", most at " + text.minute(refusals.worstAt()),
                PageText.orDash(wave.exceedings().stream()
                        .map(each -> each.quota().label() + (each.at() == null ? "" : ", " + text.minute(each.at())))
                        .collect(Collectors.joining("; "))),
                PageText.orDash(rows.stream()
                        .flatMap(row -> row.hazards().stream())
                        .map(each -> each.hazard().word())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "))));
    }

    private String named(List<PlannedEndpoint> rows) {
        return rows.stream()
                        .limit(NAMED)
                        .map(row -> text.name(row.ranked()).text())
                        .collect(Collectors.joining(", "))
                + (rows.size() > NAMED ? " and " + text.number(rows.size() - NAMED) + " more" : "");
    }

    private PageTable others() {
        List<List<Cell>> rows = new ArrayList<>();
        if (!plan.waves().isEmpty()) {
            Wave last = plan.waves().get(plan.waves().size() - 1);
            for (QuotaUse use : last.uses()) {
                if (!LimitCharts.shows(use)) {
                    rows.add(other(use));
                }
            }
        }
        return PageTable.of(
                "Other quotas after the last wave",
                List.of("quota", ">used", ">quota of today", ">left", "first exceeded"),
                rows);
    }

    private List<Cell> other(QuotaUse use) {
        Long used = use.used();
        Long limit = use.limit();
        Cell bar = used == null || limit == null
                ? Cell.of(text.numberOrNotKnown(used))
                : new Cell(text.number(used), null, SmallCharts.bar(Math.min(used, limit), limit, ""));
        String left = use.left() == null ? PageText.DASH : text.number(use.left());
        String exceeded = use.exceeded()
                ? use.exceededAt() == null ? "yes" : text.minute(use.exceededAt())
                : used == null || limit == null ? PageText.NOT_KNOWN : "no";
        return List.of(
                Cell.of(use.quota().label() + (use.quota().shared() ? "" : ", one endpoint")),
                bar,
                Cell.of(text.numberOrNotKnown(limit)),
                Cell.of(left),
                Cell.of(exceeded));
    }
}
