package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.ChildDistribution;
import dev.pathrank.pattern.learn.features.Lexicon;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import java.util.List;
import java.util.Locale;

/** The reasons, in words, why segments were folded or why one was not. */
final class FoldReasons {
    /** What follows two siblings is the same if it matches at least this well. */
    private static final double ALIKE = 0.6;

    /** The most sub-trees that are compared. */
    private static final int COMPARED = 64;

    private FoldReasons() {}

    /** Returns the reason for a placeholder: {@code 4,812 distinct integers, 3 of 3 sub-trees alike}. */
    static <L extends Leaf<L>> String ofPlaceholder(List<Sibling<L>> values, long distinct) {
        String words = String.format(Locale.ROOT, "%,d distinct %s", distinct, noun(values, distinct == 1));
        ChildDistribution all = new ChildDistribution();
        List<Sibling<L>> named = values.stream()
                .filter(value -> !value.isOverflow())
                .limit(COMPARED)
                .toList();
        if (named.size() < 2) {
            return words;
        }
        named.forEach(value -> all.add(value.distribution()));
        long alike = named.stream()
                .filter(value -> ChildDistribution.match(value.distribution(), all) >= ALIKE)
                .count();
        return words + ", " + alike + " of " + named.size() + " sub-trees alike";
    }

    /** Returns the reason for a literal. */
    static <L extends Leaf<L>> String ofLiteral(
            Sibling<L> literal, List<Sibling<L>> siblings, boolean isValue, boolean reserved, Lexicon lexicon) {
        boolean word = literal.shape() == Shape.TERM
                || lexicon.literalUse(literal.core()).isKnown();
        if (reserved) {
            return "reserved word";
        }
        if (siblings.size() == 1) {
            return word || literal.shape() == Shape.WORD || literal.shape() == Shape.SLUG
                    ? "single word"
                    : "single segment";
        }
        if (isValue) {
            return "one of few segments, possibly all";
        }
        boolean different = siblings.stream()
                .limit(COMPARED)
                .filter(other -> !other.equals(literal))
                .noneMatch(other -> ChildDistribution.match(literal.distribution(), other.distribution()) >= ALIKE);
        if (different) {
            return (word ? "common API word, " : "") + "followed by other segments than its siblings";
        }
        return word ? "common API word" : "looks like a word of this API";
    }

    private static <L extends Leaf<L>> String noun(List<Sibling<L>> values, boolean one) {
        Shape shape = values.get(0).shape();
        boolean mixed = values.stream().anyMatch(value -> value.shape() != shape);
        String noun = mixed ? "value" : noun(shape);
        return one ? noun : noun.endsWith("s") ? noun + "es" : noun + "s";
    }

    private static String noun(Shape shape) {
        return switch (shape) {
            case TERM, WORD -> "word";
            case SLUG, TITLE -> "slug";
            case VERSION -> "version";
            case INTEGER -> "integer";
            case NUMBER -> "number";
            case DATE -> "date";
            case UUID -> "UUID";
            case HEX -> "hex string";
            case CODE -> "code";
            case TOKEN -> "token";
            case EMAIL -> "e-mail address";
            case FILE -> "file";
            default -> "text";
        };
    }
}
