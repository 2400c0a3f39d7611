package dev.pathrank.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * One column of a report.
 *
 * @param name the word in the header, plain letters and underscores, which people's spreadsheets and pipelines refer to
 * @param type what its cells hold where they are not empty
 * @param cell how a row fills it
 */
public record Column<T>(String name, Type type, Function<? super T, Cell> cell) {
    /** What the cells of a column hold. */
    public enum Type {
        TEXT,
        NUMBER
    }

    /** A text; the empty one leaves the cell empty. */
    public static <T> Column<T> text(String name, Function<? super T, String> text) {
        return new Column<>(name, Type.TEXT, row -> Cell.of(text.apply(row)));
    }

    /** A text that a row may lack. */
    public static <T> Column<T> optionalText(String name, Function<? super T, Optional<String>> text) {
        return new Column<>(
                name, Type.TEXT, row -> text.apply(row).map(Cell::of).orElse(Cell.EMPTY));
    }

    /** An instant to the second, such as {@code 2017-02-12T16:00:00Z}, of seconds since the epoch. */
    public static <T> Column<T> instant(String name, ToLongFunction<? super T> epochSecond) {
        return text(name, row -> instantText(epochSecond.applyAsLong(row)));
    }

    /** As {@link #instant}, and empty where the row has none. */
    public static <T> Column<T> instant(
            String name, Predicate<? super T> present, ToLongFunction<? super T> epochSecond) {
        return text(name, row -> present.test(row) ? instantText(epochSecond.applyAsLong(row)) : "");
    }

    /** A whole number. */
    public static <T> Column<T> whole(String name, ToLongFunction<? super T> number) {
        return new Column<>(name, Type.NUMBER, row -> Cell.of(number.applyAsLong(row)));
    }

    /** A whole number that a row may lack. */
    public static <T> Column<T> optionalWhole(String name, Function<? super T, Optional<Long>> number) {
        return new Column<>(
                name, Type.NUMBER, row -> number.apply(row).map(Cell::of).orElse(Cell.EMPTY));
    }

    /** A number that brings its decimals along. */
    public static <T> Column<T> decimal(String name, Function<? super T, BigDecimal> number) {
        return new Column<>(name, Type.NUMBER, row -> Cell.of(number.apply(row)));
    }

    /** As {@link #decimal}, where a row may lack it. */
    public static <T> Column<T> optionalDecimal(String name, Function<? super T, Optional<BigDecimal>> number) {
        return new Column<>(
                name, Type.NUMBER, row -> number.apply(row).map(Cell::of).orElse(Cell.EMPTY));
    }

    static String instantText(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString();
    }
}
