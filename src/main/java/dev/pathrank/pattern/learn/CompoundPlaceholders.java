package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.NonEmptyChildren;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Placeholders whose names follow from the values and the placeholder before: the parts of a date, coordinates, ranges
 * and lists.
 */
final class CompoundPlaceholders {
    private static final Pattern COORDINATES = Pattern.compile("[+-]?\\d{1,2}\\.\\d+,[+-]?\\d{1,3}\\.\\d+");
    private static final Pattern RANGE = Pattern.compile("[^.]+\\.\\.\\.?[^.]+");
    private static final Pattern ESCAPED_DIGIT = Pattern.compile("%3(\\d)");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern LIST = Pattern.compile("\\d+(?:,\\d+)+");

    private static final Pattern PAIR = Pattern.compile("\\d+,\\d+");

    /** At least this many lists of numbers are pairs if they all have two; lists of any length would hardly. */
    private static final int PAIRS = 6;

    private CompoundPlaceholders() {}

    /**
     * Returns the values that are pairs of numbers and stand beside numbers alone ({@code /sections/12,3} beside
     * {@code /sections/12}), by their placeholders; none where lists of other lengths stand there too.
     */
    static <L extends Leaf<L>> Map<String, List<Sibling<L>>> pairsBesideNumbers(List<Sibling<L>> values) {
        List<Sibling<L>> lists =
                values.stream().filter(value -> value.shape() == Shape.NUMBER).toList();
        List<Sibling<L>> named =
                lists.stream().filter(value -> !value.isOverflow()).toList();
        boolean others = lists.size() < values.size()
                && values.stream().allMatch(value -> value.shape() == Shape.INTEGER || lists.contains(value));
        return others && named.size() >= PAIRS && all(named, PAIR) ? Map.of("<number>,<number>", lists) : Map.of();
    }

    /**
     * Returns the placeholder for some values; empty where they have none of these forms.
     *
     * @param before the segment before it in the pattern
     */
    static <L extends Leaf<L>> Optional<String> placeholder(String before, List<Sibling<L>> values) {
        List<Sibling<L>> named =
                values.stream().filter(value -> !value.isOverflow()).toList();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        if (named.stream().allMatch(value -> value.shape() == Shape.INTEGER)) {
            return partOfDate(before, named);
        }
        if (all(named, COORDINATES)) {
            return Optional.of("<lat>,<lon>");
        }
        if (all(named, RANGE)) {
            return Optional.of("<from>..<to>");
        }
        return all(named, LIST) ? Optional.of("<ids>") : Optional.empty();
    }

    private static <L extends Leaf<L>> boolean all(List<Sibling<L>> named, Pattern pattern) {
        return named.stream().allMatch(value -> pattern.matcher(value.name()).matches());
    }

    private static <L extends Leaf<L>> Optional<String> partOfDate(String before, List<Sibling<L>> named) {
        if (numbers(named, 4, 4, n -> n >= 1970 && n < 2070) && followedByMonths(named)) {
            return Optional.of("<year>");
        }
        if (before.equals("<year>") && months(named)) {
            return Optional.of("<month>");
        }
        return before.equals("<month>") && numbers(named, 1, 2, n -> n >= 1 && n <= 31)
                ? Optional.of("<day>")
                : Optional.empty();
    }

    private static <L extends Leaf<L>> boolean followedByMonths(List<Sibling<L>> years) {
        int[] seen = new int[2];
        for (Sibling<L> year : years) {
            for (Node<L> node : year.nodes()) {
                NonEmptyChildren.forEach(node, any -> true, (child, slashes) -> {
                    if (child.shape() == Shape.INTEGER) {
                        seen[!child.isOverflow() && number(child.name(), 1, 2, n -> n >= 1 && n <= 12) ? 0 : 1]++;
                    }
                });
            }
        }
        return seen[0] > 0 && seen[1] == 0;
    }

    private static <L extends Leaf<L>> boolean months(List<Sibling<L>> named) {
        return numbers(named, 1, 2, n -> n >= 1 && n <= 12);
    }

    private static <L extends Leaf<L>> boolean numbers(
            List<Sibling<L>> named, int shortest, int longest, IntPredicate within) {
        return named.stream().allMatch(value -> number(value.name(), shortest, longest, within));
    }

    // A client may escape a digit, as it may every character.
    private static boolean number(String name, int shortest, int longest, IntPredicate within) {
        String text = ESCAPED_DIGIT.matcher(name).replaceAll("$1");
        return text.length() >= shortest
                && text.length() <= longest
                && DIGITS.matcher(text).matches()
                && within.test(Integer.parseInt(text));
    }
}
