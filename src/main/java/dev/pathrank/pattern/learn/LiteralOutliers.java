package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.learn.features.SignatureFeatures;
import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A finder of literals among segments that look like values of one parameter, by what follows them. It matters because
 * folding a literal by mistake also merges all endpoints below it.
 *
 * <p>A resource among values ({@code /sys} among the names of mounts) has many endpoints that no value has. Where that
 * is true of nearly all siblings, there is no parameter ({@code /apis/batch}, {@code /apis/storage}, each with
 * resources of its own). Both are decided only where there are enough rows: if many paths were seen once, a path that
 * only one segment has may be missing from the others by chance.
 *
 * @param <L> the type of the leaves
 */
final class LiteralOutliers<L extends Leaf<L>> {
    /** The least number of different paths below a segment for their absence elsewhere to be evidence. */
    private static final int RICH = 4;

    /** The least number of rows below a segment for the absence of its paths elsewhere to be evidence. */
    private static final long ROWS = 20;

    /** A segment is an outlier if more than this part of its rows is on paths that no other segment has. */
    private static final double OWN = 0.8;

    /** The other segments are similar if less than this part of their rows is on such paths. */
    private static final double ALIKE = 0.1;

    /** The paths are known well if less than this part of the rows is on paths that were seen once. */
    private static final double KNOWN = 0.1;

    /** The least number of other segments for them to be values of a parameter. */
    private static final int OTHERS = 3;

    /** There is no parameter if more than this part of all rows is below outliers with several methods. */
    private static final double NEARLY_ALL = 0.7;

    /** A path is common if one of this many siblings has it. */
    private static final int COMMON = 5;

    /** Less than this part of a stranger's rows is on common paths. */
    private static final double SHARED = 0.05;

    /** The most segments that may all be resources. */
    private static final int MOST = 60;

    private final List<Sibling<L>> siblings;
    private final SignatureFeatures<L> signatures;
    private final List<Integer> values;
    private final Map<String, Long> rows = new HashMap<>();
    private final Map<String, Integer> holders = new HashMap<>();
    /** How many siblings have the end of a path, after another segment. */
    private final Map<String, Integer> endHolders = new HashMap<>();
    /** The last path up to which all signatures are complete, or null. */
    private final @Nullable String limit;

    /** @param values the indexes of the siblings that look like parameter values */
    LiteralOutliers(List<Sibling<L>> siblings, SignatureFeatures<L> signatures, List<Integer> values) {
        this.siblings = siblings;
        this.signatures = signatures;
        this.values = values;
        this.limit = signatures.limit(values);
        for (int i : values) {
            Set<String> ends = new HashSet<>();
            signatures.rows(i).forEach((token, n) -> {
                if (isCompared(token)) {
                    rows.merge(token, n, Long::sum);
                    holders.merge(token, 1, Integer::sum);
                    ends.add(end(token));
                }
            });
            ends.forEach(end -> endHolders.merge(end, 1, Integer::sum));
        }
    }

    /**
     * Returns a path without its first segment: what follows two values in a row is the same
     * ({@code /gary/blog/labels}, {@code /nancy/site/labels}). Returns the whole path where no literal would be left.
     */
    private static String end(String path) {
        int first = path.indexOf('/');
        int second = first < 0 ? -1 : path.indexOf('/', first + 1);
        return second < 0 || path.chars().skip(second).allMatch(c -> c == '/')
                ? path
                : path.substring(0, first) + path.substring(second);
    }

    /** Whether no other sibling has a path, nor its end after another segment. */
    private boolean isOwn(String token) {
        return holders.getOrDefault(token, 0) == 1 && endHolders.getOrDefault(end(token), 0) <= 1;
    }

    private boolean isCompared(String token) {
        return limit == null || token.compareTo(limit) <= 0;
    }

    /**
     * A sibling compared with all others.
     *
     * @param at its index
     * @param rows rows below it
     * @param own rows on paths that no other sibling has
     * @param tokens the number of its paths
     * @param writes whether several methods are called, HEAD and OPTIONS aside
     */
    private record Measure(int at, long rows, long own, int tokens, boolean writes) {
        boolean isOutlier() {
            return tokens >= RICH && rows >= ROWS && own > OWN * rows;
        }
    }

    private Measure measure(int i) {
        long all = 0;
        long own = 0;
        int tokens = 0;
        Set<String> methods = new HashSet<>();
        for (Map.Entry<String, Long> entry : signatures.rows(i).entrySet()) {
            if (isCompared(entry.getKey())) {
                tokens++;
                all += entry.getValue();
                own += isOwn(entry.getKey()) ? entry.getValue() : 0;
                int end = entry.getKey().indexOf(' ');
                methods.add(end < 0 ? "" : entry.getKey().substring(0, end));
            }
        }
        methods.removeAll(Set.of("", "HEAD", "OPTIONS"));
        return new Measure(i, all, own, tokens, methods.size() > 1);
    }

    /** Whether the siblings without these are similar and known well. */
    private boolean areSimilarWithout(Set<Integer> left) {
        Map<String, long[]> others = new HashMap<>();
        for (int i : values) {
            if (!left.contains(i)) {
                signatures.rows(i).forEach((token, n) -> {
                    long[] sum = others.computeIfAbsent(token, t -> new long[2]);
                    sum[0] += n;
                    sum[1]++;
                });
            }
        }
        long all = 0;
        long single = 0;
        long lone = 0;
        for (Map.Entry<String, long[]> entry : others.entrySet()) {
            if (isCompared(entry.getKey())) {
                long n = entry.getValue()[0];
                all += n;
                single += n == 1 ? 1 : 0;
                lone += entry.getValue()[1] == 1 ? n : 0;
            }
        }
        return values.size() - left.size() >= OTHERS && all >= ROWS && single < KNOWN * all && lone < ALIKE * all;
    }

