package dev.pathrank.report.html;

import dev.pathrank.plan.Forecast;
import dev.pathrank.plan.HazardFinding;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.Wave;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.ScoreParts;
import dev.pathrank.rank.Weights;
import dev.pathrank.report.CallProfiles;
import dev.pathrank.report.Cell;
import dev.pathrank.report.Column;
import dev.pathrank.report.RankReport;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.report.Table;
import dev.pathrank.report.WholeReport;
import dev.pathrank.report.html.DetailView.Days;
import dev.pathrank.report.html.DetailView.Pair;
import dev.pathrank.report.html.DetailView.Score;
import dev.pathrank.report.html.chart.SmallCharts;
import dev.pathrank.report.plan.PlanReport;
import dev.pathrank.tally.DurationDistribution;
import dev.pathrank.tally.EndpointStats;
import gg.jte.Content;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rows of the order open to. */
final class DetailSection {
    private static final int MOST_DAYS = 92;
    private static final int DAYS_A_WEEK = 7;
    /** Columns that the row or another part of its details shows. */
    private static final Set<String> SHOWN_ELSEWHERE = Set.of(
            "rank",
            "host",
            "method",
            "pattern",
            "score",
            "reason",
            "origin_calls",
            "p95_ms",
            "peak_rps",
            "peak_at",
            "errors_5xx",
            "rank_best",
            "rank_worst",
            "wave",
            "function_name",
            "target",
            "target_reason",
            "hazards",
            "recurs",
            "example");

    static final List<String> PARTS = List.of("value", "fit", "ease", "low risk");

    private final WholeReport.OrderPart order;
    private final Map<RankedEndpoint, PlannedEndpoint> planned;
    private final List<Wave> waves;
    private final PageText text;
    private final ReportOptions options;
    private final Table<RankedEndpoint> ranks;
    private final @Nullable Table<PlannedEndpoint> plans;

    DetailSection(
            WholeReport report,
            WholeReport.OrderPart order,
            Map<RankedEndpoint, PlannedEndpoint> planned,
            PageText text) {
        this.order = order;
        this.planned = planned;
        this.waves = report.plan() == null ? List.of() : report.plan().plan().waves();
        this.text = text;
        this.options = report.options();
        Table<RankedEndpoint> all = RankReport.table(order.rows(), order.ranges(), options);
        this.ranks = without(all, SHOWN_ELSEWHERE);
        Set<String> known = all.columns().stream().map(Column::name).collect(Collectors.toSet());
        known.addAll(SHOWN_ELSEWHERE);
        this.plans = report.plan() == null
                ? null
                : without(PlanReport.table(report.plan().plan(), options), known);
    }

    private static <T> Table<T> without(Table<T> table, Set<String> names) {
        return new Table<>(
                table.columns().stream()
                        .filter(column -> !names.contains(column.name()))
                        .toList(),
                table.rows());
    }

    /** Returns the names of {@link DetailData#columns}. */
    List<String> columnNames() {
        Stream<String> own = ranks.columns().stream().map(Column::name);
        return plans == null
                ? own.toList()
                : Stream.concat(own, plans.columns().stream().map(Column::name)).toList();
    }

    DetailData of(RankedEndpoint row) {
        PlannedEndpoint plan = planned.get(row);
        EndpointStats stats = row.stats();
        boolean counted = order.profiles().has(stats);
        long[] durations = counted ? order.profiles().histogram(stats) : new long[0];
        return new DetailData(
                row.parts().map(parts -> points(parts, row.score().orElse(0))).orElse(null),
                counted && stats.originCalls() > 0 ? calls(stats) : null,
                Arrays.stream(durations).sum() == 0 ? List.of() : boxed(durations),
                facts(row, plan),
                plan == null ? List.of() : hazards(plan),
                columns(row, plan));
    }

    /** Returns what each part of the score gives, and the score, which is their sum but for its rounding. */
    private List<Double> points(ScoreParts parts, double score) {
        Weights weights = order.weights();
        return List.of(
                weights.value() * parts.score(new Weights(1, 0, 0, 0)),
                weights.fit() * parts.score(new Weights(0, 1, 0, 0)),
                weights.ease() * parts.score(new Weights(0, 0, 1, 0)),
                weights.risk() * parts.score(new Weights(0, 0, 0, 1)),
                score);
    }

