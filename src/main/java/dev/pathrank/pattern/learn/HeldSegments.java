package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.segment.Affix;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Segments after one prefix that stay unless it is almost certain that they are parameter values: versions of an
 * interface, actions, and the first words of paths where they are few.
 *
 * @param <L> what is counted at the leaves
 */
final class HeldSegments<L extends Leaf<L>> {
    /** The least probability at which a few words at the beginning of paths are values. */
    private static final double SURELY_VALUE = 0.95;

    /** Up to this many words that are probably values, beside as many literals, are not worth a placeholder. */
    private static final int DOUBTFUL = 3;

    /** On an interface, more are not worth one either if one of this many words at the place is a literal. */
    private static final int PART_LITERAL = 3;

    /** Up to this many words without digits, with nothing else at the place, are not worth one either. */
    private static final int FEW_WORDS = 5;

    /** The least probability of one of them at which they are nevertheless. */
    private static final double SURE = 0.9;

    /** Up to this many folders at the top of a site are its sections. */
    static final int MOST_SECTIONS = 20;

    /** Up to this many versions after one prefix are those of an interface. */
    private static final int FEW_VERSIONS = 6;

    /** Words that are siblings of values in many interfaces and are hardly ever values. */
    private static final Set<String> RESERVED = Set.of("me", "self", "myself", "new", "search", "count", "batch");

    /** The reserved words that are never values. */
    private static final Set<String> NEVER_VALUES = Set.of("me", "self", "myself");

    /** At least this many names of one domain are groups of an interface. */
    private static final int SERVICES = 3;

    /** Labels with points between them; the group is what two of them end in. */
    private static final Pattern HOST =
            Pattern.compile("[a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*?(\\.[a-z0-9-]+\\.[a-z]{2,})");

    /** A resource of things that have a width in bits: {@code int32s}. */
    private static final Pattern WIDTH = Pattern.compile("[a-z]{3,}(?:8|16|32|64|128|256|512)s");

    private static final Pattern VERSION = Pattern.compile("v[0-9]+(?:(?:alpha|beta)[0-9]*)?");

    /** A segment of signs alone, and the words that the OData standard sets apart from names. */
    private static final Pattern SIGNS = Pattern.compile("[-@~_.!$*+]+|\\$[A-Za-z]+");

    /** Actions on the pages of a site. */
    private static final Set<String> ACTIONS = Set.of(
            "view",
            "edit",
            "preview",
            "save",
            "rename",
            "attach",
            "upload",
            "download",
            "diff",
            "rdiff",
            "history",
            "raw",
            "print",
            "create",
            "delete",
            "update",
            "login",
            "logout",
            "register",
            "export",
            "import");

    private final PatternPrefix<L> prefix;
    private final List<Sibling<L>> siblings;
    private final boolean site;
    private final boolean fewWords;
    private final boolean fewVersions;
    private final Set<Sibling<L>> sections;
    private final Set<Sibling<L>> services;

    /** @param site whether the host is a site of pages */
    HeldSegments(PatternPrefix<L> prefix, List<Sibling<L>> siblings, boolean site) {
        this.prefix = prefix;
        this.siblings = siblings;
        this.site = site;
        boolean beginning = prefix.depth() == 0 || site && LanguageCodes.isBeginning(prefix);
        this.fewWords = areFewWords(beginning);
        this.sections = site && beginning ? sections() : Set.of();
        this.services = services();
        this.fewVersions = siblings.stream().filter(this::isInterfaceVersion).count() <= FEW_VERSIONS;
    }

    /** Whether a segment stays, though it is a value with this probability. */
    boolean holds(Sibling<L> s, double probability) {
        return (fewWords || sections.contains(s)) && SegmentFolder.isWord(s.shape()) && probability < SURELY_VALUE
                || NEVER_VALUES.contains(s.name())
                || fewVersions && isInterfaceVersion(s)
                || services.contains(s)
                || WIDTH.matcher(s.name()).matches();
    }

    /** Whether a segment is a word or a sign that is hardly ever a value. */
    static <L extends Leaf<L>> boolean isReserved(Sibling<L> sibling) {
        return isSign(sibling) || RESERVED.contains(sibling.name());
    }

