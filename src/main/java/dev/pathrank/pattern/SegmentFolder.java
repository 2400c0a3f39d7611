package dev.pathrank.pattern;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    /** So many words may be all there are. */
    private static final int FEW = 12;

    private final FoldModel model;
    private final Segments segments;
    private final Predicate<Node<L>> looksAt;
    private final boolean explains;

    /** @param explains whether patterns tell why they are what they are */
    SegmentFolder(FoldModel model, Segments segments, Predicate<Node<L>> looksAt, boolean explains) {
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
        split(place, siblings, p).forEach(part -> scout(part.place));
    }

    private void fold(PatternNode<L> pattern, Place<L> place) {
        for (Node<L> node : place.nodes()) {
            node.children(child -> {
                if (child.leaf() != null && looksAt.test(child)) {
                    pattern.addLeaf(child.label(), child.leaf());
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
        p = model.joined(siblings, FoldModel.agreed(siblings, p));
        Judgement<L> judgement = explains ? new Judgement<>(place, siblings, p, model) : Judgement.silent(place, model);
        for (Part<L> part : split(place, siblings, p)) {
            fold(part.addTo(pattern, judgement), part.place);
        }
    }

    /** A literal or a variable below a place. */
    private record Part<L extends Leaf<L>>(Place<L> place, List<Sibling<L>> siblings, Affix affix) {
        PatternNode<L> addTo(PatternNode<L> pattern, Judgement<L> judgement) {
            Sibling<L> one = siblings.get(0);
            if (!place.variable()) {
                return pattern.addLiteral(one.name(), judgement.ofLiteral(one, RESERVED.contains(one.name())));
            }
            Set<Shape> shapes = EnumSet.noneOf(Shape.class);
            Set<Integer> around = new TreeSet<>();
            siblings.forEach(s -> {
                shapes.add(s.shape());
                around.add(SegmentKind.around(s.kind()));
            });
            String name = Placeholders.name(siblings);
            String placeholder = affix.prefix() + "<" + name + ">" + affix.suffix();
            return pattern.addPlaceholder(judgement.ofPlaceholder(placeholder, siblings), shapes, around);
        }
    }

    private List<Part<L>> split(Place<L> place, List<Sibling<L>> siblings, double[] p) {
        List<Part<L>> parts = new ArrayList<>();
        Map<String, List<Sibling<L>>> values = new TreeMap<>();
        boolean fewWords = fewWords(place, siblings);
        for (int i = 0; i < p.length; i++) {
            Sibling<L> s = siblings.get(i);
            if (s.isOverflow()
                    || s.secret()
                    || value(s.shape(), p[i]) && !(fewWords && word(s.shape())) && !RESERVED.contains(s.name())) {
                values.computeIfAbsent(s.affix().prefix() + "\0" + s.affix().suffix(), a -> new ArrayList<>())
                        .add(s);
            } else {
                parts.add(new Part<>(place.literal(s.name(), s.nodes()), List.of(s), Affix.NONE));
            }
        }
        long allCalls = values.values().stream().mapToLong(SegmentFolder::calls).sum();
        List<Sibling<L>> plain = new ArrayList<>();
        values.values().removeIf(v -> {
            boolean joins =
                    v.get(0).affix().equals(Affix.NONE) || v.get(0).shape() == Shape.FILE && 3 * calls(v) < allCalls;
            if (joins) {
                plain.addAll(v);
            }
            return joins;
        });
        if (!plain.isEmpty()) {
            values.put("", plain);
        }
        values.forEach((key, alike) -> {
            Sibling<L> only = alike.get(0);
            if (alike.size() == 1
                    && !only.isOverflow()
                    && !only.secret()
                    && !only.shape().opaque()) {
                // One word is no variable, whatever it looks like.
                parts.add(new Part<>(place.literal(only.name(), only.nodes()), alike, Affix.NONE));
                return;
            }
            List<Node<L>> nodes = new ArrayList<>();
            alike.forEach(s -> nodes.addAll(s.nodes()));
            parts.add(new Part<>(
                    place.placeholder(nodes),
                    alike,
                    key.isEmpty() ? Affix.NONE : alike.get(0).affix()));
        });
        return parts;
    }

    /** Few words that end a path and stand below no variable, or begin it, are pages or resources, however alike they are. */
    private boolean fewWords(Place<L> place, List<Sibling<L>> siblings) {
        long words = siblings.stream().filter(s -> word(s.shape())).count();
        boolean open = siblings.stream().anyMatch(s -> s.isOverflow() && word(s.shape()));
        if (open || words > FEW) {
            return false;
        }
        return place.depth() == 0
                || place.variables() == 0
                        && siblings.stream().noneMatch(s -> s.shape().opaque())
                        && siblings.stream()
                                .filter(s -> word(s.shape()))
                                .allMatch(s -> s.profile().later().isEmpty());
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

    private static <L extends Leaf<L>> long calls(List<Sibling<L>> siblings) {
        return siblings.stream().mapToLong(Sibling::calls).sum();
    }
}
