package dev.pathrank.pattern.learn.features;

import dev.pathrank.pattern.segment.Affix;
import dev.pathrank.pattern.segment.EncodedCharacter;
import dev.pathrank.pattern.segment.FileExtension;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The {@linkplain Feature features} of each segment after a pattern prefix for the first round of the model: its text,
 * how it compares with its siblings in rows and in what follows it, where else it occurs, and what precedes it.
 *
 * @param <L> the type of the leaves
 */
public final class SegmentFeatures<L extends Leaf<L>> {
    /**
     * The most siblings that a segment is compared with one by one. It is also compared with the sum of all of them.
     */
    private static final int COMPARED = 24;

    private static final double GOOD_MATCH = 0.8;

    private final PatternPrefix<L> prefix;
    private final List<Sibling<L>> siblings;
    private final SegmentOccurrences occurrences;
    private final Lexicon lexicon;
    private final FollowingFeatures<L> following;
    private final long total;
    private final double median;
    private final List<String> forms;
    private final List<String> masks;
    private final Map<String, Integer> sameForm = new HashMap<>();
    private final Map<String, Integer> sameBeginning = new HashMap<>();
    private final Map<String, Integer> sameMask = new HashMap<>();
    private final SubtreeSimilarity<L> similarity;
    private final double[][] notFound;

    /** The features that are equal for all siblings; the others are not set. */
    private final FeatureVector common;

    /** @param notFound responses of "not found" below the host of the prefix */
    public SegmentFeatures(
            PatternPrefix<L> prefix,
            List<Sibling<L>> siblings,
            SegmentOccurrences occurrences,
            Lexicon lexicon,
            NotFoundCounts<L> notFound) {
        this.lexicon = lexicon;
        this.prefix = prefix;
        this.siblings = siblings;
        this.occurrences = occurrences;
        this.following = new FollowingFeatures<>(siblings);
        this.similarity = new SubtreeSimilarity<>(siblings);
        this.forms = siblings.stream().map(SegmentFeatures::form).toList();
        this.masks = siblings.stream().map(SegmentFeatures::mask).toList();
        this.notFound = notFound.features(prefix, siblings, node -> node.shape().isOpaque() || node.isOverflow());
        forms.forEach(form -> sameForm.merge(form, 1, Integer::sum));
        masks.forEach(mask -> sameMask.merge(mask, 1, Integer::sum));
        siblings.forEach(sibling -> sameBeginning.merge(beginning(sibling), 1, Integer::sum));
        total = siblings.stream().mapToLong(Sibling::rows).sum();
        long[] rows = siblings.stream().mapToLong(Sibling::rows).sorted().toArray();
        median = (double) rows[rows.length / 2];
        common = FeatureVector.ofFirstRound();
        setSiblings(common, rows);
        setPrefix(common);
    }

    /** Returns the features of every sibling, in their order; computed in parallel. */
    public List<FeatureVector> vectors() {
        return IntStream.range(0, siblings.size())
                .parallel()
                .mapToObj(this::vector)
                .toList();
    }

    private FeatureVector vector(int i) {
        FeatureVector vector = common.copy();
        setText(vector, siblings.get(i));
        setRows(vector, siblings.get(i));
        setAlike(vector, i);
        following.set(vector, i);
        setMatches(vector, i);
        setOccurrences(vector, siblings.get(i));
        setWords(vector, siblings.get(i));
        similarity.set(vector, i);
        vector.setFrom(Feature.NOT_FOUND, notFound[i]);
        return vector;
    }

    private void setSiblings(FeatureVector vector, long[] rows) {
        int n = siblings.size();
        double singles = Arrays.stream(rows).filter(c -> c == 1).count();
        double entropy = 0;
        for (long c : rows) {
            double p = (double) c / total;
            entropy -= p * StrictMath.log(p);
        }
        double terms = siblings.stream().filter(s -> s.shape() == Shape.TERM).count();
        double words = siblings.stream()
                .filter(s -> s.shape() == Shape.WORD || s.shape() == Shape.SLUG)
                .count();
        double overflows = siblings.stream().filter(Sibling::isOverflow).count();
        double ending =
                siblings.stream().filter(s -> s.distribution().ending() > 0).count();
        vector.set(Feature.SIBLINGS, StrictMath.log(n));
        vector.set(Feature.ALL_ROWS, StrictMath.log((double) total));
        vector.set(Feature.SIBLINGS_PER_CALL, (double) n / total);
        vector.set(Feature.SINGLE_SHARE, singles / n);
        vector.set(Feature.SINGLE_ROW_SHARE, singles / total);
        vector.set(Feature.CALL_ENTROPY, n == 1 ? 1 : entropy / StrictMath.log(n));
        vector.set(Feature.TOP_SHARE, (double) rows[rows.length - 1] / total);
        vector.set(Feature.TERM_SHARE, terms / n);
        vector.set(Feature.WORD_SHARE, words / n);
        vector.set(Feature.OPAQUE_SHARE, (double) following.opaqueCount() / n);
        vector.set(Feature.OVERFLOW_COUNT, overflows);
        vector.set(Feature.ENDING_SIBLING_SHARE, ending / n);
        vector.set(Feature.SITE_SHARE, occurrences.hostKind().pages());
        double files = siblings.stream().filter(Sibling::isFile).count();
        vector.set(Feature.FILE_SHARE, files / n);
        vector.set(
                Feature.SIBLINGS_MEAN_WORD,
                siblings.stream()
                        .mapToDouble(s -> lexicon.literalUse(s.decodedCore()).mean())
                        .average()
                        .orElse(-1));
    }

