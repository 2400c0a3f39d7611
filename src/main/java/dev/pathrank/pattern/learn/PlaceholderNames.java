package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names of placeholders by the shapes of their values. */
final class PlaceholderNames {
    private PlaceholderNames() {}

    /**
     * Returns the name of a placeholder for some values: that of their shape; {@code slug} or {@code name} where most
     * are words; {@code id} where they are mixed.
     */
    static <L extends Leaf<L>> String of(List<Sibling<L>> values) {
        Set<String> names = new TreeSet<>();
        int slugs = 0;
        int words = 0;
        boolean named = values.stream().anyMatch(value -> !value.isOverflow());
        for (Sibling<L> value : values) {
            if (named && value.isOverflow()) {
                continue;
            }
            names.add(
                    isVersion(value)
                            ? Shape.VERSION.placeholder()
                            : value.shape().placeholder());
            switch (value.shape()) {
                case SLUG, TITLE -> slugs++;
                case TERM, WORD, OTHER -> words++;
                default -> {}
            }
        }
        if (2 * (slugs + words) > values.size()) {
            return slugs >= words ? Shape.SLUG.placeholder() : Shape.WORD.placeholder();
        }
        names.remove("");
        return names.size() == 1 ? names.iterator().next() : Shape.INTEGER.placeholder();
    }

    /** Whether a value is digits with several points, as {@code 1.20.3}. */
    private static <L extends Leaf<L>> boolean isVersion(Sibling<L> value) {
        String name = value.name();
        return value.shape() == Shape.NUMBER
                && name.indexOf('.') != name.lastIndexOf('.')
                && name.indexOf(',') < 0
                && !name.contains("..");
    }
}
