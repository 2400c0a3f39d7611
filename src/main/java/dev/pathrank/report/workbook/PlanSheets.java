package dev.pathrank.report.workbook;

import dev.pathrank.plan.HazardFinding;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.QuotaRequest;
import dev.pathrank.plan.QuotaUse;
import dev.pathrank.plan.Schedule;
import dev.pathrank.plan.Target;
import dev.pathrank.plan.Wave;
import dev.pathrank.plan.cost.Cost;
import dev.pathrank.plan.data.HazardTable;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.report.Cell;
import dev.pathrank.report.Column;
import dev.pathrank.report.RankColumns;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.report.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sheets of the plan: waves, quotas, cost and hazards. */
final class PlanSheets {
    private final Plan plan;
    private final ReportOptions options;

    PlanSheets(Plan plan, ReportOptions options) {
        this.plan = plan;
        this.options = options;
    }

    /** A quota as a wave uses it. */
    private record Use(Wave wave, QuotaUse use) {}

    /** A line of the bill. */
    private record Line(
            String what,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal uncached,
            @Nullable PlannedEndpoint row) {}

    /** A hazard of an endpoint. */
    private record Sighting(PlannedEndpoint row, HazardFinding seen) {}

    void add(SheetWriter sheets) {
        sheets.add("Waves", waves());
        sheets.add("Quotas", quotas());
        sheets.add("Cost", cost());
        sheets.add("Hazards", hazards());
    }

    private Table<Wave> waves() {
        Schedule schedule = plan.options().waves().schedule();
        List<Column<Wave>> columns = new ArrayList<>();
        columns.add(Column.whole("wave", Wave::number));
        columns.add(Column.optionalText(
                "date",
                wave -> Optional.ofNullable(schedule)
                        .map(dates -> dates.of(wave.number()).toString())));
        columns.add(Column.text("what", wave -> wave.phase().word()));
        columns.add(Column.whole("endpoints", wave -> plan.of(wave).size()));
        columns.add(Column.whole("origin_calls", this::originCalls));
        columns.add(new Column<>("environments", Column.Type.NUMBER, this::environments));
        columns.add(
                Column.whole("failing_calls", wave -> plan.load(wave).refusals().calls()));
        columns.add(
                Column.whole("failing_peak", wave -> plan.load(wave).refusals().worst()));
        columns.add(Column.text(
                "first_exceeds",
                wave -> wave.exceedings().stream()
                        .map(each -> each.quota().label())
                        .collect(Collectors.joining("; "))));
        columns.add(Column.text(
                "names", wave -> plan.of(wave).stream().map(this::endpoint).collect(Collectors.joining("; "))));
        return new Table<>(columns, plan.waves());
    }

    private long originCalls(Wave wave) {
        return plan.of(wave).stream()
                .mapToLong(row -> row.ranked().stats().originCalls())
                .sum();
    }

    private Cell environments(Wave wave) {
        return wave.use(Quota.CONCURRENCY).map(use -> whole(use.used())).orElse(Cell.EMPTY);
    }

    private String endpoint(PlannedEndpoint row) {
        return RankColumns.endpoint(row.ranked(), options);
    }

    private static Cell whole(@Nullable Long figure) {
        return figure == null ? Cell.EMPTY : Cell.of(figure.longValue());
    }

    private Table<Use> quotas() {
        List<Use> rows = plan.waves().stream()
                .flatMap(wave -> wave.uses().stream().map(use -> new Use(wave, use)))
                .toList();
        List<QuotaRequest> requests = QuotaRequest.of(plan);
        Schedule schedule = plan.options().waves().schedule();
        List<Column<Use>> columns = new ArrayList<>();
        columns.add(Column.whole("wave", row -> row.wave().number()));
        columns.add(Column.text("quota", row -> row.use().quota().label()));
        columns.add(figure("used", QuotaUse::used));
        columns.add(figure("limit", QuotaUse::limit));
        columns.add(figure("left", QuotaUse::left));
        columns.add(figure("sum_of_peaks", QuotaUse::sumOfPeaks));
        columns.add(moment("peak_at", QuotaUse::peakAt));
        columns.add(moment("exceeded_at", QuotaUse::exceededAt));
        columns.add(
                Column.optionalWhole("request", row -> request(row, requests).map(QuotaRequest::ask)));
        columns.add(Column.optionalText(
                "request_by",
                row -> request(row, requests)
                        .filter(each -> schedule != null)
                        .map(each -> schedule == null
                                ? ""
                                : schedule.askBy(each.wave()).toString())));
        return new Table<>(columns, rows);
    }

