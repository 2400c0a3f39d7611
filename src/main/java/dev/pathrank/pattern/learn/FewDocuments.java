package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.segment.FileExtension;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /** A part of every value must follow this many values of a placeholder. */
    private static final int SEVERAL = 3;

    /** And at least one of this many. */
    private static final int PART_OF_VALUES = 8;

    private final PatternPrefix<L> prefix;
    private final List<Sibling<L>> siblings;
    private final boolean site;

    /** @param site whether the host is a site of pages */
    FewDocuments(PatternPrefix<L> prefix, List<Sibling<L>> siblings, boolean site) {
        this.prefix = prefix;
        this.siblings = siblings;
        this.site = site;
    }

    /** Returns the documents that stay, unless they are values by their form. */
    Set<Sibling<L>> find() {
        Set<Sibling<L>> found = called();
        found.addAll(recurring());
        return found;
    }

    /** Returns documents that are few, called often, and each named with one word. */
    private Set<Sibling<L>> called() {
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
     * Returns the documents of an interface that are named after few words and each follow several values of a
     * placeholder: parts of every value, perhaps in several formats ({@code /tags/42/media.json},
     * {@code /tags/42/related.xml}).
     */
    private Set<Sibling<L>> recurring() {
        Map<String, Integer> followed = new HashMap<>();
        Set<Sibling<L>> documents = new HashSet<>();
        for (Sibling<L> s : siblings) {
            if (s.shape() == Shape.FILE && !s.isPicture()) {
                if (site || s.isOverflow() || !isPlain(s)) {
                    return Set.of();
                }
                documents.add(s);
                followed.merge(s.core(), s.nodes().size(), Math::max);
            }
        }
        int least = Math.max(SEVERAL, prefix.nodes().size() / PART_OF_VALUES);
        documents.removeIf(s -> s.distribution().ending() < s.rows() || followed.getOrDefault(s.core(), 0) < least);
        return followed.size() > SegmentFolder.FEW ? Set.of() : documents;
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

    /** Whether a document is named after a word, or two, without digits. */
    private static <L extends Leaf<L>> boolean isPlain(Sibling<L> s) {
        return isNamedByWords(s) && !FewLiterals.hasDigit(s.core());
    }

    private static <L extends Leaf<L>> boolean isNamedByWords(Sibling<L> s) {
        int core = SegmentKind.of(s.core().getBytes(StandardCharsets.ISO_8859_1));
        return SegmentFolder.isWord(SegmentKind.shape(core));
    }
}
