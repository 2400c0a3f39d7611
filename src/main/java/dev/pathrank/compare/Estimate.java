package dev.pathrank.compare;

/** A change between two periods with its uncertainty. */
interface Estimate {
    /** Beyond this many standard deviations nothing differs any more. */
    double MOST_DEVIATIONS = 40;

    /** Steps of a bisection of 0 to {@link #MOST_DEVIATIONS}, to about 1e-9. */
    int STEPS = 36;

    /** Returns the change that the counts show. */
    double change();

    /**
     * Returns the lower bound of the change. It falls with the deviations.
     *
     * @param deviations how many standard deviations the bound lies away
     */
    double lower(double deviations);

    /**
     * Returns the upper bound of the change. It grows with the deviations.
     *
     * @param deviations how many standard deviations the bound lies away
     */
    double upper(double deviations);

    /** Returns at how many standard deviations the change is still larger than {@code tolerance}; 0 where it is not. */
    default double deviationsAbove(double tolerance) {
        if (!(change() > tolerance)) {
            return 0;
        }
        double low = 0;
        double high = MOST_DEVIATIONS;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (lower(middle) > tolerance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
