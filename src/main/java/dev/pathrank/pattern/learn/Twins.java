package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.Lexicon;
import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.learn.features.SignatureFeatures;
import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Siblings of words that many of the same paths follow, called in the same proportions, or words of which that is true
 * once their next segment is left out: values of one parameter, though each of them looks like a resource
 * ({@code /acme/web/-/issues}, {@code /zebra/app/-/issues}).
 *
 * @param <L> what is counted at the leaves
 */
final class Twins<L extends Leaf<L>> {
    /** The least number of paths that follow each of them. */
    private static final int RICH = 6;

    /** The least number of words that follow the projects of several owners. */
    private static final int RICH_PROJECTS = 4;

    /** On a site, the least number of paths that follow words which no interface is known to use. */
    private static final int RICH_ON_SITE = 4;

    /** The least number of them. */
    private static final int SEVERAL = 3;

    /** On a site, below the beginning of paths, this many folders need no rich content. */
    private static final int FOLDERS = 6;

    /** The least part of the rows below one that are on paths which several of them have. */
    private static final double ALIKE = 0.8;

    /** The least part of them that is called in the same proportions. */
    private static final double MOST = 0.7;

    /** The probability from which on words are raised where all evidence but their looks is for values. */
    private static final double LIKELY = 0.5;

    /** The probability that they have at least. */
    private static final double VALUES = 0.97;

    private final PatternPrefix<L> prefix;
    private final List<Sibling<L>> siblings;
    private final SignatureFeatures<L> signatures;
    private final Lexicon lexicon;
    private final boolean site;

    /**
     * Prepares to find twins.
     *
     * @param prefix what is before the siblings
     * @param site whether the host is a site of pages, where words that interfaces use are folders as others are
     */
    Twins(
            PatternPrefix<L> prefix,
            List<Sibling<L>> siblings,
            SignatureFeatures<L> signatures,
            Lexicon lexicon,
            boolean site) {
        this.prefix = prefix;
        this.site = site;
        this.lexicon = lexicon;
        this.siblings = siblings;
        this.signatures = signatures;
    }

    /** Returns probabilities in which twins are almost certainly values, unless they are surely literals. */
    double[] raise(double[] p) {
        double[] raised = p.clone();
        if (areNamed()) {
            for (int i = 0; i < p.length; i++) {
                raised[i] = p[i] < LIKELY ? p[i] : Math.max(p[i], VALUES);
            }
            return raised;
        }
        List<Integer> rich = new ArrayList<>();
        List<Integer> folders = new ArrayList<>();
        int unknown = 0;
        for (int i = 0; i < p.length; i++) {
            Sibling<L> s = siblings.get(i);
            if (s.isOverflow() || s.isFile() || !SegmentFolder.isWord(s.shape())) {
                continue;
            }
            boolean known = lexicon.literalUse(s.decodedCore()).isKnown();
            if (isRich(signatures.rows(i).size(), known)) {
                rich.add(i);
            }
            if (s.distribution().ending() < s.rows()) {
                folders.add(i);
                unknown += known ? 0 : 1;
            }
        }
        if (rich.size() >= SEVERAL && areOwners(rich.stream().map(siblings::get).toList())) {
            rich.forEach(i -> raised[i] = SiblingAgreement.raised(p[i], VALUES));
            return raised;
        }
        raise(p, raised, alike(rich), SEVERAL);
        if (site && prefix.depth() > 0 && unknown >= MOST * folders.size()) {
            List<Integer> alike = alike(folders);
            raise(p, raised, alike, (int) Math.max(FOLDERS, ALIKE * folders.size()));
        }
        return raised;
    }

    private void raise(double[] p, double[] raised, List<Integer> alike, int least) {
        if (alike.size() < least) {
            return;
        }
        boolean[] proportional = signatures.areProportional(alike);
        int same = 0;
        for (boolean one : proportional) {
            same += one ? 1 : 0;
        }
        for (int k = 0; k < proportional.length && same >= MOST * proportional.length; k++) {
            int i = alike.get(k);
            if (proportional[k]) {
                raised[i] = site ? 1 : SiblingAgreement.raised(p[i], VALUES);
            }
        }
    }

    private boolean isRich(int paths, boolean known) {
        return site ? paths >= (known ? RICH : RICH_ON_SITE) : paths >= RICH && !known;
    }

    /**
     * Whether different words follow some siblings, and the same words those: owners of projects, whose projects alone
     * tell them apart ({@code /gary/blog/labels}, {@code /nancy/site/labels}).
     */
    static <L extends Leaf<L>> boolean areOwners(List<Sibling<L>> siblings) {
        List<Map<String, Long>> next =
                siblings.stream().map(s -> s.distribution().next()).toList();
        List<Map<String, Long>> later =
                siblings.stream().map(s -> s.distribution().later()).toList();
        long words = LiteralOutliers.holders(later).entrySet().stream()
                .filter(word -> word.getValue() > 1 && !word.getKey().endsWith(" "))
                .count();
        return words >= RICH_PROJECTS && !LiteralOutliers.areAlike(next) && LiteralOutliers.areAlike(later);
    }

    /**
     * Whether all siblings lead to the same, and stand after a word that takes placeholders in other interfaces
     * ({@code /namespaces/dev/cronjobs}, {@code /namespaces/prod/cronjobs}).
     */
    private boolean areNamed() {
        Set<Set<String>> next = new HashSet<>();
        for (Sibling<L> s : siblings) {
            if (s.isOverflow()
                    || s.isFile()
                    || !SegmentFolder.isWord(s.shape())
                    || s.distribution().ending() > 0) {
                return false;
            }
            next.add(s.distribution().next().keySet());
        }
        return siblings.size() >= SEVERAL && next.size() == 1 && lexicon.takesPlaceholder(prefix.text());
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
