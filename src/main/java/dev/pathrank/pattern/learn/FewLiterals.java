package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.Lexicon;
import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.segment.Affix;
import dev.pathrank.pattern.segment.FileExtension;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Segments after one prefix that stay because they are few: the scripts of a site, the first pages of folders, words
 * that are called again and again, words beside identifiers, and words beside attachments of pages.
 *
 * @param <L> what is counted at the leaves
 */
final class FewLiterals<L extends Leaf<L>> {
    /** Up to this many words after one prefix of a site are folders or pages. */
    private static final int FEW_WORDS = 5;

    /** Up to this many words that are called again and again are worth a row each. */
    private static final int FEW_BUSY = 5;

    /** Up to this many are, if each is called as often as a word that no interface is known to use must be. */
    private static final int MOST_BUSY = 12;

    /** A word that interfaces use is called again and again if it has at least this many rows. */
    private static final long BUSY = 50;

    /** A word that is written, or leads on, must follow this many values of a placeholder. */
    private static final int SEVERAL = 3;

    /** Another word is if it has at least this many. */
    private static final long VERY_BUSY = 300;

    /** A word beside at least this many identifiers is none itself. */
    private static final int IDENTIFIERS = 6;

    /** A word, and a number that may be a part of it. */
    private static final Pattern NUMBERED = Pattern.compile("([A-Za-z_-]{3,})[0-9]{1,2}");

    /** The fewest files named after the same word whose number is a value. */
    private static final int SERIES = 3;

    /** A word that follows at least this many values is a resource of each. */
    private static final int OFTEN_AFTER = 5;

    /** Where it follows at least one of this many values too, others need not follow a single value. */
    private static final int PART_OF_VALUES = 4;

