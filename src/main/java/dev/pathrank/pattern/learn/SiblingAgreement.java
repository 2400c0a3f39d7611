package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.Lexicon;
import dev.pathrank.pattern.learn.features.SegmentFeatures;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.segment.FileExtension;
import dev.pathrank.pattern.segment.SegmentNormalizer;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Corrections of the model's probabilities that make similar siblings agree. */
final class SiblingAgreement {
    /** What follows two siblings is the same if it matches at least this well. */
    private static final double ALIKE = 0.6;

    /** A match counts only between siblings with at least this many different next tokens. */
    private static final int RICH = 2;

    /** If at least this part of the unknown words are values, all unknown words are. */
    private static final double MOST = 0.7;

    /** If at least this part of all words are values, known words are too. */
    private static final double NEARLY_ALL = 0.85;

    /** At least this many words are many. */
    private static final int MANY = 12;

    /** Among many words, one does not follow most others with a lower probability. */
    private static final double UNLIKELY = 0.3;

    /** At least this many are very many. */
    private static final int VERY_MANY = 40;

    /** If at least this part of very many words are values, hardly any other is none. */
    private static final double ALL_BUT_FEW = 0.9;

    /** Among very many words, one does not follow the others with a lower probability. */
    private static final double VERY_UNLIKELY = 0.1;

    /** Nor does a word with more than this many times the rows of the busiest value. */
    private static final long TIMES = 2;

    /** A known word with one of this many rows of all words is called as no value is. */
    private static final long BUSY = 4;

    /** If at least this part of the pictures of a place are values, all are. */
    private static final double MOST_PICTURES = 0.6;

    /** The fewest pictures of which that is said. */
    private static final int PICTURES = 4;

    /** The fewest pictures of a site's folder of which that is said. */
    private static final int PICTURES_OF_FOLDER = 2;

    /** If at least this part of the pages of a place are values, those that are not surely literals are too. */
    private static final double MOST_PAGES = 0.8;

    /** The fewest pages of which that is said. */
    private static final int PAGES = 6;

    private static final Pattern NAMED = Pattern.compile("[A-Za-z]{3,}[-_]?[0-9]{1,4}");

    /** A word with a lower probability is almost certainly a literal. */
    private static final double UNSURE = 0.2;

    /** A word that no interface is known to use does not follow the others with a lower probability. */
    private static final double DOUBTFUL = 0.35;

    /** No evidence of siblings makes a value of a word with a lower probability. */
    private static final double SURELY_LITERAL = 0.05;

    /** The most siblings that are compared with each other; the cost grows with the square. */
    private static final int COMPARED = 300;

    private SiblingAgreement() {}

    /**
     * Returns probabilities in which siblings followed by the same several tokens have the mean of their log-odds,
     * weighted by their match. A term that is almost certainly a literal is averaged with words only, and one that
     * surely is keeps its own.
     */
    static <L extends Leaf<L>> double[] averageAlike(
            List<Sibling<L>> siblings, SegmentFeatures<L> features, double[] p) {
        double[] averaged = p.clone();
        int n = Math.min(p.length, COMPARED);
        for (int i = 0; i < n; i++) {
            if (siblings.get(i).distribution().next().size() < RICH || isTerm(siblings.get(i), p[i], SURELY_LITERAL)) {
                continue;
            }
            double sum = 0;
            double weights = 0;
            for (int j = 0; j < n; j++) {
                if (siblings.get(j).distribution().next().size() >= RICH
                        && siblings.get(j).affix().equals(siblings.get(i).affix())
                        && (!isTerm(siblings.get(i), p[i], UNSURE) || isWord(siblings.get(j)))) {
                    double match = features.match(i, j);
                    if (match >= ALIKE) {
                        sum += match * logit(p[j]);
                        weights += match;
                    }
                }
            }
            if (weights > 0) {
                averaged[i] = 1 / (1 + StrictMath.exp(-sum / weights));
            }
        }
        return averaged;
    }

    /**
     * Returns probabilities in which words that no interface is known to use are values where most other such words
     * are, unless they are almost certainly literals. Where nearly all words are values, a known word is too, unless it
     * is very busy. Pictures and pages are values where most of them are.
     *
     * @param folder whether the siblings are in a folder of a site, where all pictures are values if they are several
     * @param below whether a placeholder precedes them; where none does, all pages of such a folder are, too
     */
    static <L extends Leaf<L>> double[] followMajority(
            FoldModel model, List<Sibling<L>> siblings, double[] p, boolean folder, boolean below) {
        double[] followed = p.clone();
        double threshold = model.threshold();
        raise(siblings, p, followed, s -> isUnknownWord(s, model.lexicon()), MOST, DOUBTFUL, threshold);
        long rows = siblings.stream()
                .filter(SiblingAgreement::isWord)
                .mapToLong(Sibling::rows)
                .sum();
        raise(
                siblings,
                p,
                followed,
                s -> isWord(s) && (BUSY * s.rows() < rows || isUnknownWord(s, model.lexicon())),
                NEARLY_ALL,
                UNSURE,
                threshold);
        if (folder) {
            raise(siblings, p, followed, s -> isWord(s) || isNamedCode(s), NEARLY_ALL, UNSURE, threshold);
        }
        if (siblings.stream().filter(Sibling::isPicture).count() >= (folder ? PICTURES_OF_FOLDER : PICTURES)) {
            raise(siblings, p, followed, Sibling::isPicture, folder ? 0 : MOST_PICTURES, 0, threshold);
        }
        if (siblings.stream().filter(SiblingAgreement::isPage).count() >= PAGES) {
            boolean all = folder && !below;
            raise(siblings, p, followed, SiblingAgreement::isPage, all ? 0 : MOST_PAGES, all ? 0 : UNSURE, threshold);
        }
        return followed;
    }

