package dev.pathrank.compare;

import dev.pathrank.tally.DurationDistribution;

/**
 * By which factor a quantile of durations has grown. The bounds of each quantile are order statistics, whose places
 * follow from the binomial distribution; those of the factor combine them as Newcombe does, on logarithms.
 *
 * @param percent which quantile
 * @param designEffect how many calls tell as much as one would if durations were independent, 1 or more
 */
record QuantileRatio(DurationDistribution before, DurationDistribution after, int percent, double designEffect)
        implements Estimate {
    /** A change of fewer classes than this may come from their width alone. */
    private static final int CLASSES = 2;

    private static final double PERCENT = 100;

    /** Returns whether the quantiles lie in the same class of durations, or at most two apart. */
    boolean isWithinClasses() {
        int from = before.classAt(before.place(percent));
        int to = after.classAt(after.place(percent));
        return StrictMath.abs(from - to) <= CLASSES;
    }

    @Override
    public double change() {
        return StrictMath.exp(log(after, after.place(percent)) - log(before, before.place(percent)));
    }

    @Override
    public double deviationsAbove(double tolerance) {
        return isWithinClasses() ? 0 : Estimate.super.deviationsAbove(tolerance);
    }

    @Override
    public double lower(double deviations) {
        return StrictMath.exp(log(after, after.place(percent))
                - log(before, before.place(percent))
                - StrictMath.hypot(below(after, deviations), above(before, deviations)));
    }

    @Override
    public double upper(double deviations) {
        return StrictMath.exp(log(after, after.place(percent))
                - log(before, before.place(percent))
                + StrictMath.hypot(above(after, deviations), below(before, deviations)));
    }

    private double below(DurationDistribution of, double deviations) {
        long place = of.place(percent);
        return log(of, place) - log(of, place - (long) StrictMath.ceil(reach(of, deviations)));
    }

    private double above(DurationDistribution of, double deviations) {
        long place = of.place(percent);
        return log(of, place + (long) StrictMath.ceil(reach(of, deviations))) - log(of, place);
    }

    /** Returns how many places a bound lies away from the quantile's own. */
    private double reach(DurationDistribution of, double deviations) {
        double share = percent / PERCENT;
        return deviations * StrictMath.sqrt(of.count() * share * (1 - share) * designEffect);
    }

    private static double log(DurationDistribution of, long place) {
        return StrictMath.log((double) StrictMath.max(1, of.atPlace(place)));
    }
}
