package dev.pathrank.report;

import java.math.BigDecimal;
import java.util.Objects;

/** The content of one cell of a {@link Table}; a format decides how it looks. */
public sealed interface Cell {
    /** The empty cell; {@code null} in JSON. */
    Cell EMPTY = new Empty();

    /** Returns a text; the empty one is {@link #EMPTY}. */
    static Cell of(String text) {
        return text.isEmpty() ? EMPTY : new Text(text);
    }

    /** Returns a whole number. */
    static Cell of(long number) {
        return new Figure(BigDecimal.valueOf(number));
    }

    /** Returns a number, with as many decimals as it has. */
    static Cell of(BigDecimal number) {
        return new Figure(number);
    }

    /** Returns an instant in seconds since the epoch. */
    static Cell ofInstant(long epochSecond) {
        return new Moment(epochSecond);
    }

    /** See {@link #EMPTY}. */
    record Empty() implements Cell {}

    /** @param value not empty, unchanged: each format applies {@link ControlCharacters} and {@link FormulaGuard} */
    record Text(String value) implements Cell {
        public Text {
            Objects.requireNonNull(value, "value");
        }
    }

    /** @param epochSecond seconds since the epoch, shown in the zone of the {@link TableStyle} */
    record Moment(long epochSecond) implements Cell {}

    /** @param value printed with all its decimals and no exponent */
    record Figure(BigDecimal value) implements Cell {
        public Figure {
            Objects.requireNonNull(value, "value");
        }

        /** Returns all its decimals, never an exponent. */
        String digits() {
            return value.toPlainString();
        }
    }
}
