package dev.pathrank.compare;

/**
 * A share of calls with its uncertainty.
 *
 * @param hits calls of the kind that is counted
 * @param calls all calls, at least 1
 * @param designEffect how many calls tell as much as one would if calls failed one by one, 1 or more
 */
record Share(long hits, long calls, double designEffect) {
    double value() {
        return (double) hits / calls;
    }

    /** Returns a bound of Wilson's score interval (1927) for as many calls as tell something. */
    private double bound(double deviations, int sign) {
        double n = calls / designEffect;
        double squared = deviations * deviations;
        double centre = value() + squared / (2 * n);
        double spread = deviations * StrictMath.sqrt(value() * (1 - value()) / n + squared / (4 * n * n));
        return StrictMath.max(0, StrictMath.min(1, (centre + sign * spread) / (1 + squared / n)));
    }

    double lower(double deviations) {
        return bound(deviations, -1);
    }

    double upper(double deviations) {
        return bound(deviations, 1);
    }
}