    /** Returns the request for the quota of this row, if this wave is the first that needs it. */
    private static Optional<QuotaRequest> request(Use row, List<QuotaRequest> requests) {
        return requests.stream()
                .filter(each -> each.wave() == row.wave().number()
                        && each.quota() == row.use().quota())
                .findFirst();
    }

    /** Gives a figure of the use of a quota, if it is known. */
    @FunctionalInterface
    private interface UseFigure {
        @Nullable
        Long of(QuotaUse use);
    }

    private static Column<Use> figure(String name, UseFigure figure) {
        return new Column<>(name, Column.Type.NUMBER, row -> whole(figure.of(row.use())));
    }

    private static Column<Use> moment(String name, UseFigure second) {
        return new Column<>(name, Column.Type.TEXT, row -> {
            Long at = second.of(row.use());
            return at == null ? Cell.EMPTY : Cell.ofInstant(at);
        });
    }

    private Table<Line> cost() {
        List<Line> lines = new ArrayList<>();
        Cost use = plan.cost().use();
        Cost uncached = plan.cost().uncachedUse();
        lines.add(new Line("all", plan.monthlyCost().orElse(null), null, null));
        lines.add(new Line("Lambda", lambda(use), lambda(uncached), null));
        lines.add(new Line(
                "API Gateway",
                use.gatewayCost(plan.options().prices()).orElse(null),
                uncached.gatewayCost(plan.options().prices()).orElse(null),
                null));
        if (plan.options().vpc()) {
            lines.add(
                    new Line("NAT gateway", plan.cost().natHours(), plan.cost().natHours(), null));
        }
        if (plan.hasRouter()) {
            BigDecimal router = plan.routerCost().orElse(null);
            lines.add(new Line("CloudFront Function of the switch, at most", router, router, null));
        }
        for (PlannedEndpoint row : plan.moving()) {
            BigDecimal month = row.costMonth();
            lines.add(new Line(endpoint(row), month, null, row));
        }
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Column.text("what", Line::what));
        columns.add(Column.optionalDecimal("cost_month", line -> Optional.ofNullable(line.cost())));
        columns.add(Column.optionalDecimal("cost_without_cache", line -> Optional.ofNullable(line.uncached())));
        for (Target target : List.of(Target.REST_API, Target.HTTP_API, Target.FUNCTION_URL)) {
            columns.add(Column.optionalDecimal(
                    "at_" + target.word().toLowerCase(Locale.ROOT).replace(' ', '_'),
                    line -> Optional.ofNullable(line.row())
                            .filter(row -> target.existsIn(plan.options().quotas()))
                            .flatMap(row -> plan.costAt(row, target))));
        }
        return new Table<>(columns, lines);
    }

    private BigDecimal lambda(Cost cost) {
        return cost.lambdaCost(plan.options().prices(), plan.options().freeTier());
    }

    private Table<Sighting> hazards() {
        HazardTable table = HazardTable.shipped();
        List<Sighting> rows = plan.rows().stream()
                .flatMap(row -> row.hazards().stream().map(seen -> new Sighting(row, seen)))
                .toList();
        List<Column<Sighting>> columns = new ArrayList<>();
        columns.add(Column.optionalWhole(
                "wave", each -> Optional.ofNullable(each.row().wave()).map(Integer::longValue)));
        columns.add(Column.text("endpoint", each -> endpoint(each.row())));
        columns.add(Column.text("hazard", each -> each.seen().hazard().word()));
        columns.add(Column.whole("figure", each -> each.seen().figure()));
        columns.add(Column.text("meaning", each -> each.seen().hazard().meaning()));
        columns.add(Column.text(
                "paths",
                each -> each.seen().paths().stream()
                        .map(options.placeholder()::of)
                        .collect(Collectors.joining(" "))));
        columns.add(Column.text("target", each -> each.row().target().target().word()));
        columns.add(Column.optionalText(
                "what_it_does",
                each -> table.cell(
                        each.seen().hazard().key(), each.row().target().target().key())));
        return new Table<>(columns, rows);
    }
}
