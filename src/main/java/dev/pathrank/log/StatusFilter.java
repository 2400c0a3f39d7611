package dev.pathrank.log;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statuses that count: those of the specifications without {@code !}, or all if there are none, less those of the
 * specifications with {@code !}.
 */
final class StatusFilter {
    private static final int STATUSES = 1000;
    private static final Pattern SPECIFICATION = Pattern.compile("(!?)(\\d)(\\d\\d|[xX]{2})");

    /** The last class. Single statuses above it exist, because an origin may send its own. */
    private static final String LAST_CLASS = "5";

    private final boolean[] accepted = new boolean[STATUSES];

    /**
     * @throws IllegalArgumentException if a specification has none of the forms {@code 404}, {@code 5xx}, {@code !4xx}
     */
    StatusFilter(List<String> specifications) {
        List<Matcher> parsed = specifications.stream().map(StatusFilter::parse).toList();
        Arrays.fill(accepted, parsed.stream().allMatch(StatusFilter::isNegative));
        parsed.stream().filter(one -> !isNegative(one)).forEach(one -> mark(one, true));
        parsed.stream().filter(StatusFilter::isNegative).forEach(one -> mark(one, false));
    }

    /**
     * Returns whether a status counts.
     *
     * @param status 0 to 999
     */
    boolean accepts(int status) {
        return accepted[status];
    }

    private static Matcher parse(String specification) {
        Matcher matcher = SPECIFICATION.matcher(specification);
        if (matcher.matches()
                && matcher.group(2).compareTo(LAST_CLASS) > 0
                && !Character.isDigit(specification.charAt(specification.length() - 1))) {
            throw new IllegalArgumentException("unknown status class \"" + specification
                    + "\"; use 1xx to 5xx, or 000 for requests that the viewer aborted before any answer");
        }
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + specification
                    + "\" is not a status; give one such as 404, a class such as 5xx, or either with ! in front,"
                    + " such as !4xx");
        }
        return matcher;
    }

    private static boolean isNegative(Matcher specification) {
        return !specification.group(1).isEmpty();
    }

    private void mark(Matcher specification, boolean value) {
        int hundreds = Integer.parseInt(specification.group(2)) * 100;
        String rest = specification.group(3);
        if (Character.isDigit(rest.charAt(0))) {
            accepted[hundreds + Integer.parseInt(rest)] = value;
        } else {
            Arrays.fill(accepted, hundreds, hundreds + 100, value);
        }
    }
}
