package dev.pathrank.pattern.learn.features;

import dev.pathrank.pattern.tree.Leaf;
import java.util.Arrays;
import java.util.List;

/**
 * The features of what the first round of the model says about the siblings of each segment.
 *
 * @param <L> what is counted at the leaves
 */
final class SiblingFeatures<L extends Leaf<L>> {
    private static final double LIKELY = 0.5;
    private static final double SURE = 0.9;

    private final List<Sibling<L>> siblings;
    private final double[] p;
    private final double[] sorted;
    private final int likely;
    private final int sure;
    private int words;
    private double inWords;
    private double rows;
    private double weighted;

    /** @param p the probability of each sibling */
    SiblingFeatures(List<Sibling<L>> siblings, double[] p) {
        this.siblings = siblings;
        this.p = p;
        this.sorted = p.clone();
        Arrays.sort(sorted);
        this.likely = (int) Arrays.stream(p).filter(of -> of >= LIKELY).count();
        this.sure = (int) Arrays.stream(p).filter(of -> of >= SURE).count();
        for (int i = 0; i < p.length; i++) {
            Sibling<L> sibling = siblings.get(i);
            weighted += sibling.rows() * p[i];
            rows += sibling.rows();
            if (!sibling.isOpaque()) {
                words++;
                inWords += p[i];
            }
        }
    }

    /** Sets the features of a sibling. */
    void set(FeatureVector vector, int i) {
        int last = sorted.length - 1;
        Sibling<L> own = siblings.get(i);
        boolean word = !own.isOpaque();
        int otherWords = words - (word ? 1 : 0);
        vector.set(Feature.OTHER_LIKELY_SHARE, last == 0 ? 0 : (likely - (p[i] >= LIKELY ? 1.0 : 0.0)) / last);
        vector.set(Feature.OTHER_HIGHEST, last == 0 ? -1 : sorted[last] > p[i] ? sorted[last] : sorted[last - 1]);
        vector.set(Feature.OTHER_LOWEST, last == 0 ? 2 : sorted[0] < p[i] ? sorted[0] : sorted[1]);
        vector.set(Feature.OTHER_WORDS, otherWords == 0 ? -1 : (inWords - (word ? p[i] : 0)) / otherWords);
        vector.set(
                Feature.OTHERS_BY_ROWS,
                last == 0 ? -1 : (weighted - own.rows() * p[i]) / Math.max(1, rows - own.rows()));
        vector.set(Feature.OTHER_SURE_COUNT, sure - (p[i] >= SURE ? 1.0 : 0.0));
    }
}