    /** Returns the indexes of the siblings that are literals. */
    Set<Integer> find() {
        Set<Integer> found = new HashSet<>();
        if (values.size() < 2 || values.size() > 50 * MOST) {
            return found;
        }
        found.addAll(strangers(false));
        found.addAll(strangers(true));
        found.addAll(outliers());
        return found;
    }

    /**
     * Returns the siblings that share nothing with the others: many calls of other methods, or below other segments,
     * where the others are called alike ({@code POST /zones/export} among zones that are read and written).
     *
     * @param below whether only what is below the siblings counts, not what ends there
     */
    private Set<Integer> strangers(boolean below) {
        if (limit != null) {
            return Set.of();
        }
        Map<Integer, Map<String, Long>> each = new TreeMap<>();
        for (int i : values) {
            Map<String, Long> own = new HashMap<>(signatures.rows(i));
            own.keySet().removeIf(token -> below && token.endsWith(" "));
            if (!own.isEmpty()) {
                each.put(i, own);
            }
        }
        Map<String, Integer> having = holders(each.values());
        int common = Math.max(OTHERS, each.size() / COMMON);
        Map<Integer, Map<String, Long>> strange = new TreeMap<>(each);
        strange.entrySet()
                .removeIf(entry ->
                        !mayBeLiteral(siblings.get(entry.getKey())) || !isApart(entry.getValue(), having, common));
        each.keySet().removeAll(strange.keySet());
        Map<String, Integer> others = holders(each.values());
        strange.values().removeIf(own -> !isApart(own, others, 2));
        Map<String, Integer> among = holders(strange.values());
        strange.values().removeIf(own -> own.size() >= RICH && !isMostlyOwn(own, among));
        boolean few = strange.size() * COMMON <= each.size();
        return few && areAlike(each.values(), others, common) ? strange.keySet() : Set.of();
    }

    /** Returns how many of some siblings have each path. */
    static Map<String, Integer> holders(Collection<Map<String, Long>> each) {
        Map<String, Integer> holders = new HashMap<>();
        each.forEach(own -> own.keySet().forEach(token -> holders.merge(token, 1, Integer::sum)));
        return holders;
    }

    /** Whether there are many rows, nearly all on paths that fewer than {@code least} siblings have. */
    private static boolean isApart(Map<String, Long> own, Map<String, Integer> holders, int least) {
        long rows = own.values().stream().mapToLong(n -> n).sum();
        return rows >= ROWS && shared(own, holders, least) < SHARED * rows;
    }

    /** Whether at least half of the rows are on paths that no other of some siblings has. */
    private static boolean isMostlyOwn(Map<String, Long> own, Map<String, Integer> holders) {
        long rows = own.values().stream().mapToLong(n -> n).sum();
        return 2 * shared(own, holders, 2) <= rows;
    }

    /** Whether most rows are on paths that two siblings or more have. */
    static boolean areAlike(Collection<Map<String, Long>> each) {
        return areAlike(each, holders(each), 2);
    }

    /** Whether most rows are on paths that several siblings have. */
    private static boolean areAlike(Collection<Map<String, Long>> each, Map<String, Integer> holders, int least) {
        long rows = 0;
        long shared = 0;
        for (Map<String, Long> own : each) {
            rows += own.values().stream().mapToLong(n -> n).sum();
            shared += shared(own, holders, least);
        }
        return shared >= OWN * rows;
    }

    /** Returns the rows on paths that at least {@code least} siblings have. */
    static long shared(Map<String, Long> own, Map<String, Integer> holders, int least) {
        return own.entrySet().stream()
                .filter(entry -> holders.getOrDefault(entry.getKey(), 0) >= least)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Set<Integer> outliers() {
        Set<Integer> found = new HashSet<>();
        long rows = 0;
        long own = 0;
        boolean overflows = false;
        List<Measure> outliers = new ArrayList<>();
        for (int i : values) {
            overflows |= siblings.get(i).isOverflow();
            Measure measure = measure(i);
            rows += measure.rows;
            if (measure.isOutlier() && mayBeLiteral(siblings.get(i))) {
                outliers.add(measure);
                own += measure.writes ? measure.rows : 0;
            }
        }
        if (Twins.areOwners(outliers.stream().map(m -> siblings.get(m.at)).toList())) {
            return found;
        }
        long single = this.rows.values().stream().filter(n -> n == 1).count();
        boolean none = !overflows
                && outliers.size() > 1
                && values.size() <= MOST
                && own > NEARLY_ALL * rows
                && single < KNOWN * rows;
        if (none) {
            values.stream().filter(i -> mayBeLiteral(siblings.get(i))).forEach(found::add);
        } else {
            Set<Integer> all = new HashSet<>();
            outliers.forEach(measure -> all.add(measure.at));
            if (!all.isEmpty() && areSimilarWithout(all)) {
                return all;
            }
            all.stream().filter(i -> areSimilarWithout(Set.of(i))).forEach(found::add);
        }
        return found;
    }

    private static <L extends Leaf<L>> boolean mayBeLiteral(Sibling<L> sibling) {
        return !sibling.isOverflow()
                && !sibling.isSecret()
                && switch (sibling.shape()) {
                    case TERM, WORD, SLUG, OTHER, TITLE, VERSION, CODE -> true;
                    default -> false;
                };
    }
}