    /**
     * Returns probabilities in which words of an interface are values where most of many words are, whether interfaces
     * use them or not, unless they are likely literals or very busy. Where nearly all of very many are, only those stay
     * that are almost certainly literals or busier than any value.
     */
    static <L extends Leaf<L>> double[] followMany(List<Sibling<L>> siblings, double[] p, double threshold) {
        double[] followed = p.clone();
        List<Sibling<L>> words =
                siblings.stream().filter(SiblingAgreement::isWord).toList();
        if (words.size() >= MANY) {
            long rows = words.stream().mapToLong(Sibling::rows).sum();
            raise(siblings, p, followed, s -> isWord(s) && BUSY * s.rows() < rows, MOST, UNLIKELY, threshold);
        }
        if (words.size() >= VERY_MANY) {
            long busiest = busiestValue(siblings, followed, threshold);
            double[] before = followed.clone();
            raise(
                    siblings,
                    before,
                    followed,
                    s -> isWord(s) && (s.isOverflow() || s.rows() <= TIMES * busiest),
                    ALL_BUT_FEW,
                    VERY_UNLIKELY,
                    threshold);
        }
        return followed;
    }

    /** The rows of the word with most of those that are values. */
    private static <L extends Leaf<L>> long busiestValue(List<Sibling<L>> siblings, double[] p, double threshold) {
        long busiest = 0;
        for (int i = 0; i < p.length; i++) {
            Sibling<L> s = siblings.get(i);
            if (isWord(s) && !s.isOverflow() && p[i] >= threshold) {
                busiest = Math.max(busiest, s.rows());
            }
        }
        return busiest;
    }

    private static <L extends Leaf<L>> void raise(
            List<Sibling<L>> siblings,
            double[] p,
            double[] raised,
            Predicate<Sibling<L>> which,
            double majority,
            double least,
            double threshold) {
        int words = 0;
        int values = 0;
        for (int i = 0; i < p.length; i++) {
            if (which.test(siblings.get(i))) {
                words++;
                values += p[i] >= threshold ? 1 : 0;
            }
        }
        if (values < majority * words) {
            return;
        }
        for (int i = 0; i < p.length; i++) {
            if (which.test(siblings.get(i)) && p[i] >= least) {
                raised[i] = Math.max(raised[i], threshold);
            }
        }
    }

    /** Whether a segment is a term of interfaces with a lower probability than a limit. */
    private static <L extends Leaf<L>> boolean isTerm(Sibling<L> sibling, double p, double limit) {
        return sibling.shape() == Shape.TERM && p < limit;
    }

    /** Returns a probability raised to what the evidence of siblings says, unless the segment is surely a literal. */
    static double raised(double p, double evidence) {
        return p < SURELY_LITERAL ? p : Math.max(p, evidence);
    }

    private static <L extends Leaf<L>> boolean isWord(Sibling<L> sibling) {
        return switch (sibling.shape()) {
            case TERM, WORD, SLUG, OTHER, TITLE -> true;
            default -> false;
        };
    }

    /** Whether a code is a word and a number, as people name albums: {@code Iceland2011}. */
    private static <L extends Leaf<L>> boolean isNamedCode(Sibling<L> s) {
        return s.shape() == Shape.CODE && NAMED.matcher(s.core()).matches();
    }

    /** Whether a segment ends as pages do. */
    static <L extends Leaf<L>> boolean isPage(Sibling<L> sibling) {
        return FileExtension.isPage(SegmentNormalizer.normalize(sibling.affix().suffix()));
    }

    /** Whether no interface is known to use a word. */
    private static <L extends Leaf<L>> boolean isUnknownWord(Sibling<L> sibling, Lexicon lexicon) {
        return switch (sibling.shape()) {
            case WORD, SLUG, OTHER, TITLE -> !lexicon.literalUse(sibling.core()).isKnown();
            default -> false;
        };
    }

    private static double logit(double p) {
        double bounded = Math.min(0.999, Math.max(0.001, p));
        return StrictMath.log(bounded / (1 - bounded));
    }
}
