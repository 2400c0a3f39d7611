package dev.pathrank.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The distribution and the UTC hour that CloudFront writes into the key of a log object.
 *
 * @param distribution id of the distribution, as in the key
 * @param hour start of the hour in which the requests of the object occurred
 */
public record KeyHour(String distribution, Instant hour) {
    /** {@code E1HJS54CQLFQU4.2022-09-03-00.}: begins the names of legacy and of v2 objects alike. */
    private static final Pattern NAME = Pattern.compile("([A-Z0-9]+)\\.(\\d{4})-(\\d\\d)-(\\d\\d)-(\\d\\d)\\.(.+)");

    /** The rest of a name that CloudFront gave; without an extension if the file was unzipped in place. */
    private static final Pattern NAME_REST = Pattern.compile("[A-Za-z0-9_-]+(\\.gz|\\.parquet)?");

    /**
     * The folders that v2 makes by default, and its Hive style. Other folders that end in yyyy/MM/dd/HH are ignored,
     * because Firehose writes real-time logs into such folders by the hour of arrival, not of the requests.
     */
    private static final Pattern FOLDERS = Pattern.compile("(?:.*/)?AWSLogs/(?:aws-account-id=)?\\d{12}/CloudFront/"
            + "(?:DistributionId=)?([A-Za-z0-9]+)/(?:year=)?(\\d{4})/(?:month=)?(\\d\\d)/"
            + "(?:day=)?(\\d\\d)/(?:hour=)?(\\d\\d)/[^/]+");

    public KeyHour {
        Objects.requireNonNull(distribution, "distribution");
        Objects.requireNonNull(hour, "hour");
    }

    /** Parses a key, or a path with {@code /} between its parts; empty unless it has a form that CloudFront writes. */
    public static Optional<KeyHour> of(String key) {
        Matcher name = NAME.matcher(fileName(key));
        if (name.matches()) {
            return NAME_REST.matcher(name.group(6)).matches() ? read(name) : Optional.empty();
        }
        Matcher folders = FOLDERS.matcher(key);
        return folders.matches() ? read(folders) : Optional.empty();
    }

    /**
     * Returns the distribution that a key names, also if the part after the hour was renamed, as in
     * {@code ….merged.log.gz}.
     */
    static Optional<String> distributionOf(String key) {
        Matcher name = NAME.matcher(fileName(key));
        return name.matches() ? Optional.of(name.group(1)) : of(key).map(KeyHour::distribution);
    }

    private static String fileName(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private static Optional<KeyHour> read(Matcher parts) {
        try {
            LocalDateTime hour =
                    LocalDateTime.of(number(parts, 2), number(parts, 3), number(parts, 4), number(parts, 5), 0);
            return Optional.of(new KeyHour(parts.group(1), hour.toInstant(ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            return Optional.empty(); // digits that are not a date, so CloudFront did not write the name
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
