package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.segment.Affix;
import dev.pathrank.pattern.segment.FileExtension;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Decides, place by place from the top, which segments stay literal and which are values of a variable.
 *
 * @param <L> what is counted at the leaves
 */
final class SegmentFolder<L extends Leaf<L>> {
    /** Below this probability even a number stays literal. */
    private static final double SURELY_LITERAL = 0.2;

    /** Below this probability a code stays literal. */
    private static final double CODE_IS_VALUE = 0.5;

    /** The highest probability of being a value that is left to a segment of which what follows says the contrary. */
    private static final double OUTSIDER = 0.3;

    /** From this probability on even a reserved word is a value. */
    private static final double SURELY_VALUE = 0.95;

    /** Words that stand beside values in many interfaces and hardly ever are one. */
    private static final Set<String> RESERVED = Set.of("me", "self", "myself", "new", "search", "count", "batch");

    /** Of these, those that are never one. */
    private static final Set<String> NEVER_VALUES = Set.of("me", "self", "myself");

    /** What one does with the pages of a site. */
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

    /** So many words may be all there are. */
    private static final int FEW = 12;

    /** So many files that begin a path are files of the site. */
    private static final int FEW_FILES = 3;

    /** So many documents at a place, each with so many calls, are resources. */
    private static final int FEW_DOCUMENTS = 4;

    private static final long OFTEN = 20;

    private final FoldModel model;
    private final SegmentOccurrences segments;
    private final NotFoundCounts<L> misses;
    private final Predicate<Node<L>> looksAt;
    private final boolean answered;
    private final boolean explains;
    private final NodeSpellings<L> spellings = new NodeSpellings<>();

    /**
     * @param misses what was not found beside what is looked at
     * @param answered whether what is looked at led to answers
     * @param explains whether patterns tell why they are what they are
     */
    SegmentFolder(
            FoldModel model,
            SegmentOccurrences segments,
            Predicate<Node<L>> looksAt,
            NotFoundCounts<L> misses,
            boolean answered,
            boolean explains) {
        this.answered = answered;
        this.explains = explains;
        this.misses = misses;
        this.model = model;
        this.segments = segments;
        this.looksAt = looksAt;
    }

    /** Learns all below a host. */
    void learn(PatternNode<L> root, Node<L> host) {
        PatternPrefix<L> top = PatternPrefix.host(host);
        scout(top);
        fold(root, top);
    }

    private void scout(PatternPrefix<L> place) {
        List<Sibling<L>> siblings = place.siblings(looksAt);
        if (siblings.isEmpty()) {
            return;
        }
        double[] p = FoldModel.probabilities(
                model.first(), new SegmentFeatures<>(place, siblings, segments, model.lexicon(), misses).vectors());
        FoldModel.recordProbabilities(segments, place, siblings, p);
        FormRules<L> forms = new FormRules<>(place, siblings);
        split(place, siblings, forms, forms.overrule(p)).forEach(part -> scout(part.place));
    }

    /** What both models say of each segment at a place. */
    private double[] probabilities(
            PatternPrefix<L> place, List<Sibling<L>> siblings, FormRules<L> forms, SignatureFeatures<L> signatures) {
        SegmentFeatures<L> evidence = new SegmentFeatures<>(place, siblings, segments, model.lexicon(), misses);
        List<double[]> base = evidence.vectors();
        double[] first = FoldModel.probabilities(model.first(), base);
        double[] p = FoldModel.probabilities(
                model.second(), FoldModel.secondVectors(segments, place, siblings, base, first, signatures));
        return model.followMajority(siblings, forms.overrule(FoldModel.averageAlike(siblings, evidence, p)));
    }

    private void fold(PatternNode<L> pattern, PatternPrefix<L> place) {
        for (Node<L> node : place.nodes()) {
            NonEmptyChildren.forEach(node, looksAt, (child, slashes) -> {
                if (child.leaf() != null) {
                    pattern.add(child, spellings.of(node, pattern, slashes, ""), answered);
                }
            });
        }
        List<Sibling<L>> siblings = place.siblings(looksAt);
        if (siblings.isEmpty()) {
            return;
        }
        FormRules<L> forms = new FormRules<>(place, siblings);
        SignatureFeatures<L> signatures = new SignatureFeatures<>(place, siblings, looksAt, misses);
        double[] p = withoutOutsiders(
                siblings, forms.overrule(probabilities(place, siblings, forms, signatures)), signatures);
        FoldExplanation<L> judgement =
                explains ? new FoldExplanation<>(place, siblings, p, model) : FoldExplanation.silent(place, model);
        for (Part<L> part : split(place, siblings, forms, p)) {
            PatternNode<L> child = part.addTo(pattern, judgement);
            spellings.note(place, pattern, part.place, child, looksAt);
            fold(child, part.place);
        }
    }

