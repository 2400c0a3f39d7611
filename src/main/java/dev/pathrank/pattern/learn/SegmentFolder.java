package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.FeatureVector;
import dev.pathrank.pattern.learn.features.NonEmptyChildren;
import dev.pathrank.pattern.learn.features.NotFoundCounts;
import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.SecondRoundFeatures;
import dev.pathrank.pattern.learn.features.SegmentFeatures;
import dev.pathrank.pattern.learn.features.SegmentOccurrences;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.learn.features.SignatureFeatures;
import dev.pathrank.pattern.segment.FileExtension;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The step that decides, prefix by prefix from the host down, which segments are literals and which are values of a
 * placeholder.
 *
 * @param <L> what is counted at the leaves
 */
final class SegmentFolder<L extends Leaf<L>> {
    /** The probability below which even a number is a literal. */
    private static final double SURELY_LITERAL = 0.2;

    /** The probability below which a code is a literal. */
    private static final double CODE_IS_VALUE = 0.5;

    /** The probability of segments that {@link LiteralOutliers} finds is lowered to this. */
    private static final double OUTLIER = 0.3;

    /** The probability of words of an interface that {@link AmongValues} finds is raised to this. */
    private static final double AMONG = 0.97;

    /** Up to this many words, a set of siblings may be complete, so it stays literal. */
    static final int FEW = 12;

    /** The least number of digits of a number that is no year and no page. */
    private static final int LONG_NUMBER = 5;

    /** Up to this many files below no placeholder are files of the site. */
    private static final int FEW_FILES = 3;

    /** Up to this many pages of a site's folder are. */
    private static final int FEW_PAGES = 5;

    private final FoldModel model;
    private final SegmentOccurrences occurrences;
    private final NotFoundCounts<L> notFound;
    private final Predicate<Node<L>> looksAt;
    private final boolean answered;
    private final boolean explains;
    private final NodeSpellings<L> spellings = new NodeSpellings<>();

    /**
     * Prepares to fold one host.
     *
     * @param looksAt the tree nodes to look at
     * @param notFound the rows of the host that were not found
     * @param answered whether the nodes that are looked at led to answers
     * @param explains whether patterns are explained
     */
    SegmentFolder(
            FoldModel model,
            SegmentOccurrences occurrences,
            Predicate<Node<L>> looksAt,
            NotFoundCounts<L> notFound,
            boolean answered,
            boolean explains) {
        this.answered = answered;
        this.explains = explains;
        this.notFound = notFound;
        this.model = model;
        this.occurrences = occurrences;
        this.looksAt = looksAt;
    }

    /** Adds patterns for everything below a host. */
    void learn(PatternNode<L> root, Node<L> host) {
        PatternPrefix<L> top = PatternPrefix.host(host);
        applyFirstRound(top);
        fold(root, top);
    }

    /** Stores the probabilities of the first round for the whole tree, which the second round looks at. */
    private void applyFirstRound(PatternPrefix<L> prefix) {
        prefix.queryKeys(looksAt).forEach((key, nodes) -> applyFirstRound(prefix.literal(key, nodes)));
        List<Sibling<L>> siblings = prefix.siblings(looksAt);
        if (siblings.isEmpty()) {
            return;
        }
        double[] p = FoldModel.probabilities(
                model.first(), features(prefix, siblings).vectors());
        FoldModel.recordProbabilities(occurrences, prefix, siblings, p);
        FormRules<L> forms = new FormRules<>(prefix, siblings, occurrences.isWiki());
        split(prefix, "", siblings, forms, forms.overrule(p)).forEach(part -> applyFirstRound(part.prefix));
    }

    private SegmentFeatures<L> features(PatternPrefix<L> prefix, List<Sibling<L>> siblings) {
        return new SegmentFeatures<>(prefix, siblings, occurrences, model.lexicon(), notFound);
    }

    /** Returns the probabilities of both rounds, corrected. */
    private double[] probabilities(
            PatternPrefix<L> prefix, List<Sibling<L>> siblings, FormRules<L> forms, SignatureFeatures<L> signatures) {
        SegmentFeatures<L> features = features(prefix, siblings);
        List<FeatureVector> base = features.vectors();
        double[] first = FoldModel.probabilities(model.first(), base);
        double[] p = FoldModel.probabilities(
                model.second(),
                new SecondRoundFeatures<>(occurrences, prefix, siblings, first).vectors(base, signatures));
        double[] averaged = SiblingAgreement.averageAlike(siblings, features, p);
        if (isFolder(prefix)) {
            FreeNames.find(prefix, siblings).forEach(i -> averaged[i] = Math.max(averaged[i], FreeNames.PROBABILITY));
        }
        double[] overruled = forms.overrule(averaged);
        double[] followed = SiblingAgreement.followMajority(
                model, siblings, overruled, isFolder(prefix), prefix.placeholders() > 0);
        for (int i = 0; i < followed.length; i++) {
            if (followed[i] > overruled[i]
                    && occurrences.staysElsewhere(siblings.get(i).name(), first[i])) {
                followed[i] = overruled[i];
            }
        }
        return new Twins<>(prefix, siblings, signatures, model.lexicon(), occurrences.isSite()).raise(followed);
    }

