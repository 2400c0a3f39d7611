package dev.pathrank.source;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The position of the hour in a key. Keys of one layout sort by time, so the keys of another hour can be found without
 * listing those between. Known layouts are CloudFront's own names ({@code prefix/ID.2017-02-12-03.…}) and the folders
 * of v2 ({@code prefix/2017/02/12/03/…} and {@code prefix/year=2017/month=02/day=12/hour=03/…}, with and without the
 * hour).
 *
 * @param base the beginning of all keys of this layout, up to the year
 * @param form the form of the date
 * @param hour the hour that the key itself names
 */
public record KeyLayout(String base, Form form, Instant hour) {
    private static final Pattern FOLDERS =
            Pattern.compile("((?:.*/)?)(?:(year=)(\\d{4})/month=(\\d\\d)/day=(\\d\\d)|(\\d{4})/(\\d\\d)/(\\d\\d))/"
                    + "(?:(?:hour=)?(\\d\\d)/)?.*");

    /** Sorts after every digit and before every letter. */
    private static final String AFTER_DIGITS = ":";

    /** The forms of dates. The format strings take year, month, day and hour. */
    enum Form {
        NAME("%04d-%02d-%02d-%02d", "%04d-", "%04d-%02d-"),
        FOLDERS_OF_HOURS("%04d/%02d/%02d/%02d", "%04d/", "%04d/%02d/"),
        FOLDERS_OF_DAYS("%04d/%02d/%02d", "%04d/", "%04d/%02d/"),
        HIVE_OF_HOURS("year=%04d/month=%02d/day=%02d/hour=%02d", "year=%04d/month=", "year=%04d/month=%02d/day="),
        HIVE_OF_DAYS("year=%04d/month=%02d/day=%02d", "year=%04d/month=", "year=%04d/month=%02d/day=");

        private final String hour;
        private final String withinYear;
        private final String withinMonth;

        Form(String hour, String withinYear, String withinMonth) {
            this.hour = hour;
            this.withinYear = withinYear;
            this.withinMonth = withinMonth;
        }
    }

    public KeyLayout {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(hour, "hour");
    }

    /**
     * Returns the layout of a key in a form that CloudFront writes ({@link KeyHour}). Date folders are used only if
     * they agree with the name or are made by AWS; others may be the time when an object arrived.
     */
    public static Optional<KeyLayout> of(String key) {
        Optional<Instant> hour = KeyHour.of(key).map(KeyHour::hour);
        if (hour.isEmpty()) {
            return Optional.empty();
        }
        Matcher folders = FOLDERS.matcher(key);
        if (folders.matches()) {
            Form form = form(folders.group(2) != null, folders.group(9) != null);
            KeyLayout layout = new KeyLayout(folders.group(1), form, hour.get());
            if (key.startsWith(layout.at(hour.get()) + "/")) {
                return Optional.of(layout);
            }
        }
        int name = key.lastIndexOf('/') + 1;
        int date = key.indexOf('.', name) + 1;
        KeyLayout layout = new KeyLayout(key.substring(0, date), Form.NAME, hour.get());
        return key.startsWith(layout.at(hour.get())) ? Optional.of(layout) : Optional.empty();
    }

    private static Form form(boolean hive, boolean hours) {
        if (hive) {
            return hours ? Form.HIVE_OF_HOURS : Form.HIVE_OF_DAYS;
        }
        return hours ? Form.FOLDERS_OF_HOURS : Form.FOLDERS_OF_DAYS;
    }

    /**
     * Returns a text that sorts before all keys of an hour (a day, if the layout has only days) and after all earlier
     * keys.
     */
    public String at(Instant time) {
        return base + format(form.hour, time);
    }

    /**
     * Returns where to continue after this key, if no key before that can have rows of the window: the window's first
     * hour, for an earlier key; the end of the month or year, for a later key. Empty within the window.
     */
    public Optional<String> leap(ListingFilter filter) {
        if (filter.firstHour().filter(hour::isBefore).isPresent()) {
            return filter.firstHour().map(this::at);
        }
        if (filter.endHour().isEmpty() || hour.isBefore(filter.endHour().get())) {
            return Optional.empty();
        }
        Instant last = filter.endHour().get().minusSeconds(1);
        boolean sameYear = utc(hour).getYear() == utc(last).getYear();
        // By months first: a file that somebody made of a whole month stands behind its days, and may reach into the
        // window.
        return Optional.of(base + format(sameYear ? form.withinMonth : form.withinYear, hour) + AFTER_DIGITS);
    }

    private static String format(String form, Instant time) {
        LocalDateTime utc = utc(time);
        return String.format(Locale.ROOT, form, utc.getYear(), utc.getMonthValue(), utc.getDayOfMonth(), utc.getHour());
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