    private void setPrefix(FeatureVector vector) {
        ChildDistribution own = ChildDistribution.of(prefix.nodes(), node -> true);
        String before = EncodedCharacter.decoded(prefix.text());
        PatternPrefix<L> above = prefix.parent();
        vector.set(Feature.MEAN_WORD_BEFORE, lexicon.literalUse(before).mean());
        vector.set(Feature.DEPTH, prefix.depth());
        vector.set(Feature.PLACEHOLDERS, prefix.placeholders());
        vector.set(Feature.AFTER_PLACEHOLDER, prefix.isPlaceholder());
        vector.set(Feature.TWO_AFTER_PLACEHOLDER, above != null && above.isPlaceholder());
        vector.set(Feature.AFTER_PLURAL, isPlural(before));
        vector.set(
                Feature.BEFORE_SHAPE,
                before.isEmpty() ? 0 : shapeOf(before) == Shape.TERM ? 2 : shapeOf(before) == Shape.VERSION ? 3 : 1);
        vector.set(
                Feature.PARENTS,
                prefix.nodes().size() == 1 ? 0 : StrictMath.log(prefix.nodes().size()));
        vector.set(Feature.PARENT_ENDING_SHARE, (double) own.ending() / Math.max(1.0, (double) own.rows()));
        vector.set(Feature.PARENT_ENDS_POST, own.ending("POST") > 0);
        vector.set(Feature.PARENT_ENDS_GET, own.ending("GET") > 0);
        lexicon.setBefore(vector, before);
    }

    private static boolean isPlural(String text) {
        return text.length() > 2 && text.endsWith("s") && !text.endsWith("ss");
    }

