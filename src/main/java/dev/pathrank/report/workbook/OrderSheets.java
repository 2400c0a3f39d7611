package dev.pathrank.report.workbook;

import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.report.Cell;
import dev.pathrank.report.Column;
import dev.pathrank.report.RankReport;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.report.Table;
import dev.pathrank.report.WholeReport;
import dev.pathrank.report.plan.PlanReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The sheets of the endpoints: the eight columns that are read first, and all. */
final class OrderSheets {
    private OrderSheets() {}

    static void add(WholeReport report, SheetWriter sheets) {
        ReportOptions options = report.options();
        WholeReport.OrderPart order = report.order();
        WholeReport.PlanPart plan = report.plan();
        if (order != null) {
            sheets.add("Order", RankReport.brief(order.rows(), order.ranges(), options));
            Table<RankedEndpoint> ranked = RankReport.table(order.rows(), order.ranges(), options);
            sheets.add("All columns", plan == null ? ranked : joined(ranked, PlanReport.table(plan.plan(), options)));
        } else if (plan != null) {
            sheets.add("All columns", PlanReport.table(plan.plan(), options));
        }
    }

    /** Returns the ranking with those columns of the plan that it has not. */
    private static Table<RankedEndpoint> joined(Table<RankedEndpoint> ranked, Table<PlannedEndpoint> planned) {
        Map<RankedEndpoint, PlannedEndpoint> rows = new HashMap<>();
        planned.rows().forEach(row -> rows.put(row.ranked(), row));
        Set<String> names = ranked.columns().stream().map(Column::name).collect(Collectors.toSet());
        List<Column<RankedEndpoint>> columns = new ArrayList<>(ranked.columns());
        for (Column<PlannedEndpoint> column : planned.columns()) {
            if (!names.contains(column.name())) {
                columns.add(new Column<>(column.name(), column.type(), row -> {
                    PlannedEndpoint same = rows.get(row);
                    return same == null ? Cell.EMPTY : column.cell().apply(same);
                }));
            }
        }
        return new Table<>(columns, ranked.rows());
    }
}
