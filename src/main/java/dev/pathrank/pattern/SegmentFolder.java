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

    /** Words that stand beside values in many interfaces and hardly ever are one. */
    private static final Set<String> RESERVED = Set.of("me", "self", "myself", "new", "search", "count", "batch");

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
    private final Predicate<Node<L>> looksAt;
    private final boolean answered;
    private final boolean explains;
    private final Spellings<L> spellings = new Spellings<>();

    /**
     * @param answered whether what is looked at led to answers
     * @param explains whether patterns tell why they are what they are
     */
    SegmentFolder(FoldModel model, Segments segments, Predicate<Node<L>> looksAt, boolean answered, boolean explains) {
        this.answered = answered;
        this.explains = explains;
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
                model.first(), new Evidence<>(place, siblings, segments, model.lexicon()).vectors());
        FoldModel.judge(segments, place, siblings, p);
        FormEvidence<L> forms = new FormEvidence<>(place, siblings);
        split(place, siblings, forms, forms.overrule(p)).forEach(part -> scout(part.place));
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
        List<double[]> base = new Evidence<>(place, siblings, segments, model.lexicon()).vectors();
        double[] first = FoldModel.probabilities(model.first(), base);
        double[] p = FoldModel.probabilities(
                model.second(), FoldModel.secondVectors(segments, place, siblings, base, first));
        FormEvidence<L> forms = new FormEvidence<>(place, siblings);
        p = forms.overrule(model.joined(siblings, FoldModel.agreed(siblings, p)));
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
            boolean free = !(fewWords && word(s.shape())) && !RESERVED.contains(s.name()) || p[i] == 1;
            if (s.isOverflow() || s.secret() || value(s.shape(), p[i]) && free) {
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

    /** One word is no variable, whatever it looks like, and nor are a few files that begin a path. */
    private static <L extends Leaf<L>> boolean variable(Place<L> place, Affix affix, List<Sibling<L>> alike) {
        boolean known = alike.stream()
                .noneMatch(s -> s.isOverflow() || s.secret() || s.shape().opaque());
        boolean files =
                place.depth() == 0 && affix.prefix().isEmpty() && alike.stream().allMatch(s -> s.shape() == Shape.FILE);
        return !known || alike.size() > (files ? FEW_FILES : 1);
    }

    /** Few words that end a path and stand below no variable, or begin it, are pages or resources, however alike they are. */
    private boolean fewWords(Place<L> place, List<Sibling<L>> siblings) {
        List<Sibling<L>> words =
                siblings.stream().filter(SegmentFolder::unaffixedWord).toList();
        if (words.size() > FEW || words.stream().anyMatch(Sibling::isOverflow)) {
            return false;
        }
        return place.depth() == 0
                || place.variables() == 0
                        && siblings.stream().noneMatch(s -> s.shape().opaque())
                        && (words.stream().allMatch(s -> s.profile().later().isEmpty()) || actions(words));
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
            case INTEGER, NUMBER, CODE -> probability >= SURELY_LITERAL;
            case EMPTY -> false;
            default -> probability >= model.threshold();
        };
    }
}
