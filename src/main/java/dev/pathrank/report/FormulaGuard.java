package dev.pathrank.report;

/** A guard against text that a spreadsheet would read as a formula (contract: "What is printed"). */
final class FormulaGuard {
    private static final String BEGINNINGS = "=+-@\t\r";

    private FormulaGuard() {}

    /** Returns the text, with a leading {@code '} where a spreadsheet would calculate it. */
    static String of(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
