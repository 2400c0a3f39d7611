package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.segment.Affix;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is known of each segment at a place, as numbers: its shape, how it compares with its siblings in what follows it and in how often it is called, where
 * else it stands, and what stands before it.
 *
 * @param <L> what is counted at the leaves
 */
final class SegmentFeatures<L extends Leaf<L>> {
    /** Siblings that each one is compared with singly; all are compared with in sum. */
    private static final int COMPARED = 24;

    private final PatternPrefix<L> place;
    private final List<Sibling<L>> siblings;
    private final SegmentOccurrences segments;
    private final Lexicon lexicon;
    private final Map<String, Integer> lastOf = new HashMap<>();
    private final Map<String, Integer> nextOf = new HashMap<>();
    private final Map<String, Integer> laterOf = new HashMap<>();
    private final List<TokenVector> next = new ArrayList<>();
    private final List<TokenVector> later = new ArrayList<>();
    private final ChildDistribution all = new ChildDistribution();
    private final ChildDistribution opaque = new ChildDistribution();
    private final long[] allSums;
    private final long[] opaqueSums;
    private int opaqueCount;
    private final long total;
    private final double median;
    private final List<String> forms;
    private final List<String> masks;
    private final Map<String, Integer> sameForm = new HashMap<>();
    private final Map<String, Integer> samePrefix = new HashMap<>();
    private final Map<String, Integer> sameMask = new HashMap<>();
    private final double[] common;
    private final double meanKnown;
    private final double knownBefore;
    private final SubtreeSimilarity<L> likeness;
    private final double[][] missed;

    SegmentFeatures(
            PatternPrefix<L> place,
            List<Sibling<L>> siblings,
            SegmentOccurrences segments,
            Lexicon lexicon,
            NotFoundCounts<L> misses) {
        this.lexicon = lexicon;
        this.place = place;
        this.siblings = siblings;
        this.segments = segments;
        this.likeness = new SubtreeSimilarity<>(siblings);
        this.forms = siblings.stream().map(SegmentFeatures::form).toList();
        this.masks = siblings.stream().map(SegmentFeatures::mask).toList();
        this.missed = misses.numbers(place, siblings, node -> node.shape().isOpaque() || node.isOverflow());
        Map<String, Integer> nextNumbers = new HashMap<>();
        Map<String, Integer> laterNumbers = new HashMap<>();
        for (Sibling<L> sibling : siblings) {
            sibling.distribution().next().keySet().forEach(token -> nextOf.merge(token, 1, Integer::sum));
            sibling.distribution().later().keySet().forEach(token -> laterOf.merge(token, 1, Integer::sum));
            sibling.distribution().last().keySet().forEach(token -> lastOf.merge(token, 1, Integer::sum));
            next.add(TokenVector.of(sibling.distribution().next(), nextNumbers));
            later.add(TokenVector.of(sibling.distribution().later(), laterNumbers));
            all.add(sibling.distribution());
            if (sibling.shape().isOpaque()) {
                opaque.add(sibling.distribution());
                opaqueCount++;
            }
            samePrefix.merge(prefix(sibling), 1, Integer::sum);
        }
        forms.forEach(form -> sameForm.merge(form, 1, Integer::sum));
        masks.forEach(mask -> sameMask.merge(mask, 1, Integer::sum));
        allSums = sums(all);
        opaqueSums = sums(opaque);
        total = all.calls();
        long[] calls = siblings.stream().mapToLong(Sibling::calls).sorted().toArray();
        median = (double) calls[calls.length / 2];
        common = common(calls);
        meanKnown = siblings.stream()
                .mapToDouble(s -> lexicon.look(s.core())[1])
                .average()
                .orElse(-1);
        knownBefore = lexicon.look(place.text())[1];
    }

    private static long[] sums(ChildDistribution of) {
        return new long[] {
            ChildDistribution.sum(of.next()), ChildDistribution.sum(of.later()), ChildDistribution.sum(of.last())
        };
    }

    /** How many of its tokens other siblings have, as a logarithm. */
    private static double common(Map<String, Long> own, Map<String, Integer> of) {
        return StrictMath.log1p(
                (double) own.keySet().stream().filter(t -> of.get(t) > 1).count());
    }

    /** The numbers for every sibling, in their order; each of them for itself, on whatever processors are free. */
    List<double[]> vectors() {
        return IntStream.range(0, siblings.size())
                .parallel()
                .mapToObj(this::vector)
                .toList();
    }

