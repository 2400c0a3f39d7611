package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.Lexicon;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.learn.features.SignatureFeatures;
import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Siblings of words that many of the same paths follow, called in the same proportions: values of one parameter, though
 * each of them looks like a resource ({@code /acme/web/-/issues}, {@code /zebra/app/-/issues}).
 *
 * @param <L> what is counted at the leaves
 */
final class Twins<L extends Leaf<L>> {
    /** The least number of paths that follow each of them. */
    private static final int RICH = 6;

    /** The least number of them. */
    private static final int SEVERAL = 3;

    /** The least part of the rows below one that are on paths which several of them have. */
    private static final double ALIKE = 0.8;

    /** The least part of them that is called in the same proportions. */
    private static final double MOST = 0.7;

    /** The probability that they have at least. */
    private static final double VALUES = 0.97;

    private final List<Sibling<L>> siblings;
    private final SignatureFeatures<L> signatures;
    private final Lexicon lexicon;

    Twins(List<Sibling<L>> siblings, SignatureFeatures<L> signatures, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.siblings = siblings;
        this.signatures = signatures;
    }

    /** Returns probabilities in which twins are almost certainly values. */
    double[] raise(double[] p) {
        double[] raised = p.clone();
        List<Integer> rich = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Sibling<L> s = siblings.get(i);
            if (!s.isOverflow()
                    && !s.isFile()
                    && SegmentFolder.isWord(s.shape())
                    && !lexicon.literalUse(s.decodedCore()).isKnown()
                    && signatures.rows(i).size() >= RICH) {
                rich.add(i);
            }
        }
        List<Integer> alike = alike(rich);
        if (alike.size() < SEVERAL) {
            return raised;
        }
        boolean[] proportional = signatures.areProportional(alike);
        int same = 0;
        for (boolean one : proportional) {
            same += one ? 1 : 0;
        }
        for (int k = 0; k < proportional.length && same >= MOST * proportional.length; k++) {
            int i = alike.get(k);
            raised[i] = proportional[k] ? Math.max(p[i], VALUES) : p[i];
        }
        return raised;
    }

    /** Returns those of some siblings that are followed by what several of them are followed by. */
    private List<Integer> alike(List<Integer> rich) {
        Map<String, Integer> holders =
                LiteralOutliers.holders(rich.stream().map(signatures::rows).toList());
        return rich.stream()
                .filter(i -> {
                    Map<String, Long> own = signatures.rows(i);
                    long all = own.values().stream().mapToLong(n -> n).sum();
                    return LiteralOutliers.shared(own, holders, SEVERAL) >= ALIKE * all;
                })
                .toList();
    }
}
