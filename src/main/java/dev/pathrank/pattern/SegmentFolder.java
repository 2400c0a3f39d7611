package dev.pathrank.pattern;

import java.util.ArrayList;
import java.util.EnumSet;
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

    private final FoldModel model;
    private final Segments segments;
    private final Misses<L> misses;
    private final Predicate<Node<L>> looksAt;
    private final boolean answered;
    private final boolean explains;
    private final Spellings<L> spellings = new Spellings<>();

    /**
     * @param misses what was not found beside what is looked at
     * @param answered whether what is looked at led to answers
     * @param explains whether patterns tell why they are what they are
     */
    SegmentFolder(
            FoldModel model,
            Segments segments,
            Predicate<Node<L>> looksAt,
            Misses<L> misses,
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
        Place<L> top = Place.host(host);
        scout(top);
        fold(root, top);
    }

    private void scout(Place<L> place) {
        List<Sibling<L>> siblings = place.siblings(looksAt);
        if (siblings.isEmpty()) {
            return;
        }
        double[] p = FoldModel.probabilities(
                model.first(), new Evidence<>(place, siblings, segments, model.lexicon(), misses).vectors());
        FoldModel.judge(segments, place, siblings, p);
        FormEvidence<L> forms = new FormEvidence<>(place, siblings);
        split(place, siblings, forms, forms.overrule(p)).forEach(part -> scout(part.place));
    }

    /** What both models say of each segment at a place. */
    private double[] probabilities(Place<L> place, List<Sibling<L>> siblings) {
        Signatures<L> signatures = new Signatures<>(place, siblings, looksAt, misses);
        Evidence<L> evidence = new Evidence<>(place, siblings, segments, model.lexicon(), misses);
        List<double[]> base = evidence.vectors();
        double[] first = FoldModel.probabilities(model.first(), base);
        double[] p = FoldModel.probabilities(
                model.second(), FoldModel.secondVectors(segments, place, siblings, base, first, signatures));
        return model.joined(siblings, FoldModel.agreed(siblings, evidence, p));
    }

    private void fold(PatternNode<L> pattern, Place<L> place) {
        for (Node<L> node : place.nodes()) {
            Slashes.children(node, looksAt, (child, slashes) -> {
                if (child.leaf() != null) {
                    pattern.add(child, spellings.of(node, pattern, slashes, ""), answered);
                }
            });
        }
        List<Sibling<L>> siblings = place.siblings(looksAt);
        if (siblings.isEmpty()) {
            return;
        }
        FormEvidence<L> forms = new FormEvidence<>(place, siblings);
        double[] p = forms.overrule(probabilities(place, siblings));
        Judgement<L> judgement = explains ? new Judgement<>(place, siblings, p, model) : Judgement.silent(place, model);
        for (Part<L> part : split(place, siblings, forms, p)) {
            PatternNode<L> child = part.addTo(pattern, judgement);
            spellings.note(place, pattern, part.place, child, looksAt);
            fold(child, part.place);
        }
    }

    /** A literal or a variable below a place. */
    private record Part<L extends Leaf<L>>(Place<L> place, List<Sibling<L>> siblings, Affix affix) {
        PatternNode<L> addTo(PatternNode<L> pattern, Judgement<L> judgement) {
            Sibling<L> one = siblings.get(0);
            if (!place.variable()) {
                return pattern.addLiteral(one.nodes(), judgement.ofLiteral(one, RESERVED.contains(one.name())));
            }
            Set<Shape> shapes = EnumSet.noneOf(Shape.class);
            Set<Integer> around = new TreeSet<>();
            siblings.forEach(s -> {
                shapes.add(s.shape());
                around.add(SegmentKind.around(s.kind()));
            });
            String name = Placeholders.name(siblings);
            String placeholder = affix.equals(Affix.NONE)
                    ? Compounds.placeholder(pattern.segment(), siblings).orElse(affix.written(name))
                    : affix.written(name);
            return pattern.addPlaceholder(judgement.ofPlaceholder(placeholder, siblings), shapes, around);
        }
    }

    private List<Part<L>> split(Place<L> place, List<Sibling<L>> siblings, FormEvidence<L> forms, double[] p) {
        List<Part<L>> parts = new ArrayList<>();
        List<Sibling<L>> values = new ArrayList<>();
        boolean fewWords = fewWords(place, siblings);
        for (int i = 0; i < p.length; i++) {
            Sibling<L> s = siblings.get(i);
            boolean held = fewWords && word(s.shape()) || reserved(s, p[i]);
            if (s.isOverflow() || s.secret() || value(s.shape(), p[i]) && (!held || p[i] == 1)) {
                values.add(s);
            } else {
                parts.add(new Part<>(place.literal(s.name(), s.nodes()), List.of(s), Affix.NONE));
            }
        }
        ValueGroups.of(place, values, forms).forEach((affix, alike) -> {
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
    private static <L extends Leaf<L>> boolean variable(Place<L> place, Affix affix, List<Sibling<L>> alike) {
        boolean known = alike.stream()
                .noneMatch(s -> s.isOverflow() || s.secret() || s.shape().opaque() && !version(place, s));
        boolean files = place.variables() == 0
                && affix.prefix().isEmpty()
                && alike.stream().allMatch(s -> s.shape() == Shape.FILE);
        return !known || alike.size() > (files ? FEW_FILES : 1);
    }

    private static <L extends Leaf<L>> boolean version(Place<L> place, Sibling<L> sibling) {
        return place.variables() == 0 && (sibling.shape() == Shape.DATE || sibling.shape() == Shape.NUMBER);
    }

    private static <L extends Leaf<L>> boolean reserved(Sibling<L> sibling, double probability) {
        return NEVER_VALUES.contains(sibling.name()) || RESERVED.contains(sibling.name()) && probability < SURELY_VALUE;
    }

    /** Few words that begin the paths, or stand beside what one does on a site, are pages or resources, however alike they are. */
    private boolean fewWords(Place<L> place, List<Sibling<L>> siblings) {
        List<Sibling<L>> words =
                siblings.stream().filter(SegmentFolder::unaffixedWord).toList();
        if (words.size() > FEW || words.stream().anyMatch(Sibling::isOverflow)) {
            return false;
        }
        return place.depth() == 0
                || place.variables() == 0
                        && siblings.stream().noneMatch(s -> s.shape().opaque())
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