    private double[] common(long[] calls) {
        int n = siblings.size();
        double singles = Arrays.stream(calls).filter(c -> c == 1).count();
        double entropy = 0;
        for (long c : calls) {
            double p = (double) c / total;
            entropy -= p * StrictMath.log(p);
        }
        double terms = siblings.stream().filter(s -> s.shape() == Shape.TERM).count();
        double words = siblings.stream()
                .filter(s -> s.shape() == Shape.WORD || s.shape() == Shape.SLUG)
                .count();
        double overflow = siblings.stream().filter(Sibling::isOverflow).count();
        double withLeaf =
                siblings.stream().filter(s -> s.distribution().ending() > 0).count();
        ChildDistribution own = ChildDistribution.of(place.nodes(), node -> true);
        String before = place.text();
        PatternPrefix<L> above = place.parent();
        return new double[] {
            StrictMath.log(n),
            StrictMath.log((double) total),
            (double) n / total,
            singles / n,
            singles / total,
            n == 1 ? 1 : entropy / StrictMath.log(n),
            (double) calls[calls.length - 1] / total,
            terms / n,
            words / n,
            (double) opaqueCount / n,
            overflow,
            withLeaf / n,
            place.depth(),
            place.placeholders(),
            place.isPlaceholder() ? 1 : 0,
            above != null && above.isPlaceholder() ? 1 : 0,
            plural(before) ? 1 : 0,
            before.isEmpty() ? 0 : shapeOf(before) == Shape.TERM ? 2 : shapeOf(before) == Shape.VERSION ? 3 : 1,
            place.nodes().size() == 1 ? 0 : StrictMath.log(place.nodes().size()),
            (double) own.ending() / Math.max(1.0, (double) own.calls()),
            own.ending("POST") > 0 ? 1 : 0,
            own.ending("GET") > 0 ? 1 : 0,
        };
    }

    private static boolean plural(String text) {
        return text.length() > 2 && text.endsWith("s") && !text.endsWith("ss");
    }

    private static Shape shapeOf(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return SegmentKind.shape(SegmentKind.of(bytes, 0, bytes.length));
    }

    private double[] vector(int k) {
        Sibling<L> s = siblings.get(k);
        ChildDistribution p = s.distribution();
        int others = siblings.size() - 1;
        double[] v = new double[120];
        int i = 0;
        v[i++] = s.shape().ordinal();
        String core = s.core();
        v[i++] = core.length();
        v[i++] = share(core, c -> c >= '0' && c <= '9');
        v[i++] = share(core, c -> c >= 'A' && c <= 'Z');
        v[i++] = share(core, c -> c == '-' || c == '_');
        v[i++] = share(core, c -> c > '~' || c == '%');
        v[i++] = core.indexOf('.') >= 0 ? 1 : 0;
        v[i++] = s.affix().equals(Affix.NONE) ? 0 : s.shape() == Shape.FILE ? 1 : 2;
        v[i++] = s.shape() == Shape.INTEGER && core.length() < 10 && !core.isEmpty()
                ? StrictMath.log(1.0 + Long.parseLong(core))
                : -1;
        v[i++] = plural(core) ? 1 : 0;
        v[i++] = StrictMath.log((double) s.calls());
        v[i++] = (double) s.calls() / total;
        v[i++] = StrictMath.log(s.calls() / median);
        v[i++] = (double) sameForm.get(forms.get(k)) / siblings.size();
        v[i++] = sameForm.get(forms.get(k));
        v[i++] = others == 0 ? 0 : (samePrefix.get(prefix(s)) - 1.0) / others;
        v[i++] = p.next().size();
        v[i++] = (double) p.ending() / p.calls();
        v[i++] = p.ending("GET") > 0 ? 1 : 0;
        v[i++] = p.ending("POST") > 0 ? 1 : 0;
        v[i++] = p.ending("PUT") + p.ending("PATCH") > 0 ? 1 : 0;
        v[i++] = p.ending("DELETE") > 0 ? 1 : 0;
        // How much of what follows this segment also follows others, and how common it is among them.
        v[i++] = shared(p.next(), nextOf, 1);
        v[i++] = shared(p.next(), nextOf, 2);
        v[i++] = spread(p.next(), nextOf, others);
        v[i++] = p.later().isEmpty() ? -1 : shared(p.later(), laterOf, 1);
        v[i++] = p.later().isEmpty() ? -1 : spread(p.later(), laterOf, others);
        v[i++] = others == 0 ? -1 : ChildDistribution.without(p.next(), all.next(), allSums[0]);
        v[i++] =
                others == 0 || p.later().isEmpty() ? -1 : ChildDistribution.without(p.later(), all.later(), allSums[1]);
        boolean isOpaque = s.shape().isOpaque();
        v[i++] = opaqueCount - (isOpaque ? 1 : 0) == 0
                ? -1
                : isOpaque
                        ? ChildDistribution.without(p.next(), opaque.next(), opaqueSums[0])
                        : ChildDistribution.cosine(p.next(), opaque.next());
        v[i++] = opaqueCount - (isOpaque ? 1 : 0) == 0 || p.later().isEmpty()
                ? -1
                : isOpaque
                        ? ChildDistribution.without(p.later(), opaque.later(), opaqueSums[1])
                        : ChildDistribution.cosine(p.later(), opaque.later());
        i = single(k, v, i);
        SegmentOccurrences.Uses uses = segments.of(s.name());
        v[i++] = s.isOverflow() ? -1 : StrictMath.log(Math.max(1, uses.places()));
        v[i++] = s.isOverflow() ? -1 : uses.contexts();
        v[i++] = (double) s.nodes().size() / place.nodes().size();
        v[i++] = expectedSpread(s);
        v[i++] = s.isOverflow() ? 1 : 0;
        v[i++] = p.last().isEmpty() ? -1 : shared(p.last(), lastOf, 1);
        v[i++] = p.last().isEmpty() ? -1 : spread(p.last(), lastOf, others);
        v[i++] = p.last().isEmpty() || others == 0 ? -1 : ChildDistribution.without(p.last(), all.last(), allSums[2]);
        v[i++] = common(p.next(), nextOf);
        v[i++] = common(p.later(), laterOf);
        v[i++] = common(p.last(), lastOf);
        double[] known = lexicon.look(s.core());
        v[i++] = known[0];
        v[i++] = known[1];
        v[i++] = meanKnown;
        v[i++] = knownBefore;
        v[i++] = (double) sameMask.get(masks.get(k)) / siblings.size();
        v[i++] = sameMask.get(masks.get(k));
        v[i++] = masks.get(k).length();
        i = likeness.write(k, v, i);
        System.arraycopy(missed[k], 0, v, i, missed[k].length);
        i += missed[k].length;
        v[i++] = s.shape() == Shape.FILE ? shapeOf(core).ordinal() : -1;
        v[i++] = lexicon.plausibility(core);
        i = lexicon.writeSegment(s.core(), v, i);
        i = lexicon.writeBefore(place.text(), v, i);
        double[] whole = Arrays.copyOf(v, i + common.length);
        System.arraycopy(common, 0, whole, i, common.length);
        return whole;
    }

