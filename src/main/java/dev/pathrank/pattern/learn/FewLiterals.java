package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.Lexicon;
import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.segment.Affix;
import dev.pathrank.pattern.segment.FileExtension;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Segments after one prefix that stay because they are few: documents, the scripts of a site, the first pages of
 * folders, and words that are called again and again.
 *
 * @param <L> what is counted at the leaves
 */
final class FewLiterals<L extends Leaf<L>> {
    /** Up to this many documents after one prefix are resources, if each is called often. */
    private static final int FEW_DOCUMENTS = 4;

    /** A document with at least this many rows is called often. */
    private static final long OFTEN = 20;

    /** Up to this many words after one prefix of a site are folders or pages. */
    private static final int FEW_WORDS = 5;

    /** Up to this many words that are called again and again are worth a row each. */
    private static final int FEW_BUSY = 5;

    /** A word that interfaces use is called again and again if it has at least this many rows. */
    private static final long BUSY = 50;

    /** A word that is written, or leads on, must follow this many values of a placeholder. */
    private static final int SEVERAL = 3;

    /** Another word, below no placeholder, is if it has at least this many. */
    private static final long VERY_BUSY = 300;

    /** The pages that servers answer a folder with. */
    private static final Set<String> FIRST_PAGES = Set.of("index", "default");

    private final PatternPrefix<L> prefix;
    private final List<Sibling<L>> siblings;
    private final Lexicon lexicon;
    private final boolean site;

    /** @param site whether the host is a site of pages */
    FewLiterals(PatternPrefix<L> prefix, List<Sibling<L>> siblings, Lexicon lexicon, boolean site) {
        this.prefix = prefix;
        this.siblings = siblings;
        this.lexicon = lexicon;
        this.site = site;
    }

    /** Returns the segments that stay, unless they are values by their form. */
    Set<Sibling<L>> find() {
        Set<Sibling<L>> kept = new HashSet<>(fewDocuments());
        if (site && prefix.placeholders() == 0) {
            kept.addAll(fewScripts());
            kept.addAll(fewWords());
        }
        kept.addAll(fewBusyWords());
        siblings.stream().filter(this::isFirstPage).forEach(kept::add);
        return kept;
    }

    /**
     * Returns documents that are resources of an interface: few, called often, and each named with one word
     * ({@code lists.json}).
     */
    private Set<Sibling<L>> fewDocuments() {
        Set<Sibling<L>> documents = new HashSet<>();
        for (Sibling<L> s : siblings) {
            if (s.shape() == Shape.FILE && s.isOverflow()) {
                return new HashSet<>();
            }
            if (s.shape() == Shape.FILE
                    && FileExtension.isData(s.affix().suffix())
                    && SegmentFolder.isWord(SegmentKind.shape(coreKind(s)))) {
                if (s.rows() < OFTEN) {
                    return new HashSet<>();
                }
                documents.add(s);
            }
        }
        return documents.size() > FEW_DOCUMENTS ? new HashSet<>() : documents;
    }

    /** Returns the scripts and styles of a site, where they are few. */
    private Set<Sibling<L>> fewScripts() {
        Set<Sibling<L>> scripts = new HashSet<>();
        for (Sibling<L> s : siblings) {
            if (s.shape() == Shape.FILE && FileExtension.isCode(s.affix().suffix())) {
                scripts.add(s);
            }
        }
        boolean few = scripts.size() <= SegmentFolder.FEW;
        scripts.removeIf(s -> !few || s.isOverflow());
        return scripts;
    }

    /** Returns the words of a place of a site, where they are few and beside no number and no typed text. */
    private Set<Sibling<L>> fewWords() {
        Set<Sibling<L>> words = new HashSet<>();
        for (Sibling<L> s : siblings) {
            if (s.isOverflow()
                    || s.isOpaque()
                    || s.name().indexOf('+') > 0
                    || s.name().contains("%20")) {
                return Set.of();
            }
            if (isPlainWord(s) || s.shape() == Shape.SLUG) {
                words.add(s);
            }
        }
        if (words.size() > FEW_WORDS) {
            return Set.of();
        }
        words.removeIf(s -> s.shape() == Shape.SLUG);
        return words;
    }

    /** Whether a page is the first of its folder: named after the folder, or as servers name such pages. */
    private boolean isFirstPage(Sibling<L> s) {
        return FileExtension.isPage(s.affix().suffix())
                && !s.isOverflow()
                && (FIRST_PAGES.contains(s.core()) || s.core().equals(prefix.text()));
    }

    /**
     * Returns the words of a place with a few words, all of which end paths and are read again and again: daily and
     * weekly charts are worth a row each.
     */
    private Set<Sibling<L>> fewBusyWords() {
        Set<Sibling<L>> words = new HashSet<>();
        for (Sibling<L> s : siblings) {
            if (s.isOverflow() || s.isOpaque() || isPlainWord(s) && !isBusy(s)) {
                return Set.of();
            }
            if (isPlainWord(s)) {
                words.add(s);
            }
        }
        return words.size() > FEW_BUSY ? Set.of() : words;
    }

    private static <L extends Leaf<L>> boolean isPlainWord(Sibling<L> s) {
        return s.shape() == Shape.TERM || s.shape() == Shape.WORD && s.affix().equals(Affix.NONE);
    }

    private boolean isBusy(Sibling<L> s) {
        boolean known =
                s.shape() == Shape.TERM || lexicon.literalUse(s.decodedCore()).isKnown();
        boolean read = s.distribution().ending("GET") == s.rows();
        return known && s.rows() >= BUSY && (read || s.nodes().size() >= SEVERAL)
                || prefix.placeholders() == 0 && s.rows() >= VERY_BUSY && read;
    }

    private static <L extends Leaf<L>> int coreKind(Sibling<L> s) {
        return SegmentKind.of(s.core().getBytes(StandardCharsets.ISO_8859_1));
    }
}
