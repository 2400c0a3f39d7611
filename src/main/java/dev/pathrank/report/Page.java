package dev.pathrank.report;

import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A page of Markdown to read: headings, paragraphs, lists and tables, with a blank line between each two. */
final class Page {
    /** What stands where a figure is not known. */
    static final String NOT_KNOWN = "not known";

    private final PlaceholderStyle placeholder;
    private final StringBuilder text = new StringBuilder();

    /** @param placeholder how placeholders are written */
    Page(PlaceholderStyle placeholder) {
        this.placeholder = placeholder;
    }

    /** An endpoint as code. */
    String endpoint(PlannedEndpoint row) {
        return "`" + row.ranked().stats().method() + " "
                + ControlCharacters.of(placeholder.of(row.ranked().stats().pattern()))
                        .replace("`", "%60") + "`";
    }

    /** A heading of the first to sixth level. */
    Page heading(int level, String words) {
        return block("#".repeat(level) + " " + words);
    }

    /** A paragraph; the caller escapes what came from a log. */
    Page say(String words) {
        return block(words);
    }

    /** A list, if there is anything in it. */
    Page list(List<String> items) {
        return items.isEmpty() ? this : block("- " + String.join("\n- ", items));
    }

    /** Text to be copied as it stands. */
    Page paste(List<String> lines) {
        return block("```\n" + String.join("\n", lines) + "\n```");
    }

    /**
     * A table.
     *
     * @param names of the columns; a name that begins with {@code >} is of figures, which stand to the right
     * @param rows as many cells each
     */
    Page table(List<String> names, List<List<String>> rows) {
        StringBuilder table = new StringBuilder();
        append(table, names.stream().map(name -> name.replaceFirst("^>", "")).toList());
        append(
                table,
                names.stream()
                        .map(name -> name.startsWith(">") ? "---:" : "---")
                        .toList());
        rows.forEach(row -> append(table, row));
        return block(table.toString().stripTrailing());
    }

    private static void append(StringBuilder table, List<String> cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private Page block(String words) {
        text.append(text.length() == 0 ? "" : "\n").append(words).append('\n');
        return this;
    }

    void writeTo(Writer out) throws IOException {
        out.write(text.toString());
        out.flush();
    }

    /** Text from a log or a user's file, so that it shows as it is. */
    static String shown(String words) {
        return MarkdownFormat.escaped(ControlCharacters.of(words));
    }

    /** With commas between thousands. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String number(@Nullable Long number) {
        return number == null ? NOT_KNOWN : number(number.longValue());
    }

    /** As {@link #dollars(BigDecimal)}, or that it is not known. */
    static String dollarsOrNotKnown(@Nullable BigDecimal amount) {
        return amount == null ? NOT_KNOWN : dollars(amount);
    }

    /** An amount of US dollars to the cent. */
    static String dollars(BigDecimal amount) {
        return "$" + String.format(Locale.ROOT, "%,.2f", amount);
    }

    /** The minute of an instant, such as {@code 2017-02-12 16:00}. */
    static String minute(long epochSecond) {
        return Column.instantText(epochSecond).substring(0, 16).replace('T', ' ');
    }

    /** A date of days since 1970-01-01. */
    static String date(long day) {
        return Column.instantText(UtcDay.firstSecond(day)).substring(0, 10);
    }
}
