package dev.pathrank.report.workbook;

/** The number format of a column, by its name. */
final class CellFormat {
    private CellFormat() {}

    /** Returns the format in Excel's notation; empty for the usual one. */
    static String of(String column) {
        if (column.endsWith("share") || column.contains("_share_") || column.startsWith("hit_ratio")) {
            return "0.0%";
        }
        if (column.equals("confidence")) {
            return "0%";
        }
        if (column.startsWith("cost_") || column.startsWith("at_")) {
            return "\"$\"#,##0.00";
        }
        if (column.equals("score")) {
            return "0.0";
        }
        if (column.startsWith("calls_per_hour")) {
            return "#,##0.00";
        }
        return column.equals("rank") || column.equals("wave") ? "" : "#,##0";
    }
}
