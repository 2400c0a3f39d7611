package dev.pathrank.cli;

import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.rank.Kind;
import dev.pathrank.rank.Order;
import dev.pathrank.rank.Preset;
import dev.pathrank.report.Emission;
import dev.pathrank.report.Format;
import dev.pathrank.report.PlanEmission;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The words that stand for the values of an option: read from the command line in either case, offered by completion, and named in
 * the message when a word is none of them.
 */
abstract class Words<T> implements ITypeConverter<T>, Iterable<String> {
    private final Map<String, T> values = new LinkedHashMap<>();

    private Words(T[] values, Function<T, String> word) {
        Arrays.stream(values).forEach(value -> this.values.put(word.apply(value), value));
    }

    @Override
    public T convert(String word) {
        T value = values.get(word.toLowerCase(Locale.ROOT));
        if (value == null) {
            throw new TypeConversionException(
                    "expected one of " + String.join(", ", values.keySet()) + " but was '" + word + "'");
        }
        return value;
    }

    @Override
    public Iterator<String> iterator() {
        return values.keySet().iterator();
    }

    /** The words of {@code --order}. */
    static final class Orders extends Words<Order> {
        Orders() {
            super(Order.values(), Order::word);
        }
    }

    /** The words of {@code --preset}. */
    static final class Presets extends Words<Preset> {
        Presets() {
            super(Preset.values(), Preset::word);
        }
    }

    /** The words of {@code --only}. */
    static final class Kinds extends Words<Kind> {
        Kinds() {
            super(Kind.values(), Kind::word);
        }
    }

    /** The words of {@code --emit}. */
    static final class Emissions extends Words<Emission> {
        Emissions() {
            super(Emission.values(), Emission::word);
        }
    }

    /** The words of {@code plan --emit}. */
    static final class PlanEmissions extends Words<PlanEmission> {
        PlanEmissions() {
            super(PlanEmission.values(), PlanEmission::word);
        }
    }

    /** The words of {@code --placeholder}. */
    static final class Placeholders extends Words<PlaceholderStyle> {
        Placeholders() {
            super(PlaceholderStyle.values(), PlaceholderStyle::word);
        }
    }

    /** The words of {@code --format}. */
    static final class Formats extends Words<Format> {
        Formats() {
            super(Format.values(), Format::word);
        }
    }
}