    private static List<Long> boxed(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private DetailData.Calls calls(EndpointStats stats) {
        CallProfiles profiles = order.profiles();
        SortedMap<Long, Long> days = profiles.days(stats);
        long first = days.firstKey();
        long last = days.lastKey();
        boolean byWeek = last - first >= MOST_DAYS;
        int step = byWeek ? DAYS_A_WEEK : 1;
        List<Long> sums = LongStream.iterate(first, day -> day <= last, day -> day + step)
                .map(day -> days.subMap(day, day + step).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .boxed()
                .toList();
        return new DetailData.Calls(boxed(profiles.week(stats)), first, byWeek, sums);
    }

    private List<Pair> facts(RankedEndpoint row, @Nullable PlannedEndpoint plan) {
        List<Pair> facts = new ArrayList<>();
        facts.add(new Pair("why", text.shown(row.reason())));
        if (plan != null && plan.moves()) {
            moves(plan, facts);
        }
        if (row.stats().peak().originCalls() > 0) {
            facts.add(new Pair(
                    "busiest second",
                    text.count(row.stats().peak().originCalls(), "call") + ", "
                            + text.minute(row.stats().peak().second())));
        }
        if (!row.stats().example().isEmpty()) {
            facts.add(new Pair("example", text.shown(row.stats().example())));
        }
        return facts;
    }

    private void moves(PlannedEndpoint plan, List<Pair> facts) {
        Forecast forecast = plan.forecast();
        facts.add(new Pair("wave", plan.wave() + ": " + phase(plan)));
        facts.add(new Pair(
                "target",
                plan.target().target().word() + ": " + text.shown(plan.target().reason())));
        facts.add(new Pair("function", plan.functionName()));
        if (forecast == null) {
            return;
        }
        if (forecast.inFlight() != null) {
            facts.add(new Pair(
                    "environments at once",
                    text.number(forecast.inFlight().environments()) + " by itself, "
                            + text.number(forecast.inFlight().environmentsCumulative()) + " with all before it"));
        }
        if (forecast.firstExceeded() != null) {
            facts.add(new Pair(
                    "exceeds",
                    forecast.firstExceeded().quota().label()
                            + (forecast.firstExceeded().exceededAt() == null
                                    ? ""
                                    : ", "
                                            + text.minute(
                                                    forecast.firstExceeded().exceededAt()))));
        }
        facts.add(new Pair(
                "cold starts",
                text.number(forecast.coldStarts().cold()) + " of "
                        + text.count(forecast.coldStarts().calls(), "call")));
        facts.add(new Pair("cost a month", text.dollarsOrNotKnown(forecast.costMonth())));
        if (!forecast.recurs().isEmpty()) {
            facts.add(new Pair("its peak comes back", forecast.recurs() + " UTC"));
        }
    }

    private String phase(PlannedEndpoint plan) {
        return plan.wave() == null ? "" : waves.get(plan.wave() - 1).phase().word();
    }

    private List<Pair> hazards(PlannedEndpoint plan) {
        return plan.hazards().stream().map(this::hazard).toList();
    }

    private Pair hazard(HazardFinding seen) {
        String paths = seen.paths().stream()
                .map(path -> text.shown(options.placeholder().of(path)))
                .collect(Collectors.joining(", "));
        return new Pair(
                seen.hazard().word() + " " + text.number(seen.figure()),
                seen.hazard().meaning() + (paths.isEmpty() ? "" : " (" + paths + ")"));
    }

    private List<String> columns(RankedEndpoint row, @Nullable PlannedEndpoint plan) {
        List<String> cells = new ArrayList<>();
        ranks.columns().forEach(column -> cells.add(cell(column.cell().apply(row))));
        if (plans != null) {
            plans.columns()
                    .forEach(column ->
                            cells.add(plan == null ? "" : cell(column.cell().apply(plan))));
        }
        return cells;
    }

    private String cell(Cell cell) {
        if (cell instanceof Cell.Text words) {
            return text.shown(words.value());
        }
        if (cell instanceof Cell.Moment moment) {
            return options.style().instant(moment.epochSecond());
        }
        return cell instanceof Cell.Figure figure ? text.number(figure.value()) : "";
    }

    DetailView view(DetailData data) {
        List<Pair> columns = new ArrayList<>();
        List<String> names = columnNames();
        for (int i = 0; i < names.size(); i++) {
            if (!data.columns().get(i).isEmpty()) {
                columns.add(new Pair(names.get(i), data.columns().get(i)));
            }
        }
        DetailData.Calls calls = data.calls();
        return new DetailView(
                data.points() == null ? null : score(data.points()),
                calls == null
                        ? null
                        : new HeatTable(
                                calls.week().stream().mapToLong(Long::longValue).toArray(), text.signs()),
                calls == null ? null : days(calls),
                data.durations().isEmpty() ? null : durations(data.durations()),
                data.facts(),
                data.hazards(),
                columns);
    }

    private Score score(List<Double> points) {
        List<Pair> parts = new ArrayList<>();
        for (int part = 0; part < PARTS.size(); part++) {
            parts.add(
                    new Pair(PARTS.get(part), text.tenth(points.get(part)) + " of " + text.tenth(100 * weight(part))));
        }
        String title = "Score " + text.tenth(points.get(PARTS.size()));
        return new Score(title, SmallCharts.score(points.subList(0, PARTS.size()), title + " of 100, in parts"), parts);
    }

    double weight(int part) {
        Weights weights = order.weights();
        return switch (part) {
            case 0 -> weights.value();
            case 1 -> weights.fit();
            case 2 -> weights.ease();
            default -> weights.risk();
        };
    }

    private Days days(DetailData.Calls calls) {
        LocalDate first = LocalDate.ofEpochDay(calls.firstDay());
        List<String> names = IntStream.range(0, calls.days().size())
                .mapToObj(at -> PageText.shortDate(first.plusDays((long) at * step(calls))))
                .toList();
        String title = "Origin calls by " + (calls.byWeek() ? "week" : "day");
        return new Days(
                title,
                SmallCharts.bars(calls.days(), title),
                names.get(0),
                names.get(names.size() - 1),
                new BarTable(title, names, calls.days(), false, text));
    }

    private int step(DetailData.Calls calls) {
        return calls.byWeek() ? DAYS_A_WEEK : 1;
    }

    private Content durations(List<Long> counts) {
        List<String> names =
                IntStream.range(0, counts.size()).mapToObj(DetailSection::range).toList();
        return new BarTable("Timed origin calls by duration", names, counts, true, text);
    }

    /** Returns the words of a range of durations. */
    private static String range(int range) {
        List<Long> bounds = DurationDistribution.BOUNDS_MS;
        if (range == bounds.size()) {
            return "longer";
        }
        long ms = bounds.get(range);
        return ms < 1000
                ? ms + " ms"
                : BigDecimal.valueOf(ms, 3).stripTrailingZeros().toPlainString() + " s";
    }
}