    private static Shape shapeOf(String text) {
        return SegmentKind.shape(SegmentKind.of(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void setText(FeatureVector vector, Sibling<L> s) {
        String core = s.decodedCore();
        Shape shape = s.modelShape();
        vector.set(Feature.SHAPE, shape.ordinal());
        vector.set(Feature.LENGTH, core.length());
        vector.set(Feature.DIGIT_SHARE, share(core, c -> c >= '0' && c <= '9'));
        vector.set(Feature.CAPITAL_SHARE, share(core, c -> c >= 'A' && c <= 'Z'));
        vector.set(Feature.SEPARATOR_SHARE, share(core, c -> c == '-' || c == '_'));
        vector.set(Feature.ENCODED_SHARE, share(core, c -> c > '~' && !EncodedCharacter.isLetter(c) || c == '%'));
        vector.set(Feature.HAS_POINT, core.indexOf('.') >= 0);
        vector.set(Feature.AFFIX, s.affix().equals(Affix.NONE) ? 0 : shape == Shape.FILE ? 1 : 2);
        long number =
                shape == Shape.INTEGER && core.length() < 10 ? Numbers.nonNegative(ByteSlice.of(core)) : Numbers.NONE;
        vector.set(Feature.INTEGER_VALUE, number == Numbers.NONE ? -1 : StrictMath.log(1.0 + number));
        vector.set(Feature.PLURAL, isPlural(core));
        vector.set(Feature.OVERFLOW, s.isOverflow());
        vector.set(Feature.EXTENSION_GROUP, FileExtension.group(SegmentKind.extension(s.kind())));
        vector.set(
                Feature.FILE_NAME_SHAPE, shape == Shape.FILE ? shapeOf(s.core()).ordinal() : -1);
    }

    private void setRows(FeatureVector vector, Sibling<L> s) {
        vector.set(Feature.ROWS, StrictMath.log((double) s.rows()));
        vector.set(Feature.ROW_SHARE, (double) s.rows() / total);
        vector.set(Feature.ROWS_TO_MEDIAN, StrictMath.log(s.rows() / median));
    }

    private void setAlike(FeatureVector vector, int i) {
        int others = siblings.size() - 1;
        int ofForm = sameForm.getOrDefault(forms.get(i), 0);
        int ofMask = sameMask.getOrDefault(masks.get(i), 0);
        int ofBeginning = sameBeginning.getOrDefault(beginning(siblings.get(i)), 0);
        vector.set(Feature.SAME_FORM_SHARE, (double) ofForm / siblings.size());
        vector.set(Feature.SAME_FORM_COUNT, ofForm);
        vector.set(Feature.SAME_BEGINNING_SHARE, others == 0 ? 0 : (ofBeginning - 1.0) / others);
        vector.set(Feature.SAME_MASK_SHARE, (double) ofMask / siblings.size());
        vector.set(Feature.SAME_MASK_COUNT, ofMask);
        vector.set(Feature.MASK_LENGTH, masks.get(i).length());
    }

    /** Compares a sibling with others one by one. */
    private void setMatches(FeatureVector vector, int of) {
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
            good += match > GOOD_MATCH ? 1 : 0;
            compared++;
            if (forms.get(k).equals(forms.get(of))) {
                form += match;
                ofForm++;
            }
        }
        vector.set(Feature.BEST_MATCH, best);
        vector.set(Feature.GOOD_MATCH_SHARE, compared == 0 ? -1 : good / compared);
        vector.set(Feature.SAME_FORM_MATCH, ofForm == 0 ? -1 : form / ofForm);
    }

    /** Returns how well two siblings match in what follows them, 0 to 1. */
    public double match(int i, int j) {
        return following.match(i, j);
    }

    private void setOccurrences(FeatureVector vector, Sibling<L> s) {
        SegmentOccurrences.Uses uses = occurrences.of(s.name());
        vector.set(Feature.OCCURRENCES, s.isOverflow() ? -1 : StrictMath.log(Math.max(1, uses.nodes())));
        vector.set(Feature.CONTEXTS, s.isOverflow() ? -1 : uses.contexts());
        vector.set(
                Feature.PARENT_SHARE, (double) s.nodes().size() / prefix.nodes().size());
        vector.set(Feature.PARENTS_TO_EXPECTED, parentsToExpected(s));
    }

    /** A literal below a placeholder is a child of most of its values, a parameter value is a child of one. */
    private double parentsToExpected(Sibling<L> s) {
        int parents = prefix.nodes().size();
        if (parents < 2) {
            return -1;
        }
        double expected = 0;
        double part = (double) s.rows() / total;
        for (Node<L> node : prefix.nodes()) {
            expected += 1 - StrictMath.pow(1 - part, (double) Math.min(node.subtreeRows(), 1000));
        }
        return s.nodes().size() / Math.max(1, expected);
    }

    private void setWords(FeatureVector vector, Sibling<L> s) {
        Lexicon.LiteralUse use = lexicon.literalUse(s.decodedCore());
        vector.set(Feature.RAREST_WORD, use.rarest());
        vector.set(Feature.MEAN_WORD, use.mean());
        vector.set(Feature.LETTER_PLAUSIBILITY, lexicon.plausibility(s.decodedCore()));
        lexicon.setSegment(vector, s.decodedCore());
    }

    /** The form of a segment: its shape and the text around its core. */
    private static <L extends Leaf<L>> String form(Sibling<L> s) {
        return s.modelShape().name() + s.affix().prefix() + s.affix().suffix();
    }

    /** The mask of a core: each run of letters or digits as one sign, other characters as they are. */
    private static <L extends Leaf<L>> String mask(Sibling<L> s) {
        StringBuilder mask = new StringBuilder();
        String core = s.decodedCore();
        for (int i = 0; i < core.length(); i++) {
            char sign = sign(core.charAt(i));
            if (mask.length() == 0 || mask.charAt(mask.length() - 1) != sign) {
                mask.append(sign);
            }
        }
        return mask.toString();
    }

    private static char sign(char c) {
        if (c >= '0' && c <= '9') {
            return '0';
        }
        return c >= 'A' && c <= 'Z' ? 'A' : c >= 'a' && c <= 'z' || EncodedCharacter.isLetter(c) ? 'a' : c;
    }

    private static <L extends Leaf<L>> String beginning(Sibling<L> s) {
        String core = s.decodedCore();
        return core.substring(0, Math.min(3, core.length()));
    }

    private static double share(String text, IntPredicate of) {
        return text.isEmpty() ? 0 : (double) text.chars().filter(of).count() / text.length();
    }
}
