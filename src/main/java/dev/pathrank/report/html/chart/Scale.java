package dev.pathrank.report.html.chart;

import java.util.ArrayList;
import java.util.List;

/** The places of values along an axis, linear or logarithmic. */
final class Scale {
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};
    private static final double TEN = 10;

    private final double low;
    private final double high;
    private final double from;
    private final double to;
    private final boolean logarithmic;

    private Scale(double low, double high, double from, double to, boolean logarithmic) {
        this.low = low;
        this.high = high > low ? high : low + 1;
        this.from = from;
        this.to = to;
        this.logarithmic = logarithmic;
    }

    /** @param from the place of {@code low} */
    static Scale linear(double low, double high, double from, double to) {
        return new Scale(low, high, from, to, false);
    }

    /** @param low above 0; smaller values stand at its place */
    static Scale logarithmic(double low, double high, double from, double to) {
        return new Scale(StrictMath.log10(low), StrictMath.log10(Math.max(high, low)), from, to, true);
    }

    double place(long value) {
        return place((double) value);
    }

    double place(double value) {
        double at = logarithmic ? StrictMath.log10(Math.max(value, StrictMath.pow(TEN, low))) : value;
        return from + (to - from) * (at - low) / (high - low);
    }

    /** Returns round values within the scale, about as many as asked for. */
    List<Double> ticks(int about) {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            for (double power = StrictMath.ceil(low); power <= high + 1e-9; power++) {
                ticks.add(StrictMath.pow(TEN, power));
            }
            return ticks;
        }
        double step = step((high - low) / about);
        for (double tick = StrictMath.ceil(low / step - 1e-9) * step; tick <= high + 1e-9 * step; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    private static double step(double rough) {
        double power = StrictMath.pow(TEN, StrictMath.floor(StrictMath.log10(rough)));
        for (double step : STEPS) {
            if (step * power >= rough * (1 - 1e-9)) {
                return step * power;
            }
        }
        return TEN * power;
    }
}
