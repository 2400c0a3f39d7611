package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.segment.Affix;
import dev.pathrank.pattern.segment.HashedFileName;
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
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the form of segments tells surely enough to overrule the model: values that name their kind themselves, names that repeat the value above them,
 * numbered files, pages of a wiki, and the files that every site has.
 *
 * @param <L> what is counted at the leaves
 */
final class FormRules<L extends Leaf<L>> {
    /** Files of the first place that agents ask every site for. */
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

    /** So many files that differ in their numbers alone are one. */
    private static final int NUMBERED = 3;

    /** So many pages of a wiki at one place are no resources. */
    private static final int PAGES = 12;

    /** A name of two and more words, each with a capital: {@code WebHome}. */
    private static final Pattern CAMEL = Pattern.compile("[A-Z][a-z]+(?:[A-Z][a-z0-9]+)+");

    /** As {@link #CAMEL}, where the first word is what an interface does. */
    private static final Pattern ACTION = Pattern.compile(
            "(?:Get|Set|List|Create|Delete|Update|Describe|Put|Add|Remove|Start|Stop|Batch|Search|Query)[A-Z].*");

    /** A language and a country: {@code en-US}. */
    private static final Pattern LOCALE = Pattern.compile("[a-z]{2}[-_][A-Z]{2}");