    private void fold(PatternNode<L> pattern, PatternPrefix<L> prefix) {
        for (Node<L> node : prefix.nodes()) {
            NonEmptyChildren.forEach(node, looksAt, (child, slashes) -> {
                if (child.leaf() != null) {
                    pattern.add(child, spellings.of(node, pattern, slashes, ""), answered);
                }
            });
        }
        prefix.queryKeys(looksAt).forEach((key, nodes) -> {
            PatternPrefix<L> below = prefix.literal(key, nodes);
            PatternNode<L> child =
                    pattern.addLiteral(nodes, SegmentDecision.kept(key, "made an endpoint by --query-key"));
            spellings.add(prefix, pattern, below, child, looksAt);
            fold(child, below);
        });
        List<Sibling<L>> siblings = prefix.siblings(looksAt);
        if (siblings.isEmpty()) {
            return;
        }
        FormRules<L> forms = new FormRules<>(prefix, siblings, occurrences.isWiki());
        SignatureFeatures<L> signatures = new SignatureFeatures<>(prefix, siblings, looksAt, notFound);
        double[] p = comparedByWhatFollows(
                prefix, siblings, forms.overrule(probabilities(prefix, siblings, forms, signatures)), signatures);
        FoldExplanation<L> explanation =
                explains ? new FoldExplanation<>(prefix, siblings, p, model) : FoldExplanation.silent(prefix, model);
        for (Part<L> part : split(prefix, pattern.segment(), siblings, forms, p)) {
            PatternNode<L> child = part.addTo(pattern, explanation);
            spellings.add(prefix, pattern, part.prefix, child, looksAt);
            fold(child, part.prefix);
        }
    }

