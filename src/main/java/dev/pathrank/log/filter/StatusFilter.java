package dev.pathrank.log.filter;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which status codes count: {@code 404}, {@code 5xx}, {@code !4xx}. A status counts when some term names it (or no term names any) and
 * no term with {@code !} does.
 */
public final class StatusFilter {
    /** Takes every status. */
    public static final StatusFilter ALL = of(List.of());

    private static final int STATUSES = 1000;
    private static final Pattern TERM = Pattern.compile("!?[0-9](?:[0-9][0-9]|[0-9][xX]|[xX][xX])");

    private final boolean[] kept;

    private StatusFilter(boolean[] kept) {
        this.kept = kept;
    }

    /**
     * @throws IllegalArgumentException if a term is no status; the message says what is valid
     */
    public static StatusFilter of(List<String> terms) {
        terms.forEach(StatusFilter::check);
        boolean anyNamed = terms.stream().anyMatch(term -> !term.startsWith("!"));
        boolean[] kept = new boolean[STATUSES];
        for (int status = 0; status < STATUSES; status++) {
            kept[status] = keeps(terms, anyNamed, digits(status));
        }
        return new StatusFilter(kept);
    }

    /** Whether a row with this status counts. */
    public boolean keeps(int status) {
        return kept[status];
    }

    private static void check(String term) {
        if (!TERM.matcher(term).matches()) {
            throw new IllegalArgumentException(
                    "a status is three digits or a class, such as 404, 5xx, !4xx or 000, but it was '" + term + "'");
        }
    }

    private static String digits(int status) {
        return "" + status / 100 + status / 10 % 10 + status % 10;
    }

    private static boolean keeps(List<String> terms, boolean anyNamed, String status) {
        boolean named = terms.stream().anyMatch(term -> !term.startsWith("!") && names(term, status));
        boolean refused = terms.stream().anyMatch(term -> term.startsWith("!") && names(term.substring(1), status));
        return !refused && (named || !anyNamed);
    }

    private static boolean names(String term, String status) {
        for (int at = 0; at < status.length(); at++) {
            boolean any = term.charAt(at) == 'x' || term.charAt(at) == 'X';
            if (!any && term.charAt(at) != status.charAt(at)) {
                return false;
            }
        }
        return true;
    }
}
