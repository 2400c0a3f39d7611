package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.learn.features.SignatureFeatures;
import dev.pathrank.pattern.tree.Leaf;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A finder of words that are parameter values after all: everything below them is what is below the values beside them,
 * and about as much or many paths ({@code /live/<name>/audio/index.m3u8} beside {@code /live/<name>/1080p/index.m3u8},
 * or {@code /repos/admin/…} beside the names of other owners).
 *
 * @param <L> what is counted at the leaves
 */
final class AmongValues<L extends Leaf<L>> {
    /** The least number of values. */
    private static final int VALUES = 3;

    /** A path is that of values if one of this many has it. */
    private static final int PART = 8;

    /** No more values than this must have it. */
    private static final int MOST_HOLDERS = 4;

    /** The least part of the rows below a word that are on such paths. */
    private static final double NEARLY_ALL = 0.9;

    /** A word has at most this many times the rows of the busiest value. */
    private static final long TIMES = 4;

    /** The fewest paths below a word by which it is judged. */
    private static final int PATHS = 2;

    /** The fewest paths below a word that is called more often, such as the busiest of many accounts. */
    private static final int RICH = 8;

    private final List<Sibling<L>> siblings;
    private final SignatureFeatures<L> signatures;
    private final Set<Integer> values;
    private final boolean ownPages;
    private final boolean rich;

    /**
     * Prepares to find such words.
     *
     * @param values the indexes of the siblings that are parameter values
     * @param rich whether a word needs many paths below it, as where words begin the paths of a site
     */
    AmongValues(List<Sibling<L>> siblings, SignatureFeatures<L> signatures, List<Integer> values, boolean rich) {
        this.rich = rich;
        this.siblings = siblings;
        this.signatures = signatures;
        this.values = Set.copyOf(values);
        this.ownPages = haveOwnPages();
    }

    /** Returns the indexes of such words. */
    List<Integer> find() {
        if (values.size() < VALUES) {
            return List.of();
        }
        Map<String, Integer> holders =
                LiteralOutliers.holders(values.stream().map(this::ends).toList());
        long busiest = values.stream()
                .map(siblings::get)
                .filter(s -> !s.isOverflow())
                .mapToLong(Sibling::rows)
                .max()
                .orElse(0);
        int several = Math.min(MOST_HOLDERS, Math.max(2, values.size() / PART));
        return IntStream.range(0, siblings.size())
                .filter(i -> FreeNames.isName(siblings.get(i)))
                .filter(i -> {
                    int others = several + (values.contains(i) ? 1 : 0);
                    int paths = rich || siblings.get(i).rows() > TIMES * busiest ? RICH : PATHS;
                    return isAmong(i, paths, path -> holders.getOrDefault(path, 0) >= others);
                })
                .boxed()
                .toList();
    }

    /**
     * Whether nearly all rows below a sibling are on paths that values have, or on pages of its own where the values
     * have such pages.
     *
     * @param least the fewest paths; all pages of its own are one
     */
    private boolean isAmong(int i, int least, Predicate<String> isShared) {
        long rows = 0;
        long pages = 0;
        int paths = 0;
        for (Map.Entry<String, Long> entry : ends(i).entrySet()) {
            if (isShared.test(entry.getKey())) {
                rows += entry.getValue();
                paths++;
            } else if (ownPages && isPage(entry.getKey())) {
                pages += entry.getValue();
            }
        }
        return paths + (pages > 0 ? 1 : 0) >= least
                && rows + pages >= NEARLY_ALL * siblings.get(i).rows();
    }

    /** Returns the rows below a sibling by path, whatever the first segment is. */
    private Map<String, Long> ends(int i) {
        Map<String, Long> ends = new TreeMap<>();
        signatures.rows(i).forEach((path, n) -> ends.merge(end(path), n, Long::sum));
        return ends;
    }

    /** Returns a path of several segments without the first. */
    private static String end(String path) {
        int first = path.indexOf('/');
        int second = path.indexOf('/', first + 1);
        return second < 0 ? path : path.substring(0, first + 1) + path.substring(second);
    }

    /** Whether a path has one segment. */
    private static boolean isPage(String path) {
        int first = path.indexOf('/');
        return first >= 0 && path.indexOf('/', first + 1) < 0;
    }

    /** Whether parameter values, as far as is known yet, directly follow most values and end paths there. */
    private boolean haveOwnPages() {
        long having = values.stream()
                .filter(i ->
                        signatures.rows(i).keySet().stream().anyMatch(path -> path.indexOf('/') == path.length() - 1))
                .count();
        return 2 * having >= values.size();
    }
}
