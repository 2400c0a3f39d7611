package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.NonEmptyChildren;
import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.learn.features.WikiNames;
import dev.pathrank.pattern.segment.Affix;
import dev.pathrank.pattern.segment.PartType;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rules about the form of segments that are certain enough to overrule the model: values with a key, file names that
 * repeat the value above them, numbered files, pages of a wiki, and the files that every site has.
 *
 * @param <L> what is counted at the leaves
 */
final class FormRules<L extends Leaf<L>> {
    /** Files at the root that agents request from every site. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "favicon.ico",
            "robots.txt",
            "sitemap.xml",
            "manifest.json",
            "asset-manifest.json",
            "ads.txt",
            "humans.txt",
            "index.html",
            "index.php",
            "service-worker.js");

    /** At least this many wiki pages after one prefix of a wiki are parameter values. */
    private static final int PAGES = 2;

    /** A language and a country: {@code en-US}. */
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2}[-_][A-Z]{2}");

    private static final double SURELY_VALUE = 0.9;

    /** If at least this many texts after one prefix contain spaces, people typed them, for example to search. */
    private static final int TYPED = 2;

    /** The shortest value, in characters, that is looked for in the names of files below it. */
    private static final int SHORTEST_VALUE = 3;

    /** At least this many values, and one of this many, have a file that is a page of every value. */
    private static final int SEVERAL = 4;

    /** At least this many files with numbers are numbered. */
    private static final int SEVERAL_NUMBERED = 8;

    /** More texts around the value above are values themselves, as the names of packages are before their versions. */
    private static final int MOST_AROUND = 12;

    private final PatternPrefix<L> prefix;
    private final List<Sibling<L>> siblings;
    private final SegmentForms<L> forms;
    private final boolean wiki;
    private final Set<Sibling<L>> hashes = new HashSet<>();
    private final IdentityHashMap<Sibling<L>, Affix> companions = new IdentityHashMap<>();
    private final Set<Sibling<L>> repeating = new HashSet<>();

    /** @param wiki whether many names of wiki pages follow one prefix of the host */
    FormRules(PatternPrefix<L> prefix, List<Sibling<L>> siblings, boolean wiki) {
        this.prefix = prefix;
        this.wiki = wiki;
        this.siblings = siblings;
        this.forms = new SegmentForms<>(siblings);
        Set<Affix> around = new HashSet<>();
        if (prefix.isPlaceholder()) {
            findCompanions(around);
        }
        if (around.size() > MOST_AROUND) {
            around.clear();
            companions.clear();
        }
        findMore(around, false);
        Set<Affix> hashed = new HashSet<>();
        siblings.stream().filter(FormRules::isNamedByHash).forEach(s -> hashed.add(s.affix()));
        findMore(hashed, true);
        findUnnamed();
    }

    /** Counts files whose names were not kept to the text around a value that all kept names of their kind have. */
    private void findUnnamed() {
        Map<Integer, Set<Affix>> byKind = new HashMap<>();
        for (Sibling<L> s : siblings) {
            if (s.isFile() && !s.isOverflow()) {
                byKind.computeIfAbsent(s.kind(), kind -> new HashSet<>()).add(companions.getOrDefault(s, Affix.NONE));
            }
        }
        for (Sibling<L> s : siblings) {
            Set<Affix> of = byKind.getOrDefault(s.kind(), Set.of());
            if (s.isOverflow() && of.size() == 1 && !of.contains(Affix.NONE)) {
                companions.put(s, of.iterator().next());
            }
        }
    }

    /** Whether a hash is the only value in the name of a file. */
    private static <L extends Leaf<L>> boolean isNamedByHash(Sibling<L> s) {
        return SegmentKind.isHashedFile(s.kind())
                && s.skeleton().parts().stream()
                                .filter(part -> part.type().isSlot() && part.type() != PartType.WORDS)
                                .count()
                        == 1;
    }

    /** Whether the value in a {@link #companion} is a hash. */
    boolean isHash(Sibling<L> sibling) {
        return hashes.contains(sibling);
    }

    /**
     * Returns the text around the value where a file name repeats the segment before it, as in
     * {@code /m-7/mission-m-7.html}; null where it does not.
     */
    @Nullable
    Affix companion(Sibling<L> sibling) {
        return companions.get(sibling);
    }

    /** Whether a file name repeats the value of a placeholder before it, so that its words are no text. */
    boolean repeatsValue(Sibling<L> sibling) {
        return repeating.contains(sibling);
    }

    /**
     * Returns the files that many values have beside the one named after them, as in {@code /m-7/m-7.html} and
     * {@code /m-7/crew.html}, or beside numbered ones, as in {@code /2003-05/msg00012.html} and
     * {@code /2003-05/threads.html}: pages of every value, where they are few.
     */
    Set<Sibling<L>> filesOfMany() {
        Set<Sibling<L>> files = new HashSet<>();
        int numbered = 0;
        if (prefix.placeholders() == 0) {
            return files;
        }
        for (Sibling<L> s : siblings) {
            if (s.isFile() && isNumbered(s)) {
                numbered += s.isOverflow() ? SEVERAL_NUMBERED : 1;
            }
            if (s.isFile()
                    && !s.isOverflow()
                    && !companions.containsKey(s)
                    && s.nodes().size() >= Math.max(SEVERAL, prefix.nodes().size() / SEVERAL)) {
                files.add(s);
            }
        }
        if (companions.size() - hashes.size() >= SEVERAL) {
            return files.size() > MOST_AROUND ? Set.of() : files;
        }
        files.removeIf(FormRules::isNumbered);
        boolean few = files.size() <= SEVERAL && numbered >= SEVERAL_NUMBERED;
        return few ? files : Set.of();
    }

    /** Whether there is a number in the name. */
    static <L extends Leaf<L>> boolean isNumbered(Sibling<L> s) {
        return s.isOpaque() || s.skeleton().hasNumbers() || s.shape() == Shape.INTEGER;
    }

    /** Returns the forms of the segments. */
    SegmentForms<L> forms() {
        return forms;
    }

    /** Returns the probabilities of being a parameter value, overruled where a rule applies. */
    double[] overrule(double[] p) {
        double[] overruled = p.clone();
        boolean search = prefix.depth() > 0
                && siblings.stream().filter(s -> isTyped(s.name())).count() >= TYPED;
        long pages = siblings.stream().filter(this::isPage).count();
        Set<Sibling<L>> numbered = new NumberedNames<>(siblings, forms).find();
        numbered.removeAll(filesOfMany());
        numbered.removeIf(s -> !isNumbered(s) && FewLiterals.isFirstPage(prefix, s));
        boolean paths = siblings.stream().filter(s -> isPath(s.name())).count() >= TYPED;
        Set<Sibling<L>> names = NamesWithNumbers.find(prefix, siblings);
        Set<Sibling<L>> languages = LanguageCodes.find(prefix, siblings);
        for (int i = 0; i < p.length; i++) {
            Sibling<L> s = siblings.get(i);
            if (prefix.depth() == 0
                    && (WELL_KNOWN.contains(s.name())
                            || LOCALE.matcher(s.name()).matches())) {
                overruled[i] = 0;
            } else if (languages.contains(s) || search && s.distribution().ending("GET") == s.rows() && !s.isFile()) {
                overruled[i] = Math.max(overruled[i], SURELY_VALUE);
            } else if (names.contains(s)
                    || companions.containsKey(s)
                    || isMarkedValue(s)
                    || wiki && pages >= PAGES && isPage(s)
                    || numbered.contains(s)
                    || paths && s.isFile()) {
                overruled[i] = 1;
            }
        }
        return overruled;
    }

    /** Whether a segment is a path of its own, whose slashes are escaped. */
    static boolean isPath(String name) {
        return name.contains("%2F") || name.contains("%2f");
    }

    private static boolean isTyped(String name) {
        return name.indexOf('+') > 0 || name.contains("%20");
    }

    /** Whether a segment is marked as a value: {@code key=value}, {@code Orders('value')}, {@code @name}. */
    private boolean isMarkedValue(Sibling<L> s) {
        String before = s.affix().prefix();
        return before.endsWith("=")
                || before.equals("@")
                || before.equals("~")
                || isPath(s.name())
                || SegmentKind.hasParts(s.kind())
                        && !s.isFile()
                        && s.skeleton().parts().stream()
                                .anyMatch(part ->
                                        part.text().equals("(") || part.text().equals("="));
    }

    private boolean isPage(Sibling<L> s) {
        return s.shape() == Shape.WORD
                && prefix.depth() > 0
                && s.distribution().ending("GET") > 0
                && s.distribution().ending() == s.distribution().ending("GET")
                && WikiNames.isPage(s.name());
    }

    private void findCompanions(Set<Affix> around) {
        IdentityHashMap<Node<L>, Sibling<L>> siblingOf = new IdentityHashMap<>();
        for (Sibling<L> s : siblings) {
            if (s.isFile() && !s.isOverflow()) {
                s.nodes().forEach(node -> siblingOf.put(node, s));
            }
        }
        if (siblingOf.isEmpty()) {
            return;
        }
        Map<Affix, Integer> times = new HashMap<>();
        for (Node<L> above : prefix.nodes()) {
            String value = above.name();
            if (above.isOverflow() || value.length() < SHORTEST_VALUE) {
                continue;
            }
            NonEmptyChildren.forEach(above, node -> true, (child, slashes) -> {
                Sibling<L> s = siblingOf.get(child);
                if (s != null && s.core().contains(value)) {
                    int at = s.core().indexOf(value);
                    Affix affix = new Affix(s.name().substring(0, at), s.name().substring(at + value.length()));
                    companions.put(s, affix);
                    repeating.add(s);
                    times.merge(affix, 1, Integer::sum);
                }
            });
        }
        companions.values().removeIf(affix -> times.getOrDefault(affix, 0) < 2);
        // Two packages may have a version in common.
        long once = times.values().stream().filter(n -> n == 1).count();
        if (once > MOST_AROUND && once > companions.size()) {
            companions.clear();
        }
        around.addAll(companions.values());
    }

    /**
     * Finds further file names with the same text around a value: below values whose names were not kept, where a page
     * names another value, and where a hash happens to have no letter or no numeral.
     *
     * @param hex whether the value must be hexadecimal
     */
    private void findMore(Set<Affix> around, boolean hex) {
        if (around.isEmpty()) {
            return;
        }
        for (Sibling<L> s : siblings) {
            if (s.isFile() && !s.isOverflow() && !companions.containsKey(s)) {
                around.stream()
                        .filter(affix -> affix.length() > s.affix().length()
                                && s.name().length() > affix.length()
                                && s.name().startsWith(affix.prefix())
                                && s.name().endsWith(affix.suffix())
                                && (!hex || affix.leavesHash(s.name())))
                        .min(Comparator.comparingInt((Affix affix) -> -affix.length())
                                .thenComparing(Affix.ORDER))
                        .ifPresent(affix -> {
                            companions.put(s, affix);
                            if (hex) {
                                hashes.add(s);
                            }
                        });
            }
        }
    }
}