    /** At least this many times as many others must follow a single value. */
    private static final int ONCE = 10;

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
        Set<Sibling<L>> kept = new FewDocuments<>(siblings, site).find();
        if (site) {
            kept.addAll(fewScripts());
        }
        if (site && prefix.placeholders() == 0) {
            kept.addAll(fewWords());
        }
        kept.addAll(fewBusyWords());
        kept.addAll(besideIdentifiers());
        kept.addAll(recurring());
        siblings.stream().filter(s -> isFirstPage(prefix, s)).forEach(kept::add);
        return kept;
    }

    static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * Returns the scripts and styles of a site, where they are few; below a placeholder, those that follow half of its
     * values.
     */
    private Set<Sibling<L>> fewScripts() {
        Set<Sibling<L>> named = namedWithNumbers();
        Set<Sibling<L>> scripts = new HashSet<>();
        int several = prefix.placeholders() == 0
                ? 0
                : Math.max(SEVERAL, prefix.nodes().size() / 2);
        for (Sibling<L> s : siblings) {
            if ((s.shape() == Shape.FILE || named.contains(s))
                    && FileExtension.isCode(s.affix().suffix())
                    && (s.isOverflow() || s.nodes().size() >= several)) {
                scripts.add(s);
            }
        }
        boolean few = scripts.size() <= SegmentFolder.FEW;
        scripts.removeIf(s -> !few || s.isOverflow());
        return scripts;
    }

    /** Returns the files that are named after a word and a number, of each word no more than two. */
    private Set<Sibling<L>> namedWithNumbers() {
        Map<String, List<Sibling<L>>> byWord = new HashMap<>();
        for (Sibling<L> s : siblings) {
            Matcher name = NUMBERED.matcher(s.core());
            if (s.shape() == Shape.NUMBERED && name.matches()) {
                byWord.computeIfAbsent(name.group(1), word -> new ArrayList<>()).add(s);
            }
        }
        Set<Sibling<L>> named = new HashSet<>();
        byWord.values().stream().filter(same -> same.size() < SERIES).forEach(named::addAll);
        return named;
    }

    /**
     * Returns the words of a place of a site, where they are few and beside no number, no typed text and no more slugs
     * than words.
     */
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
        long slugs = words.stream().filter(s -> s.shape() == Shape.SLUG).count();
        words.removeIf(s -> s.shape() == Shape.SLUG);
        return slugs > words.size() ? Set.of() : words;
    }

    /** Whether a page is the first of its folder: named after the folder, or as servers name such pages. */
    static <L extends Leaf<L>> boolean isFirstPage(PatternPrefix<L> prefix, Sibling<L> s) {
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
        boolean busy = words.stream().allMatch(FewLiterals::isVeryBusy);
        return words.size() > (busy ? MOST_BUSY : FEW_BUSY) ? Set.of() : words;
    }

    /** Returns the few words beside many identifiers that interfaces use ({@code /invoices/upcoming}). */
    private Set<Sibling<L>> besideIdentifiers() {
        if (siblings.size() <= IDENTIFIERS && siblings.stream().noneMatch(Sibling::isOverflow)) {
            return Set.of();
        }
        Map<String, List<Sibling<L>>> numbered = new HashMap<>();
        siblings.forEach(s ->
                numbered.computeIfAbsent(unnumbered(s), n -> new ArrayList<>()).add(s));
        numbered.remove("");
        Set<Sibling<L>> alike = new HashSet<>();
        numbered.values().stream().filter(same -> same.size() >= IDENTIFIERS).forEach(alike::addAll);
        Set<Integer> kinds = new HashSet<>();
        alike.forEach(s -> kinds.add(s.kind()));
        Set<Sibling<L>> words = new HashSet<>();
        int identifiers = 0;
        for (Sibling<L> s : siblings) {
            if (isIdentifier(s) || alike.contains(s)) {
                identifiers += s.isOverflow() ? IDENTIFIERS : 1;
            } else if (s.isOverflow() && !kinds.contains(s.kind())) {
                return Set.of();
            } else if (!s.isOverflow()
                    && (isPlainWord(s) && !hasDigit(s.core())
                            || s.shape() == Shape.SLUG && unnumbered(s).isEmpty())) {
                words.add(s);
            }
        }
        if (identifiers < IDENTIFIERS * Math.max(1, words.size())) {
            return Set.of();
        }
        words.removeIf(s -> !isKnown(s));
        return words;
    }

    private static <L extends Leaf<L>> boolean isIdentifier(Sibling<L> s) {
        return !s.isFile()
                && switch (s.shape()) {
                    case INTEGER, UUID, HEX, CODE, TOKEN -> true;
                    default -> false;
                };
    }

    /** Returns a name with numbers as one sign; empty where it has none. */
    private static <L extends Leaf<L>> String unnumbered(Sibling<L> s) {
        String name = s.isFile() ? "" : s.skeleton().wording();
        return name.indexOf('#') < 0 ? "" : name;
    }

    private boolean isKnown(Sibling<L> s) {
        return s.shape() == Shape.TERM || lexicon.literalUse(s.decodedCore()).isKnown();
    }

    /**
     * Returns the words that follow many values of the placeholder before them: a few that follow a large part of them,
     * most of which interfaces use ({@code /<name>.git/commit} and {@code /<name>.git/tree}), or where nearly all
     * others follow one each ({@code /2017/02/12/<slug>/amp} among attachments).
     */
    private Set<Sibling<L>> recurring() {
        Set<Sibling<L>> words = new HashSet<>();
        int others = 0;
        if (!site || !prefix.isPlaceholder()) {
            return words;
        }
        // Words that differ in a number alone are values.
        Map<String, Integer> alike = new HashMap<>();
        siblings.forEach(s -> alike.merge(unnumbered(s), 1, Integer::sum));
        alike.remove("");
        for (Sibling<L> s : siblings) {
            if (!s.isOverflow()
                    && isPlainWord(s)
                    && s.nodes().size() >= OFTEN_AFTER
                    && alike.getOrDefault(unnumbered(s), 0) < SEVERAL) {
                words.add(s);
            } else if (!s.isOverflow() && !s.isOpaque() && s.nodes().size() == 1) {
                others++;
            }
        }
        if (others >= ONCE * words.size()) {
            return words;
        }
        words.removeIf(s -> PART_OF_VALUES * s.nodes().size() < prefix.nodes().size());
        boolean known = 2 * words.stream().filter(this::isKnown).count() >= words.size();
        return words.size() > SegmentFolder.FEW || !known ? Set.of() : words;
    }

    private static <L extends Leaf<L>> boolean isPlainWord(Sibling<L> s) {
        return s.shape() == Shape.TERM || s.shape() == Shape.WORD && s.affix().equals(Affix.NONE);
    }

    private boolean isBusy(Sibling<L> s) {
        boolean read = s.distribution().ending("GET") == s.rows();
        return isKnown(s) && s.rows() >= BUSY && (read || s.nodes().size() >= SEVERAL) || isVeryBusy(s);
    }

    private static <L extends Leaf<L>> boolean isVeryBusy(Sibling<L> s) {
        return s.rows() >= VERY_BUSY && s.distribution().ending("GET") == s.rows();
    }
}
