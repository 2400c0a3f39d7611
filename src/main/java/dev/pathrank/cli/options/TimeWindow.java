package dev.pathrank.cli.options;

import dev.pathrank.log.FilterOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time within which rows count.
 *
 * @param from first instant that counts; null for any
 * @param to first instant that no longer counts; null for any
 * @param relative each relative time as the absolute option that stands for it, such as {@code --from
 *     2017-01-31T15:00:00Z (--since 3w)}
 * @param zone in which times are shown, and of times that name none
 */
public record TimeWindow(@Nullable Instant from, @Nullable Instant to, List<String> relative, ZoneId zone) {
    private static final Pattern AGO = Pattern.compile("([0-9]{1,5})([hdw])");

    public TimeWindow {
        relative = List.copyOf(relative);
    }

    /**
     * Resolves the options.
     *
     * @param from value of {@code --from}
     * @param to value of {@code --to}
     * @param since value of {@code --since}
     * @param zone of times that name none
     * @param now when the command began
     * @throws IllegalArgumentException if one is no time, or {@code --from} and {@code --since} are both given
     */
    static TimeWindow of(@Nullable String from, @Nullable String to, @Nullable String since, ZoneId zone, Instant now) {
        if (from != null && since != null) {
            throw new IllegalArgumentException("--from and --since both set the first time; give only one of them");
        }
        if (since != null && !AGO.matcher(since).matches()) {
            throw new IllegalArgumentException(
                    "--since \"" + since + "\" is not a length of time; give a number and h, d or w, such as 3w");
        }
        List<String> relative = new ArrayList<>();
        Instant first = since == null
                ? instant("--from", from, zone, now)
                : ago(since, now).orElseThrow();
        Instant end = instant("--to", to, zone, now);
        if (since != null) {
            relative.add("--from " + first + " (--since " + since + ")");
        } else if (from != null && from.startsWith("-")) {
            relative.add("--from " + first + " (--from " + from + ")");
        }
        if (to != null && to.startsWith("-")) {
            relative.add("--to " + end + " (--to " + to + ")");
        }
        return new TimeWindow(first, end, relative, zone);
    }

    private static @Nullable Instant instant(String option, @Nullable String text, ZoneId zone, Instant now) {
        if (text == null) {
            return null;
        }
        Optional<Instant> ago = text.startsWith("-") ? ago(text.substring(1), now) : Optional.empty();
        try {
            return ago.orElseGet(() -> FilterOptions.instant(text, zone));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + " " + e.getMessage(), e);
        }
    }

    /**
     * Returns a length of time such as {@code 36h}, {@code 7d} or {@code 3w}.
     *
     * @throws IllegalArgumentException if it is none, or 0
     */
    static Duration length(String option, String text) {
        Matcher matcher = AGO.matcher(text);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new IllegalArgumentException(option + " \"" + text
                    + "\" is not a length of time; give a number and h, d or w, such as 36h or 7d");
        }
        return unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
    }

    private static Optional<Instant> ago(String text, Instant now) {
        Matcher matcher = AGO.matcher(text);
        return matcher.matches()
                ? Optional.of(now.minus(unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1))))
                        .truncatedTo(ChronoUnit.HOURS))
                : Optional.empty();
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }
}
