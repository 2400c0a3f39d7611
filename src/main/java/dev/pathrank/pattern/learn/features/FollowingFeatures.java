package dev.pathrank.pattern.learn.features;

import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The features of what follows each segment, compared with what follows its siblings.
 *
 * @param <L> the type of the leaves
 */
final class FollowingFeatures<L extends Leaf<L>> {
    private final List<Sibling<L>> siblings;
    private final Map<String, Integer> nextHolders = new HashMap<>();
    private final Map<String, Integer> laterHolders = new HashMap<>();
    private final Map<String, Integer> lastHolders = new HashMap<>();
    private final List<TokenVector> next = new ArrayList<>();
    private final List<TokenVector> later = new ArrayList<>();
    private final ChildDistribution all = new ChildDistribution();
    private final ChildDistribution opaque = new ChildDistribution();
    private final long[] allSums;
    private final long[] opaqueSums;
    private int opaqueCount;

    FollowingFeatures(List<Sibling<L>> siblings) {
        this.siblings = siblings;
        Map<String, Integer> nextNumbers = new HashMap<>();
        Map<String, Integer> laterNumbers = new HashMap<>();
        for (Sibling<L> sibling : siblings) {
            ChildDistribution own = sibling.distribution();
            own.next().keySet().forEach(token -> nextHolders.merge(token, 1, Integer::sum));
            own.later().keySet().forEach(token -> laterHolders.merge(token, 1, Integer::sum));
            own.last().keySet().forEach(token -> lastHolders.merge(token, 1, Integer::sum));
            next.add(TokenVector.of(own.next(), nextNumbers));
            later.add(TokenVector.of(own.later(), laterNumbers));
            all.add(own);
            if (sibling.isOpaque()) {
                opaque.add(own);
                opaqueCount++;
            }
        }
        allSums = sums(all);
        opaqueSums = sums(opaque);
    }

    private static long[] sums(ChildDistribution of) {
        return new long[] {
            ChildDistribution.sum(of.next()), ChildDistribution.sum(of.later()), ChildDistribution.sum(of.last())
        };
    }

    /** Returns the number of siblings that are values by their shape alone. */
    int opaqueCount() {
        return opaqueCount;
    }

    /** Sets the features of a sibling. */
    void set(FeatureVector vector, int i) {
        Sibling<L> s = siblings.get(i);
        ChildDistribution own = s.distribution();
        int others = siblings.size() - 1;
        vector.set(Feature.NEXT_COUNT, own.next().size());
        vector.set(Feature.ENDING_SHARE, (double) own.ending() / own.rows());
        vector.set(Feature.ENDS_GET, own.ending("GET") > 0);
        vector.set(Feature.ENDS_POST, own.ending("POST") > 0);
        vector.set(Feature.ENDS_PUT, own.ending("PUT") + own.ending("PATCH") > 0);
        vector.set(Feature.ENDS_DELETE, own.ending("DELETE") > 0);
        vector.set(Feature.NEXT_SHARED, sharedRows(own.next(), nextHolders, 1));
        vector.set(Feature.NEXT_SHARED_BY_TWO, sharedRows(own.next(), nextHolders, 2));
        vector.set(Feature.NEXT_SPREAD, TokenStatistics.spread(own.next(), nextHolders, others));
        vector.set(
                Feature.NEXT_COSINE, others == 0 ? -1 : ChildDistribution.without(own.next(), all.next(), allSums[0]));
        vector.set(Feature.NEXT_COMMON_COUNT, logCommon(own.next(), nextHolders));
        boolean noLater = own.later().isEmpty();
        vector.set(Feature.LATER_SHARED, noLater ? -1 : sharedRows(own.later(), laterHolders, 1));
        vector.set(Feature.LATER_SPREAD, TokenStatistics.spread(own.later(), laterHolders, others));
        vector.set(
                Feature.LATER_COSINE,
                others == 0 || noLater ? -1 : ChildDistribution.without(own.later(), all.later(), allSums[1]));
        vector.set(Feature.LATER_COMMON_COUNT, logCommon(own.later(), laterHolders));
        boolean noLast = own.last().isEmpty();
        vector.set(Feature.LAST_SHARED, noLast ? -1 : sharedRows(own.last(), lastHolders, 1));
        vector.set(Feature.LAST_SPREAD, TokenStatistics.spread(own.last(), lastHolders, others));
        vector.set(
                Feature.LAST_COSINE,
                others == 0 || noLast ? -1 : ChildDistribution.without(own.last(), all.last(), allSums[2]));
        vector.set(Feature.LAST_COMMON_COUNT, logCommon(own.last(), lastHolders));
        boolean isOpaque = s.isOpaque();
        boolean noOpaque = opaqueCount - (isOpaque ? 1 : 0) == 0;
        vector.set(
                Feature.NEXT_COSINE_WITH_OPAQUE,
                noOpaque ? -1 : cosine(isOpaque, own.next(), opaque.next(), opaqueSums[0]));
        vector.set(
                Feature.LATER_COSINE_WITH_OPAQUE,
                noOpaque || noLater ? -1 : cosine(isOpaque, own.later(), opaque.later(), opaqueSums[1]));
    }

    /**
     * The cosine of a segment's tokens with those of a group, from which they are taken out where the segment is a part
     * of it.
     */
    private static double cosine(boolean isPart, Map<String, Long> own, Map<String, Long> group, long groupSum) {
        return isPart ? ChildDistribution.without(own, group, groupSum) : ChildDistribution.cosine(own, group);
    }

    /** Returns how well two siblings match in what follows them, 0 to 1. */
    double match(int i, int j) {
        double match = next.get(i).cosine(next.get(j));
        if (later.get(i).isEmpty() && later.get(j).isEmpty()) {
            return match;
        }
        return 0.6 * match + 0.4 * later.get(i).cosine(later.get(j));
    }

    /** The logarithm of one more than the number of tokens that other siblings have too. */
    private static double logCommon(Map<String, Long> own, Map<String, Integer> holders) {
        return StrictMath.log1p((double) own.keySet().stream()
                .filter(t -> holders.getOrDefault(t, 0) > 1)
                .count());
    }

    /** The part of the rows whose token at least {@code least} other siblings have. */
    private static double sharedRows(Map<String, Long> own, Map<String, Integer> holders, int least) {
        double in = 0;
        double sum = 0;
        for (Map.Entry<String, Long> entry : own.entrySet()) {
            sum += entry.getValue();
            in += holders.getOrDefault(entry.getKey(), 0) > least ? entry.getValue() : 0;
        }
        return sum == 0 ? 0 : in / sum;
    }
}
