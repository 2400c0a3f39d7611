package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.tree.Leaf;
import java.util.Arrays;
import java.util.List;

/**
 * What a first judgement says of the siblings of each segment at a place.
 *
 * @param <L> what is counted at the leaves
 */
final class SiblingFeatures<L extends Leaf<L>> {
    /** Numbers for each sibling. */
    static final int NUMBERS = 6;

    private static final double LIKELY = 0.5;
    private static final double SURE = 0.9;

    private final List<Sibling<L>> siblings;
    private final double[] p;
    private final double[] sorted;
    private final int likely;
    private final int sure;
    private int words;
    private double inWords;
    private double calls;
    private double weighted;

    SiblingFeatures(List<Sibling<L>> siblings, double[] p) {
        this.siblings = siblings;
        this.p = p;
        this.sorted = p.clone();
        Arrays.sort(sorted);
        this.likely = (int) Arrays.stream(p).filter(of -> of >= LIKELY).count();
        this.sure = (int) Arrays.stream(p).filter(of -> of >= SURE).count();
        for (int i = 0; i < p.length; i++) {
            Sibling<L> sibling = siblings.get(i);
            weighted += sibling.calls() * p[i];
            calls += sibling.calls();
            if (!sibling.shape().isOpaque()) {
                words++;
                inWords += p[i];
            }
        }
    }

    /** Writes the numbers of the {@code i}-th sibling into {@code v}, from {@code from} on; where they end. */
    int write(int i, double[] v, int from) {
        int last = sorted.length - 1;
        Sibling<L> own = siblings.get(i);
        boolean word = !own.shape().isOpaque();
        int otherWords = words - (word ? 1 : 0);
        int at = from;
        v[at++] = last == 0 ? 0 : (likely - (p[i] >= LIKELY ? 1.0 : 0.0)) / last;
        v[at++] = last == 0 ? -1 : sorted[last] > p[i] ? sorted[last] : sorted[last - 1];
        v[at++] = last == 0 ? 2 : sorted[0] < p[i] ? sorted[0] : sorted[1];
        v[at++] = otherWords == 0 ? -1 : (inWords - (word ? p[i] : 0)) / otherWords;
        v[at++] = last == 0 ? -1 : (weighted - own.calls() * p[i]) / Math.max(1, calls - own.calls());
        v[at++] = sure - (p[i] >= SURE ? 1.0 : 0.0);
        return at;
    }
}
