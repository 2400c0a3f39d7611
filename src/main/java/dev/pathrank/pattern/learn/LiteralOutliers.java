package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.learn.features.SignatureFeatures;
import dev.pathrank.pattern.tree.Leaf;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A finder of literals among segments that look like values of one parameter, by what follows them. It matters because
 * folding a literal by mistake also merges all endpoints below it.
 *
 * <p>A resource among values ({@code /sys} among the names of mounts) leads where no value leads. That is decided only
 * where there are enough rows: a path that was seen once may be missing from the others by chance.
 *
 * @param <L> the type of the leaves
 */
final class LiteralOutliers<L extends Leaf<L>> {
    /** Of a stranger with at least this many paths, half of the rows must be on paths that no other stranger has. */
    private static final int RICH = 4;

    /** The least number of rows below a segment for the absence of its paths elsewhere to be evidence. */
    private static final long ROWS = 20;

    /** Segments are alike if at least this part of their rows is on paths that others have too. */
    private static final double MOSTLY = 0.8;

    /** The least number of other segments for them to be values of a parameter. */
    private static final int OTHERS = 3;

    /** A path is common if one of this many siblings has it. */
    private static final int COMMON = 5;

    /** Less than this part of a stranger's rows is on common paths. */
    private static final double SHARED = 0.05;

    /** The most segments that are compared. */
    private static final int MOST = 3_000;

    private final List<Sibling<L>> siblings;
    private final SignatureFeatures<L> signatures;
    private final List<Integer> values;
    /** The last path up to which all signatures are complete, or null. */
    private final @Nullable String limit;

    /** @param values the indexes of the siblings that look like parameter values */
    LiteralOutliers(List<Sibling<L>> siblings, SignatureFeatures<L> signatures, List<Integer> values) {
        this.siblings = siblings;
        this.signatures = signatures;
        this.values = values;
        this.limit = signatures.limit(values);
    }

    /**
     * Returns the indexes of the siblings below which nothing is as below the others, with many calls, where what is
     * below the others is alike ({@code /mounts/config/state} among names of mounts).
     */
    Set<Integer> find() {
        if (values.size() < 2 || values.size() > MOST || limit != null) {
            return Set.of();
        }
        Map<Integer, Map<String, Long>> each = new TreeMap<>();
        for (int i : values) {
            Map<String, Long> own = new HashMap<>(signatures.rows(i));
            own.keySet().removeIf(token -> token.endsWith(" "));
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
        return shared >= MOSTLY * rows;
    }

    /** Returns the rows on paths that at least {@code least} siblings have. */
    static long shared(Map<String, Long> own, Map<String, Integer> holders, int least) {
        return own.entrySet().stream()
                .filter(entry -> holders.getOrDefault(entry.getKey(), 0) >= least)
                .mapToLong(Map.Entry::getValue)
                .sum();
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
