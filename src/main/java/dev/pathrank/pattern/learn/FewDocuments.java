package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.segment.FileExtension;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Documents after one prefix that stay because they are few: resources that an interface writes with an ending
 * ({@code /lists.json}).
 *
 * @param <L> what is counted at the leaves
 */
final class FewDocuments<L extends Leaf<L>> {
    /** Up to this many documents after one prefix are resources, if each is called often. */
    private static final int FEW = 4;

    /** A document of a site with at least this many rows is called often. */
    private static final long OFTEN = 20;

    /** A document of an interface with at least this many rows is. */
    private static final long OFTEN_IN_INTERFACES = 8;

    private final List<Sibling<L>> siblings;
    private final boolean site;

    /** @param site whether the host is a site of pages */
    FewDocuments(List<Sibling<L>> siblings, boolean site) {
        this.siblings = siblings;
        this.site = site;
    }

    /** Returns documents that are few, called often, and each named after a word. */
    Set<Sibling<L>> find() {
        Set<Sibling<L>> documents = new HashSet<>();
        for (Sibling<L> s : siblings) {
            if (s.shape() == Shape.FILE && s.isOverflow()) {
                return new HashSet<>();
            }
            if (s.shape() == Shape.FILE && FileExtension.isData(s.affix().suffix()) && isNamedByWords(s)) {
                if (s.rows() < (site ? OFTEN : OFTEN_IN_INTERFACES)) {
                    return new HashSet<>();
                }
                documents.add(s);
            }
        }
        return documents.size() > FEW ? new HashSet<>() : documents;
    }

    /**
     * Whether nothing stands at the place but a few documents named after words, none of which is very likely a value.
     *
     * @param sure the least probability of one that is
     */
    static <L extends Leaf<L>> boolean areAll(List<Sibling<L>> siblings, double[] p, double sure) {
        boolean few = siblings.size() <= SegmentFolder.FEW;
        for (int i = 0; few && i < p.length; i++) {
            Sibling<L> s = siblings.get(i);
            few = s.shape() == Shape.FILE
                    && !s.isOverflow()
                    && FileExtension.isData(s.affix().suffix())
                    && !FewLiterals.hasDigit(s.core())
                    && p[i] < sure;
        }
        return few;
    }

    private static <L extends Leaf<L>> boolean isNamedByWords(Sibling<L> s) {
        int core = SegmentKind.of(s.core().getBytes(StandardCharsets.ISO_8859_1));
        return SegmentFolder.isWord(SegmentKind.shape(core));
    }
}
