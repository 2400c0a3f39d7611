package dev.pathrank.rank;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of a whole as two integers, so that sums of parts stay exact.
 *
 * @param part 0 to {@code whole}
 * @param whole at least 1
 */
public record Ratio(long part, long whole) {
    private static final int DECIMALS = 6;

    public Ratio {
        if (whole < 1 || part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " is not a part of " + whole);
        }
    }

    /** 0 to 1 with exactly six decimals, rounded half up. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }

    /** 0 to 1, for the score. */
    double asDouble() {
        return (double) part / whole;
    }
}