    /** Returns probabilities, lowered for literals among values and raised for values among literals. */
    private double[] comparedByWhatFollows(
            PatternPrefix<L> prefix, List<Sibling<L>> siblings, double[] p, SignatureFeatures<L> signatures) {
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Sibling<L> s = siblings.get(i);
            if (!s.isFile() && (s.isOverflow() || isValue(s, p[i]))) {
                values.add(i);
            }
        }
        double[] compared = p.clone();
        Set<Integer> outliers = new LiteralOutliers<>(siblings, signatures, values).find();
        outliers.forEach(i -> compared[i] = p[i] == 1 ? 1 : Math.min(p[i], OUTLIER));
        boolean site = occurrences.isSite();
        if (site ? isFolder(prefix) || values.size() > HeldSegments.MOST_SECTIONS : prefix.depth() > 0) {
            values.removeAll(outliers);
            new AmongValues<>(siblings, signatures, values, !isFolder(prefix))
                    .find()
                    .forEach(i -> compared[i] = site ? 1 : SiblingAgreement.raised(p[i], AMONG));
        }
        return site ? compared : SiblingAgreement.followMany(siblings, compared, model.threshold());
    }

    /**
     * A prefix with one more segment, a literal or one with values.
     *
     * @param siblings the segments that it stands for
     * @param template null for a literal
     * @param <L> the type of the leaves
     */
    private record Part<L extends Leaf<L>>(
            PatternPrefix<L> prefix,
            List<Sibling<L>> siblings,
            @Nullable SegmentTemplate template) {
        PatternNode<L> addTo(PatternNode<L> pattern, FoldExplanation<L> explanation) {
            Sibling<L> one = siblings.get(0);
            if (template == null) {
                return pattern.addLiteral(one.nodes(), explanation.ofLiteral(one, HeldSegments.isReserved(one)));
            }
            Set<Integer> kinds = siblings.stream().map(Sibling::kind).collect(Collectors.toSet());
            return pattern.addTemplate(explanation.ofPlaceholder(template, siblings), template, kinds);
        }
    }

    /** @param before the segment before in the pattern, or the empty text where only the groups matter */
    private List<Part<L>> split(
            PatternPrefix<L> prefix, String before, List<Sibling<L>> siblings, FormRules<L> forms, double[] p) {
        List<Part<L>> parts = new ArrayList<>();
        List<Sibling<L>> values = new ArrayList<>();
        HeldSegments<L> held = new HeldSegments<>(prefix, siblings, occurrences.isSite());
        Set<Sibling<L>> kept = new FewLiterals<>(prefix, siblings, model.lexicon(), occurrences.isSite()).find();
        kept.addAll(forms.filesOfMany());
        kept.addAll(new OddStyles<>(likelyValues(siblings, p), model.lexicon()).find());
        for (int i = 0; i < p.length; i++) {
            Sibling<L> s = siblings.get(i);
            boolean stays = kept.contains(s) || held.holds(s, p[i]);
            boolean value = s.isOverflow() || s.isSecret() || isValue(s, p[i]) && (!stays || p[i] == 1);
            if (value && !HeldSegments.isSign(s)) {
                values.add(s);
            } else {
                parts.add(new Part<>(prefix.literal(s.name(), s.nodes()), List.of(s), null));
            }
        }
        List<Sibling<L>> doubtful = List.copyOf(held.doubtful(values, p));
        doubtful.forEach(s -> parts.add(new Part<>(prefix.literal(s.name(), s.nodes()), List.of(s), null)));
        values.removeAll(doubtful);
        boolean fewPages = occurrences.isSite() && areFewPages(prefix, values);
        SegmentTemplates.forEach(prefix, before, values, forms, occurrences.isSite(), (template, alike) -> {
            boolean placeholder = isPlaceholder(prefix, alike, fewPages);
            if (!placeholder && (alike.size() > 1 || alike.get(0).isFile())) {
                alike.forEach(s -> parts.add(new Part<>(prefix.literal(s.name(), s.nodes()), List.of(s), null)));
                return;
            }
            List<Node<L>> nodes = new ArrayList<>();
            alike.forEach(s -> nodes.addAll(s.nodes()));
            // A single value stays, but what follows it is judged as what follows values is.
            parts.add(new Part<>(prefix.placeholder(nodes), alike, placeholder ? template : null));
        });
        return parts;
    }

    private List<Sibling<L>> likelyValues(List<Sibling<L>> siblings, double[] p) {
        List<Sibling<L>> likely = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            if (isValue(siblings.get(i), p[i])) {
                likely.add(siblings.get(i));
            }
        }
        return likely;
    }

    /**
     * Whether values become a placeholder. One word does not, nor one date or decimal number that may be a version, nor
     * a few files of the site; but two documents of an interface that are named by numbers do.
     */
    private boolean isPlaceholder(PatternPrefix<L> prefix, List<Sibling<L>> alike, boolean fewPages) {
        boolean known = alike.stream()
                .noneMatch(
                        s -> s.isOverflow() || s.isSecret() || isSureAlone(s) || s.isOpaque() && !isVersion(prefix, s));
        boolean files = prefix.placeholders() == 0 && alike.stream().allMatch(Sibling::isFile);
        boolean pages = fewPages && alike.stream().allMatch(SegmentFolder::isNamedPage);
        boolean pictures = isFolder(prefix) && alike.stream().allMatch(Sibling::isPicture);
        boolean numbers = !occurrences.isSite() && alike.stream().allMatch(SegmentFolder::isNumberedDocument);
        return !known || !pages && alike.size() > (!files || pictures || numbers ? 1 : FEW_FILES);
    }

    /** Whether the pages among values are so few that each stays: at the very beginning more, if they are no titles. */
    private static <L extends Leaf<L>> boolean areFewPages(PatternPrefix<L> prefix, List<Sibling<L>> values) {
        List<Sibling<L>> pages =
                values.stream().filter(SegmentFolder::isNamedPage).toList();
        boolean parts = prefix.depth() == 0 && !FreeNames.areTitles(pages);
        return pages.size() <= (parts ? HeldSegments.MOST_SECTIONS : FEW_PAGES);
    }

    private static <L extends Leaf<L>> boolean isNamedPage(Sibling<L> s) {
        return SiblingAgreement.isPage(s) && !FormRules.isNumbered(s);
    }

    private static <L extends Leaf<L>> boolean isVersion(PatternPrefix<L> prefix, Sibling<L> sibling) {
        return prefix.placeholders() == 0 && (sibling.shape() == Shape.DATE || sibling.shape() == Shape.NUMBER);
    }

    /** Whether a document is named by a number: {@code 29.json}. */
    private static <L extends Leaf<L>> boolean isNumberedDocument(Sibling<L> s) {
        return s.shape() == Shape.INTEGER && FileExtension.isData(s.affix().suffix());
    }

    /** Whether a document is named by a long number: {@code 1000029.json}. */
    private static <L extends Leaf<L>> boolean isIdentified(Sibling<L> s) {
        return isNumberedDocument(s) && s.core().length() >= LONG_NUMBER;
    }

    /**
     * Whether even a single one is a value: a path of its own with escaped slashes, or a document with a long number.
     */
    private static <L extends Leaf<L>> boolean isSureAlone(Sibling<L> s) {
        return isIdentified(s) || FormRules.isPath(s.name());
    }

    /** Whether what follows a prefix is in a folder of a site. */
    private boolean isFolder(PatternPrefix<L> prefix) {
        return occurrences.isSite() && prefix.depth() > 0;
    }

    static boolean isWord(Shape shape) {
        return switch (shape) {
            case TERM, WORD, SLUG, OTHER, FILE, NUMBERED, VERSION -> true;
            default -> false;
        };
    }

    /**
     * Returns whether a segment is a parameter value. Opaque shapes are, unless the model is sure that they are
     * literals; segments that must not be shown always are.
     */
    private boolean isValue(Sibling<L> s, double probability) {
        if (s.isFile() && !s.isOpaque() && !isIdentified(s)) {
            return probability >= model.threshold();
        }
        return switch (s.shape()) {
            case UUID, HEX, TOKEN, TITLE, EMAIL -> true;
            case INTEGER, NUMBER -> probability >= SURELY_LITERAL;
            case CODE -> probability >= CODE_IS_VALUE;
            case EMPTY -> false;
            default -> probability >= model.threshold();
        };
    }
}