    private double[] withoutOutsiders(List<Sibling<L>> siblings, double[] p, SignatureFeatures<L> signatures) {
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Sibling<L> s = siblings.get(i);
            if (s.shape() != Shape.FILE && (s.isOverflow() || value(s.shape(), p[i]))) {
                values.add(i);
            }
        }
        double[] vetoed = p.clone();
        new LiteralOutliers<>(siblings, signatures, values).found().forEach(i -> {
            vetoed[i] = p[i] == 1 ? 1 : Math.min(p[i], OUTSIDER);
        });
        return vetoed;
    }

    /** A literal or a variable below a place. */
    private record Part<L extends Leaf<L>>(PatternPrefix<L> place, List<Sibling<L>> siblings, Affix affix) {
        PatternNode<L> addTo(PatternNode<L> pattern, FoldExplanation<L> judgement) {
            Sibling<L> one = siblings.get(0);
            if (!place.isPlaceholder()) {
                return pattern.addLiteral(one.nodes(), judgement.ofLiteral(one, RESERVED.contains(one.name())));
            }
            Set<Shape> shapes = EnumSet.noneOf(Shape.class);
            Set<Integer> around = new TreeSet<>();
            siblings.forEach(s -> {
                shapes.add(s.shape());
                around.add(SegmentKind.around(s.kind()));
            });
            String name = PlaceholderNames.name(siblings);
            String placeholder = affix.equals(Affix.NONE)
                    ? CompoundPlaceholders.placeholder(pattern.segment(), siblings)
                            .orElse(affix.around(name))
                    : affix.around(name);
            return pattern.addPlaceholder(judgement.ofPlaceholder(placeholder, siblings), shapes, around);
        }
    }

    private List<Part<L>> split(PatternPrefix<L> place, List<Sibling<L>> siblings, FormRules<L> forms, double[] p) {
        List<Part<L>> parts = new ArrayList<>();
        List<Sibling<L>> values = new ArrayList<>();
        boolean fewWords = fewWords(place, siblings);
        Set<Sibling<L>> kept = fewDocuments(siblings);
        kept.addAll(fewOfSite(place, siblings));
        for (int i = 0; i < p.length; i++) {
            Sibling<L> s = siblings.get(i);
            boolean held = fewWords && word(s.shape()) || reserved(s, p[i]) || kept.contains(s);
            if (s.isOverflow() || s.secret() || value(s.shape(), p[i]) && (!held || p[i] == 1)) {
                values.add(s);
            } else {
                parts.add(new Part<>(place.literal(s.name(), s.nodes()), List.of(s), Affix.NONE));
            }
        }
        PlaceholderGroups.of(place, values, forms).forEach((affix, alike) -> {
            if (!variable(place, affix, alike)) {
                alike.forEach(s -> parts.add(new Part<>(place.literal(s.name(), s.nodes()), List.of(s), Affix.NONE)));
                return;
            }
            List<Node<L>> nodes = new ArrayList<>();
            alike.forEach(s -> nodes.addAll(s.nodes()));
            parts.add(new Part<>(place.placeholder(nodes), alike, affix));
        });
        return parts;
    }

    /** One word is no variable, nor is one date or decimal number that may be a version, nor are a few files that begin a path. */
    private static <L extends Leaf<L>> boolean variable(PatternPrefix<L> place, Affix affix, List<Sibling<L>> alike) {
        boolean known = alike.stream()
                .noneMatch(s -> s.isOverflow() || s.secret() || s.shape().isOpaque() && !version(place, s));
        boolean files = place.placeholders() == 0
                && affix.prefix().isEmpty()
                && alike.stream().allMatch(s -> s.shape() == Shape.FILE);
        return !known || alike.size() > (files ? FEW_FILES : 1);
    }

    private static <L extends Leaf<L>> boolean version(PatternPrefix<L> place, Sibling<L> sibling) {
        return place.placeholders() == 0 && (sibling.shape() == Shape.DATE || sibling.shape() == Shape.NUMBER);
    }

    private static <L extends Leaf<L>> boolean reserved(Sibling<L> sibling, double probability) {
        return NEVER_VALUES.contains(sibling.name()) || RESERVED.contains(sibling.name()) && probability < SURELY_VALUE;
    }

    /** A few documents that are called often and are named after one word each ({@code lists.json}) are resources of an interface. */
    private Set<Sibling<L>> fewDocuments(List<Sibling<L>> siblings) {
        Set<Sibling<L>> documents = new HashSet<>();
        for (Sibling<L> s : siblings) {
            if (s.shape() == Shape.FILE && s.isOverflow()) {
                return new HashSet<>();
            }
            if (s.shape() == Shape.FILE
                    && FileExtension.data(s.affix().suffix())
                    && word(SegmentKind.shape(coreKind(s)))) {
                if (s.calls() < OFTEN) {
                    return new HashSet<>();
                }
                documents.add(s);
            }
        }
        return documents.size() > FEW_DOCUMENTS ? new HashSet<>() : documents;
    }

    /** On a site of pages, a few single words below no variable are its parts, and a few scripts at one place are its own. */
    private Set<Sibling<L>> fewOfSite(PatternPrefix<L> place, List<Sibling<L>> siblings) {
        Set<Sibling<L>> words = new HashSet<>();
        Set<Sibling<L>> scripts = new HashSet<>();
        boolean opaque = false;
        for (Sibling<L> s : siblings) {
            if (s.shape() == Shape.TERM || s.shape() == Shape.WORD && s.affix().equals(Affix.NONE)) {
                words.add(s);
            } else if (s.shape() == Shape.FILE && FileExtension.code(s.affix().suffix())) {
                scripts.add(s);
            }
            opaque |= s.shape().isOpaque()
                    || s.name().indexOf('+') > 0
                    || s.name().contains("%20");
        }
        Set<Sibling<L>> kept = new HashSet<>();
        if (segments.site() && place.placeholders() == 0) {
            kept.addAll(opaque || words.size() > FEW ? Set.of() : words);
            kept.addAll(scripts.size() > FEW ? Set.of() : scripts);
            kept.removeIf(Sibling::isOverflow);
        }
        return kept;
    }

    private static <L extends Leaf<L>> int coreKind(Sibling<L> s) {
        byte[] core = s.core().getBytes(StandardCharsets.ISO_8859_1);
        return SegmentKind.of(core, 0, core.length);
    }

    /** Few words that begin the paths, or stand beside what one does on a site, are pages or resources, however alike they are. */
    private boolean fewWords(PatternPrefix<L> place, List<Sibling<L>> siblings) {
        List<Sibling<L>> words =
                siblings.stream().filter(SegmentFolder::unaffixedWord).toList();
        if (words.size() > FEW || words.stream().anyMatch(Sibling::isOverflow)) {
            return false;
        }
        return place.depth() == 0
                || place.placeholders() == 0
                        && siblings.stream().noneMatch(s -> s.shape().isOpaque())
                        && actions(words);
    }

    /** Whether some of the words are what one does on a site, so that the others beside them are too. */
    private static <L extends Leaf<L>> boolean actions(List<Sibling<L>> words) {
        return words.stream().filter(s -> ACTIONS.contains(s.name())).count() >= 2;
    }

    private static <L extends Leaf<L>> boolean unaffixedWord(Sibling<L> sibling) {
        return word(sibling.shape())
                && (sibling.shape() == Shape.FILE || sibling.affix().equals(Affix.NONE));
    }

    private static boolean word(Shape shape) {
        return switch (shape) {
            case TERM, WORD, SLUG, OTHER, FILE, VERSION -> true;
            default -> false;
        };
    }

    /** Opaque shapes are values unless the model is sure of the contrary; what must not be shown is one in any case. */
    private boolean value(Shape shape, double probability) {
        return switch (shape) {
            case UUID, HEX, TOKEN, TITLE, EMAIL -> true;
            case INTEGER, NUMBER -> probability >= SURELY_LITERAL;
            case CODE -> probability >= CODE_IS_VALUE;
            case EMPTY -> false;
            default -> probability >= model.threshold();
        };
    }
}
