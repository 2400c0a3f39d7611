package dev.pathrank.report.html;

import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.report.NumberSigns;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.tally.Endpoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names, figures and times as a page shows them: English words, numbers in the signs that the user chose. */
final class PageText {
    /** The words for a figure that is not known. */
    static final String NOT_KNOWN = "not known";

    /** Stands for a figure that is nothing. */
    static final String DASH = "–";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final long SECOND_MS = 1000;
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private final ReportOptions options;

    PageText(ReportOptions options) {
        this.options = options;
    }

    NumberSigns signs() {
        return options.style().signs();
    }

    ZoneId zone() {
        return options.style().zone();
    }

    /** Returns the zone's name. */
    String zoneName() {
        return zone().equals(ZoneOffset.UTC) ? "UTC" : zone().getId();
    }

    EndpointName name(RankedEndpoint row) {
        return name(row.stats().endpoint());
    }

    EndpointName name(Endpoint endpoint) {
        String host = options.byHost() ? endpoint.host() : "";
        return new EndpointName(
                shown(endpoint.method()), shown(host + options.placeholder().of(endpoint.pattern())));
    }

    /** Returns text of a log or a user's file without characters that act, letters shown as letters. */
    String shown(String text) {
        return options.style().shown(text);
    }

    String number(long number) {
        return signs().of(number);
    }

    String numberOrNotKnown(@Nullable Long number) {
        return number == null ? NOT_KNOWN : number(number);
    }

    String number(BigDecimal number) {
        return signs().of(number);
    }

    /** Returns a score or another figure with one decimal. */
    String tenth(double figure) {
        return signs().of(BigDecimal.valueOf(figure).setScale(1, RoundingMode.HALF_UP));
    }

    /** Returns a count with its noun, which gets an s for all but one. */
    String count(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** Returns a part in per cent: whole ones from ten on, else one decimal; what is less than that is said so. */
    String percent(long part, long whole) {
        if (whole == 0 || part == 0) {
            return DASH;
        }
        BigDecimal exact =
                BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
        if (exact.compareTo(new BigDecimal("0.05")) < 0) {
            return "<\u00a0" + signs().of(new BigDecimal("0.1")) + "\u00a0%";
        }
        int decimals = exact.compareTo(BigDecimal.TEN) >= 0 ? 0 : 1;
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
        return signs().of(
                                decimals == 1 && rounded.stripTrailingZeros().scale() <= 0
                                        ? rounded.setScale(0, RoundingMode.HALF_UP)
                                        : rounded)
                + "\u00a0%";
    }

    /** Returns a duration: milliseconds below a second, else seconds with a decimal. */
    String duration(long ms) {
        return ms < SECOND_MS
                ? number(ms) + "\u00a0ms"
                : signs().of(BigDecimal.valueOf(ms, 3).setScale(1, RoundingMode.HALF_UP)) + "\u00a0s";
    }

    /** Returns an amount of US dollars to the cent; what is less than one is said so. */
    String dollars(BigDecimal amount) {
        if (amount.signum() > 0 && amount.compareTo(CENT) < 0) {
            return "<\u00a0$" + signs().of(CENT);
        }
        return "$" + signs().of(amount.setScale(2, RoundingMode.HALF_UP));
    }

    String dollarsOrNotKnown(@Nullable BigDecimal amount) {
        return amount == null ? NOT_KNOWN : dollars(amount);
    }

    /** Returns a minute such as {@code 12 Feb 2017 16:00}. */
    String minute(long epochSecond) {
        ZonedDateTime at = Instant.ofEpochSecond(epochSecond).atZone(zone());
        return date(at.toLocalDate()) + String.format(Locale.ROOT, " %02d:%02d", at.getHour(), at.getMinute());
    }

    String minuteOrDash(@Nullable Long epochSecond) {
        return epochSecond == null ? DASH : minute(epochSecond);
    }

    /** Returns a minute without its year, such as {@code 12 Feb 16:00}. */
    String shortMinute(long epochSecond) {
        ZonedDateTime at = Instant.ofEpochSecond(epochSecond).atZone(zone());
        return shortDate(at.toLocalDate()) + String.format(Locale.ROOT, " %02d:%02d", at.getHour(), at.getMinute());
    }

    /** Returns the day of an instant. */
    LocalDate day(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).atZone(zone()).toLocalDate();
    }

    /** Returns a date such as {@code 12 Feb 2017}. */
    static String date(LocalDate date) {
        return shortDate(date) + " " + date.getYear();
    }

    /** Returns a date such as {@code 12 Feb}. */
    static String shortDate(LocalDate date) {
        return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1);
    }

    /** Returns a text, or a dash for none. */
    static String orDash(String text) {
        return text.isEmpty() ? DASH : text;
    }

    /** Returns a text with its first letter large. */
    static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
