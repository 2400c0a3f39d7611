package dev.pathrank.report.plan;

import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.report.ControlCharacters;
import dev.pathrank.report.EncodedLetters;
import dev.pathrank.report.MarkdownFormat;
import dev.pathrank.report.TableStyle;
import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A page of Markdown: headings, paragraphs, lists and tables, with a blank line between each two. */
final class Page {
    /** The words for a figure that is not known. */
    static final String NOT_KNOWN = "not known";

    private final PlaceholderStyle placeholder;
    private final ZoneId zone;
    private final StringBuilder text = new StringBuilder();
    private final List<String> headings = new ArrayList<>();
    private int contentsAt = -1;

    /**
     * @param placeholder style of placeholders
     * @param zone in which minutes are shown
     */
    Page(PlaceholderStyle placeholder, ZoneId zone) {
        this.placeholder = placeholder;
        this.zone = zone;
    }

    /** Returns an endpoint as code. */
    String endpoint(PlannedEndpoint row) {
        return "`" + row.ranked().stats().method() + " "
                + shownPath(placeholder.of(row.ranked().stats().pattern())) + "`";
    }

    /** Adds a heading of level 1 to 6. */
    Page heading(int level, String words) {
        if (level == 2 && contentsAt >= 0) {
            headings.add(words);
        }
        return block("#".repeat(level) + " " + words);
    }

    /** Adds a list of the headings of level 2 that follow. */
    void contents() {
        contentsAt = text.length();
    }

    /** Returns the links of a list of contents; GitHub makes such anchors of headings. */
    private String contentsList() {
        StringBuilder list = new StringBuilder("\nContents:\n\n");
        for (String heading : headings) {
            String anchor = heading.toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9 -]", "")
                    .replace(' ', '-');
            list.append("- [").append(heading).append("](#").append(anchor).append(")\n");
        }
        return list.toString();
    }

    /** Adds a paragraph; the caller escapes text from a log. */
    Page say(String words) {
        return block(words);
    }

    /** Adds a list, unless it is empty. */
    Page list(List<String> items) {
        return items.isEmpty() ? this : block("- " + String.join("\n- ", items));
    }

    /** Adds text to be copied as it is. */
    Page paste(List<String> lines) {
        return block("```\n" + String.join("\n", lines) + "\n```");
    }

    /**
     * Adds a table.
     *
     * @param names of the columns; a name that begins with {@code >} marks figures, which are aligned to the right
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
        if (headings.isEmpty()) {
            out.write(text.toString());
        } else {
            out.write(text.substring(0, contentsAt) + contentsList() + text.substring(contentsAt));
        }
        out.flush();
    }

    /** Returns text from a log or a user's file, escaped so that it shows as it is. */
    static String shown(String words) {
        return MarkdownFormat.escaped(EncodedLetters.shown(ControlCharacters.of(words)));
    }

    /** Returns a path that can stand in a span of code. */
    static String shownPath(String path) {
        return EncodedLetters.shown(ControlCharacters.of(path)).replace("`", "%60");
    }

    /** Returns the number with commas between thousands. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns the number with commas between thousands, and its decimals. */
    static String number(BigDecimal number) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
    }

    static String number(@Nullable Long number) {
        return number == null ? NOT_KNOWN : number(number.longValue());
    }

    /** Returns the amount as {@link #dollars(BigDecimal)} does; "not known" for null. */
    static String dollarsOrNotKnown(@Nullable BigDecimal amount) {
        return amount == null ? NOT_KNOWN : dollars(amount);
    }

    /** Returns an amount of US dollars to the cent, below a dollar to a hundredth of a cent, to be compared. */
    static String finely(BigDecimal amount) {
        return amount.compareTo(BigDecimal.ONE) < 0
                ? "$" + String.format(Locale.ROOT, "%.4f", amount)
                : dollars(amount);
    }

    /** Returns an amount of US dollars to the cent. */
    static String dollars(BigDecimal amount) {
        return "$" + String.format(Locale.ROOT, "%,.2f", amount);
    }

    /** Returns the minute of an instant, such as {@code 2017-02-12 16:00}. */
    String minute(long epochSecond) {
        return minutes(epochSecond, zone);
    }

    /** Returns a date of days since 1970-01-01. */
    static String date(long day) {
        return minutes(UtcDay.firstSecond(day), ZoneOffset.UTC).substring(0, 10);
    }

    private static String minutes(long epochSecond, ZoneId zone) {
        return TableStyle.instant(Instant.ofEpochSecond(epochSecond), zone)
                .substring(0, 16)
                .replace('T', ' ');
    }

    /** Returns the zone's name. */
    String zone() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
