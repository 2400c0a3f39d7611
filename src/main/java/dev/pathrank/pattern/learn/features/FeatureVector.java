package dev.pathrank.pattern.learn.features;

import java.util.Arrays;

/** The values of a segment's {@link Feature}s, for one round of the model. */
public final class FeatureVector {
    private final double[] values;

    private FeatureVector(double[] values) {
        this.values = values;
    }

    /** Returns a vector for the first round, in which every value has to be set. */
    static FeatureVector ofFirstRound() {
        double[] values = new double[Feature.FIRST_ROUND];
        Arrays.fill(values, Double.NaN);
        return new FeatureVector(values);
    }

    /** Returns a vector for the second round with the values of the first, in which every other value has to be set. */
    FeatureVector forSecondRound() {
        double[] both = Arrays.copyOf(values, Feature.BOTH_ROUNDS);
        Arrays.fill(both, values.length, both.length, Double.NaN);
        return new FeatureVector(both);
    }

    /** Returns a vector with the same values. */
    FeatureVector copy() {
        return new FeatureVector(values.clone());
    }

    /** Sets the value of a feature. */
    void set(Feature feature, double value) {
        values[feature.ordinal()] = value;
    }

    /** Sets the value of a feature to 1 or 0. */
    void set(Feature feature, boolean value) {
        set(feature, value ? 1 : 0);
    }

    /** Sets the values of a feature and of those after it, in their order. */
    void setFrom(Feature first, double... several) {
        System.arraycopy(several, 0, values, first.ordinal(), several.length);
    }

    /** Returns the values by the ordinals of their features; not copied. */
    public double[] values() {
        return values;
    }
}
