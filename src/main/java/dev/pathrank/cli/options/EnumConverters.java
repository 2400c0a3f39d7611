package dev.pathrank.cli.options;

import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.plan.SwitchChoice;
import dev.pathrank.plan.data.CloudFrontPlan;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.Order;
import dev.pathrank.rank.Preset;
import dev.pathrank.report.EmitFormat;
import dev.pathrank.report.Format;
import dev.pathrank.report.PlanEmitFormat;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Converters for options with a fixed set of values. Their words are read in either case, offered by completion, and
 * named in the message if a word is not one of them.
 */
abstract class EnumConverters<T> implements ITypeConverter<T>, Iterable<String> {
    private final Map<String, T> values = new LinkedHashMap<>();

    private EnumConverters(T[] values, Function<T, String> word) {
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
    static final class Orders extends EnumConverters<Order> {
        Orders() {
            super(Order.values(), Order::word);
        }
    }

    /** The words of {@code --preset}. */
    static final class Presets extends EnumConverters<Preset> {
        Presets() {
            super(Preset.values(), Preset::word);
        }
    }

    /** The words of {@code --only}. */
    static final class Kinds extends EnumConverters<EndpointKind> {
        Kinds() {
            super(EndpointKind.values(), EndpointKind::word);
        }
    }

    /** The words of {@code --emit}. */
    static final class EmitFormats extends EnumConverters<EmitFormat> {
        EmitFormats() {
            super(EmitFormat.values(), EmitFormat::word);
        }
    }

    /** The words of {@code plan --emit}. */
    static final class PlanEmitFormats extends EnumConverters<PlanEmitFormat> {
        PlanEmitFormats() {
            super(PlanEmitFormat.values(), PlanEmitFormat::word);
        }
    }

    /** The words of {@code --switch}. */
    static final class SwitchChoices extends EnumConverters<SwitchChoice> {
        SwitchChoices() {
            super(SwitchChoice.values(), SwitchChoice::word);
        }
    }

    /** The words of {@code --cloudfront-plan}. */
    static final class CloudFrontPlans extends EnumConverters<CloudFrontPlan> {
        CloudFrontPlans() {
            super(CloudFrontPlan.values(), CloudFrontPlan::word);
        }
    }

    /** The words of {@code --placeholder}. */
    static final class Placeholders extends EnumConverters<PlaceholderStyle> {
        Placeholders() {
            super(PlaceholderStyle.values(), PlaceholderStyle::word);
        }
    }

    /** The words of {@code --color}. */
    static final class Colours extends EnumConverters<ColourChoice> {
        Colours() {
            super(ColourChoice.values(), ColourChoice::word);
        }
    }

    /** The words of {@code --format}. */
    static final class Formats extends EnumConverters<Format> {
        Formats() {
            super(Format.values(), Format::word);
        }
    }
}