    /** Compared with single siblings: the best match, the part that matches well, and the mean match of those of its own form. */
    private int single(int of, double[] v, int from) {
        double best = -1;
        double good = 0;
        double form = 0;
        int ofForm = 0;
        int compared = 0;
        int step = Math.max(1, siblings.size() / COMPARED);
        for (int k = 0; k < siblings.size(); k += step) {
            if (k == of) {
                continue;
            }
            double match = match(of, k);
            best = Math.max(best, match);
            good += match > 0.8 ? 1 : 0;
            compared++;
            if (forms.get(k).equals(forms.get(of))) {
                form += match;
                ofForm++;
            }
        }
        int i = from;
        v[i++] = best;
        v[i++] = compared == 0 ? -1 : good / compared;
        v[i++] = ofForm == 0 ? -1 : form / ofForm;
        return i;
    }

    /** How alike two siblings are in what follows them, 0 to 1. */
    double match(int i, int j) {
        double match = next.get(i).cosine(next.get(j));
        if (later.get(i).isEmpty() && later.get(j).isEmpty()) {
            return match;
        }
        return 0.6 * match + 0.4 * later.get(i).cosine(later.get(j));
    }

    /** A literal below a variable stands under most of its values; a value stays with one. */
    private double expectedSpread(Sibling<L> s) {
        int parents = place.nodes().size();
        if (parents < 2) {
            return -1;
        }
        double expected = 0;
        double part = (double) s.calls() / total;
        for (Node<L> node : place.nodes()) {
            expected += 1 - StrictMath.pow(1 - part, (double) Math.min(node.subtreeCalls(), 1000));
        }
        return s.nodes().size() / Math.max(1, expected);
    }

    /** The part of the calls whose token at least {@code least} other siblings have. */
    private static double shared(Map<String, Long> own, Map<String, Integer> of, int least) {
        double in = 0;
        double sum = 0;
        for (Map.Entry<String, Long> entry : own.entrySet()) {
            sum += entry.getValue();
            in += of.get(entry.getKey()) > least ? entry.getValue() : 0;
        }
        return sum == 0 ? 0 : in / sum;
    }

    /** The mean part of the other siblings that have its tokens, each token counting once. */
    private static double spread(Map<String, Long> own, Map<String, Integer> of, int others) {
        if (others == 0 || own.isEmpty()) {
            return -1;
        }
        double sum = 0;
        for (String token : own.keySet()) {
            sum += (of.get(token) - 1.0) / others;
        }
        return sum / own.size();
    }

    /** The look of a segment: its shape, extension apart. */
    private static <L extends Leaf<L>> String form(Sibling<L> s) {
        return s.shape().name() + s.affix().prefix() + s.affix().suffix();
    }

    /** The look of a name: each run of letters or digits as one sign, other characters as they are. */
    private static <L extends Leaf<L>> String mask(Sibling<L> s) {
        StringBuilder mask = new StringBuilder();
        String core = s.core();
        for (int i = 0; i < core.length(); i++) {
            char c = core.charAt(i);
            char sign = c >= '0' && c <= '9' ? '0' : c >= 'a' && c <= 'z' ? 'a' : c >= 'A' && c <= 'Z' ? 'A' : c;
            if (mask.length() == 0 || mask.charAt(mask.length() - 1) != sign) {
                mask.append(sign);
            }
        }
        return mask.toString();
    }

    private static <L extends Leaf<L>> String prefix(Sibling<L> s) {
        String core = s.core();
        return core.substring(0, Math.min(3, core.length()));
    }

    private static double share(String text, java.util.function.IntPredicate of) {
        return text.isEmpty() ? 0 : (double) text.chars().filter(of).count() / text.length();
    }
}