    /** Two and more words as programs write them: {@code networkTrace}. */
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z]{2,}(?:[A-Z][a-z]{2,})+");

    /** So many of them at a place, and such a part of the words there, are names that a program gave: resources, not values. */
    private static final int IDENTIFIERS = 4;

    private static final int PART_OF_WORDS = 3;

    /** What is left of the probabilities of such names and of the other words beside them, unless these are surely values. */
    private static final double IDENTIFIER_IS_VALUE = 0.1;

    private static final double BESIDE_IDENTIFIERS = 0.5;

    private static final double SURELY_VALUE = 0.9;

    /** So many texts with spaces at a place were typed by people, and so was what stands beside them. */
    private static final int TYPED = 2;

    /** Shortest value above that is looked for in a name. */
    private static final int SHORTEST_VALUE = 3;

    private final PatternPrefix<L> place;
    private final List<Sibling<L>> siblings;
    private final IdentityHashMap<Sibling<L>, Affix> companions = new IdentityHashMap<>();

    FormRules(PatternPrefix<L> place, List<Sibling<L>> siblings) {
        this.place = place;
        this.siblings = siblings;
        Set<Affix> around = new HashSet<>();
        if (place.isPlaceholder()) {
            findCompanions(around);
        }
        findMore(around, false);
        Set<Affix> hashed = new HashSet<>();
        siblings.stream().filter(s -> SegmentKind.hashedFile(s.kind())).forEach(s -> hashed.add(s.affix()));
        findMore(hashed, true);
    }

    /** What stands around a name's repetition of the value above it, as in {@code /m-7/mission-m-7.html}; null where there is none. */
    Affix companion(Sibling<L> sibling) {
        return companions.get(sibling);
    }

    /** The probabilities of being a value, where need be overruled. */
    double[] overrule(double[] p) {
        double[] overruled = p.clone();
        capIdentifiers(overruled);
        boolean search = place.depth() > 0
                && siblings.stream().filter(s -> typed(s.name())).count() >= TYPED;
        Map<String, Set<String>> numbered = new HashMap<>();
        long pages = 0;
        for (Sibling<L> s : siblings) {
            if (s.shape() == Shape.FILE) {
                numbered.computeIfAbsent(unnumbered(s), mask -> new TreeSet<>()).add(s.name());
            }
            pages += page(s) ? 1 : 0;
        }
        for (int i = 0; i < p.length; i++) {
            Sibling<L> s = siblings.get(i);
            if (place.depth() == 0
                    && (WELL_KNOWN.contains(s.name())
                            || LOCALE.matcher(s.name()).matches())) {
                overruled[i] = 0;
            } else if (search && s.distribution().ending("GET") == s.calls() && s.shape() != Shape.FILE) {
                overruled[i] = Math.max(overruled[i], SURELY_VALUE);
            } else if (companions.containsKey(s)
                    || saysSo(s)
                    || pages >= PAGES && page(s)
                    || s.shape() == Shape.FILE
                            && unnumbered(s).indexOf('#') >= 0
                            && numbered.get(unnumbered(s)).size() >= NUMBERED) {
                overruled[i] = 1;
            }
        }
        return overruled;
    }

    private void capIdentifiers(double[] p) {
        long words = siblings.stream().filter(FormRules::word).count();
        long identifiers = siblings.stream().filter(FormRules::identifier).count();
        if (identifiers < IDENTIFIERS || PART_OF_WORDS * identifiers < words) {
            return;
        }
        for (int i = 0; i < p.length; i++) {
            if (identifier(siblings.get(i))) {
                p[i] = Math.min(p[i], IDENTIFIER_IS_VALUE);
            } else if (word(siblings.get(i)) && p[i] < SURELY_VALUE) {
                p[i] = Math.min(p[i], BESIDE_IDENTIFIERS);
            }
        }
    }

    private static <L extends Leaf<L>> boolean word(Sibling<L> s) {
        return !s.isOverflow() && (s.shape() == Shape.TERM || s.shape() == Shape.WORD);
    }

    private static <L extends Leaf<L>> boolean identifier(Sibling<L> s) {
        return word(s) && IDENTIFIER.matcher(s.name()).matches();
    }

    private static boolean typed(String name) {
        return name.indexOf('+') > 0 || name.contains("%20");
    }

    /** {@code key=value}, {@code @name}, {@code ~name}, text of another script. */
    private boolean saysSo(Sibling<L> s) {
        String prefix = s.affix().prefix();
        return prefix.endsWith("=")
                || prefix.equals("@")
                || prefix.equals("~")
                || s.shape() == Shape.OTHER && otherScript(s.core());
    }

    private static boolean otherScript(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c == '%' && i + 2 < text.length() && Character.digit(text.charAt(i + 1), 16) >= 8) {
                return true;
            }
        }
        return false;
    }

    private boolean page(Sibling<L> s) {
        return s.shape() == Shape.WORD
                && place.depth() > 0
                && s.distribution().ending() == s.distribution().ending("GET")
                && CAMEL.matcher(s.name()).matches()
                && !ACTION.matcher(s.name()).matches();
    }

    /** The name of a file with each number as one sign. */
    private static <L extends Leaf<L>> String unnumbered(Sibling<L> s) {
        return s.core().replaceAll("[0-9]+", "#") + s.affix().suffix();
    }

    private void findCompanions(Set<Affix> around) {
        IdentityHashMap<Node<L>, Sibling<L>> siblingOf = new IdentityHashMap<>();
        for (Sibling<L> s : siblings) {
            if (s.shape() == Shape.FILE && !s.isOverflow()) {
                s.nodes().forEach(node -> siblingOf.put(node, s));
            }
        }
        if (siblingOf.isEmpty()) {
            return;
        }
        for (Node<L> above : place.nodes()) {
            String value = above.name();
            if (above.isOverflow() || value.length() < SHORTEST_VALUE) {
                continue;
            }
            NonEmptyChildren.forEach(above, node -> true, (child, slashes) -> {
                Sibling<L> s = siblingOf.get(child);
                int at = s == null ? -1 : s.core().indexOf(value);
                if (at >= 0) {
                    Affix affix = new Affix(s.name().substring(0, at), s.name().substring(at + value.length()));
                    companions.put(s, affix);
                    around.add(affix);
                }
            });
        }
    }

    /**
     * Below values whose names are not kept, where a page names another value, and where a hash happens to have no letter or no numeral, the text around
     * tells.
     */
    private void findMore(Set<Affix> around, boolean hex) {
        if (around.isEmpty()) {
            return;
        }
        for (Sibling<L> s : siblings) {
            if (s.shape() == Shape.FILE && !s.isOverflow() && !companions.containsKey(s)) {
                around.stream()
                        .filter(affix -> affix.length() > s.affix().length()
                                && s.name().length() > affix.length()
                                && s.name().startsWith(affix.prefix())
                                && s.name().endsWith(affix.suffix())
                                && (!hex || HashedFileName.digits(s.name(), affix)))
                        .min(Comparator.comparingInt((Affix affix) -> -affix.length())
                                .thenComparing(Affix.ORDER))
                        .ifPresent(affix -> companions.put(s, affix));
            }
        }
    }
}
