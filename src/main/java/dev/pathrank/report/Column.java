package dev.pathrank.report;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * One column of a report.
 *
 * @param name word in the header, plain letters and underscores, which spreadsheets and pipelines refer to
 * @param type of its cells that are not empty
 * @param cell makes the cell of a row
 */
public record Column<T>(String name, Type type, Function<? super T, Cell> cell) {
    /** The type of a column's cells. */
    public enum Type {
        TEXT,
        NUMBER
    }

    /** Returns a column of text; an empty text leaves the cell empty. */
    public static <T> Column<T> text(String name, Function<? super T, String> text) {
        return new Column<>(name, Type.TEXT, row -> Cell.of(text.apply(row)));
    }

    /** Returns a column of text that a row may lack. */
    public static <T> Column<T> optionalText(String name, Function<? super T, Optional<String>> text) {
        return new Column<>(
                name, Type.TEXT, row -> text.apply(row).map(Cell::of).orElse(Cell.EMPTY));
    }

    /** Returns a column of instants, such as {@code 2017-02-12T16:00:00Z}, from seconds since the epoch. */
    public static <T> Column<T> instant(String name, ToLongFunction<? super T> epochSecond) {
        return instant(name, row -> true, epochSecond);
    }

    /** Returns a column of instants that a row may lack. */
    public static <T> Column<T> instant(
            String name, Predicate<? super T> present, ToLongFunction<? super T> epochSecond) {
        return new Column<>(
                name, Type.TEXT, row -> present.test(row) ? Cell.ofInstant(epochSecond.applyAsLong(row)) : Cell.EMPTY);
    }

    /** Returns a whole number. */
    public static <T> Column<T> whole(String name, ToLongFunction<? super T> number) {
        return new Column<>(name, Type.NUMBER, row -> Cell.of(number.applyAsLong(row)));
    }

    /** Returns a column of whole numbers that a row may lack. */
    public static <T> Column<T> optionalWhole(String name, Function<? super T, Optional<Long>> number) {
        return new Column<>(
                name, Type.NUMBER, row -> number.apply(row).map(Cell::of).orElse(Cell.EMPTY));
    }

    /** Returns a column of numbers with their own decimals. */
    public static <T> Column<T> decimal(String name, Function<? super T, BigDecimal> number) {
        return new Column<>(name, Type.NUMBER, row -> Cell.of(number.apply(row)));
    }

    /** Returns a column of numbers with their own decimals that a row may lack. */
    public static <T> Column<T> optionalDecimal(String name, Function<? super T, Optional<BigDecimal>> number) {
        return new Column<>(
                name, Type.NUMBER, row -> number.apply(row).map(Cell::of).orElse(Cell.EMPTY));
    }
}
