package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.learn.features.SignatureFeatures;
import dev.pathrank.pattern.tree.Leaf;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A finder of words of a site that are parameter values after all: everything below them is what is below the values
 * beside them, and about as much ({@code /live/<name>/audio/index.m3u8} beside {@code /live/<name>/1080p/index.m3u8}).
 *
 * @param <L> what is counted at the leaves
 */
final class AmongValues<L extends Leaf<L>> {
    /** The least number of values. */
    private static final int VALUES = 3;

    /** A path is that of values if one of this many has it. */
    private static final int PART = 8;

    /** The least part of the rows below a word that are on such paths. */
    private static final double NEARLY_ALL = 0.95;

    /** A word has at most this many times the rows of the busiest value. */
    private static final long TIMES = 4;

    /** The fewest paths below a word by which it is judged. */
    private static final int PATHS = 2;

    private final List<Sibling<L>> siblings;
    private final SignatureFeatures<L> signatures;
    private final Set<Integer> values;

    /** @param values the indexes of the siblings that are parameter values */
    AmongValues(List<Sibling<L>> siblings, SignatureFeatures<L> signatures, List<Integer> values) {
        this.siblings = siblings;
        this.signatures = signatures;
        this.values = Set.copyOf(values);
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
        int several = Math.max(2, values.size() / PART);
        return IntStream.range(0, siblings.size())
                .filter(i -> mayBeValue(siblings.get(i), busiest))
                .filter(i -> {
                    Map<String, Long> own = ends(i);
                    int others = several + (values.contains(i) ? 1 : 0);
                    return own.size() >= PATHS
                            && LiteralOutliers.shared(own, holders, others)
                                    >= NEARLY_ALL * siblings.get(i).rows();
                })
                .boxed()
                .toList();
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

    private static <L extends Leaf<L>> boolean mayBeValue(Sibling<L> s, long busiest) {
        return !s.isOverflow()
                && !s.isFile()
                && SegmentFolder.isWord(s.shape())
                && !HeldSegments.isReserved(s)
                && s.rows() <= TIMES * busiest;
    }
}