    /**
     * Returns the values that are not worth a placeholder: all where a place has but a few words or documents, or few
     * that may be values beside as many literals, and none of them is very likely a value; and on an interface those of
     * many words of which none is, if enough others are literals.
     */
    List<Sibling<L>> doubtful(List<Sibling<L>> values, double[] p) {
        if (FewDocuments.areAll(siblings, p, SURE)) {
            return values;
        }
        List<Sibling<L>> unsure = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Sibling<L> s = siblings.get(i);
            if (s.isOverflow() || s.isFile() || s.isOpaque() || !SegmentFolder.isWord(s.shape())) {
                return List.of();
            }
            if (values.contains(s) && p[i] < SURE) {
                unsure.add(s);
            }
        }
        boolean few = siblings.size() <= FEW_WORDS && siblings.stream().noneMatch(s -> FewLiterals.hasDigit(s.name()))
                || values.size() <= DOUBTFUL && siblings.size() >= 2 * values.size();
        if (few) {
            return unsure.size() == values.size() ? values : List.of();
        }
        boolean part = !site && PART_LITERAL * (siblings.size() - values.size()) >= siblings.size();
        return part ? unsure : List.of();
    }

    /** Whether a segment is a version of an interface: {@code v1beta1}, or a date at the beginning of paths. */
    private boolean isInterfaceVersion(Sibling<L> s) {
        return !s.isOverflow()
                && (s.shape() == Shape.VERSION && s.name().indexOf('.') < 0
                        || s.shape() == Shape.DATE
                                && !s.isFile()
                                && prefix.depth() == 0
                                && s.distribution().ending() == 0);
    }

    /** Whether a segment is a sign of its interface: {@code -}, {@code @}, {@code $metadata}. */
    static <L extends Leaf<L>> boolean isSign(Sibling<L> sibling) {
        return !sibling.isOverflow() && SIGNS.matcher(sibling.name()).matches();
    }

    /**
     * Whether the words among siblings are few and begin the paths, or are siblings of actions: they are pages or
     * resources.
     */
    private boolean areFewWords(boolean beginning) {
        List<Sibling<L>> words =
                siblings.stream().filter(HeldSegments::isUnaffixedWord).toList();
        if (words.size() > SegmentFolder.FEW || words.stream().anyMatch(Sibling::isOverflow)) {
            return false;
        }
        return beginning
                || prefix.placeholders() == 0 && siblings.stream().noneMatch(Sibling::isOpaque) && areActions(words);
    }

    /**
     * Returns groups of an interface with names like hosts of one domain, where nothing but versions follows most of
     * them: {@code /apis/storage.k8s.io/v1}.
     */
    private Set<Sibling<L>> services() {
        Map<String, List<Sibling<L>>> named = siblings.stream()
                .filter(s -> prefix.placeholders() == 0 && !s.isOverflow())
                .collect(Collectors.groupingBy(HeldSegments::domain, TreeMap::new, Collectors.toList()));
        named.remove("");
        return named.values().stream()
                .filter(same -> same.size() >= SERVICES && mostLeadToVersions(same))
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    /** Returns the last two labels of a name like that of a host; empty for other names. */
    private static <L extends Leaf<L>> String domain(Sibling<L> s) {
        Matcher host = HOST.matcher(s.name());
        return host.matches() ? host.group(1) : "";
    }

    private static <L extends Leaf<L>> boolean mostLeadToVersions(List<Sibling<L>> same) {
        return 2 * same.stream().filter(HeldSegments::leadsToVersions).count() > same.size();
    }

    /** Whether all that follows a segment are versions of an interface. */
    private static <L extends Leaf<L>> boolean leadsToVersions(Sibling<L> s) {
        Set<String> next = s.distribution().next().keySet();
        return next.stream().anyMatch(token -> !token.endsWith(" "))
                && next.stream()
                        .allMatch(token ->
                                token.endsWith(" ") || VERSION.matcher(token).matches());
    }

    /** Returns the folders at the top of a site that lead to other things each, where such folders are few. */
    private Set<Sibling<L>> sections() {
        List<Sibling<L>> words = siblings.stream()
                .filter(s -> SegmentFolder.isWord(s.shape())
                        && !s.isFile()
                        && s.affix().equals(Affix.NONE))
                .toList();
        if (words.size() > MOST_SECTIONS || words.stream().anyMatch(Sibling::isOverflow)) {
            return Set.of();
        }
        Map<String, Integer> leading = new HashMap<>();
        words.forEach(s -> s.distribution().next().keySet().forEach(token -> leading.merge(token, 1, Integer::sum)));
        return words.stream().filter(s -> leadsToOwn(s, leading)).collect(Collectors.toSet());
    }

    /** Whether most of what a folder leads to follows no other. */
    private static <L extends Leaf<L>> boolean leadsToOwn(Sibling<L> folder, Map<String, Integer> leading) {
        long below = folder.rows() - folder.distribution().ending();
        long own = folder.distribution().next().entrySet().stream()
                .filter(next -> !next.getKey().endsWith(" ") && leading.getOrDefault(next.getKey(), 0) == 1)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return 2 * own > below;
    }

    /** Whether at least two words are actions on pages. */
    private static <L extends Leaf<L>> boolean areActions(List<Sibling<L>> words) {
        return words.stream().filter(s -> ACTIONS.contains(s.name())).count() >= 2;
    }

    private static <L extends Leaf<L>> boolean isUnaffixedWord(Sibling<L> sibling) {
        return SegmentFolder.isWord(sibling.shape())
                && (sibling.isFile() || sibling.affix().equals(Affix.NONE));
    }
}
