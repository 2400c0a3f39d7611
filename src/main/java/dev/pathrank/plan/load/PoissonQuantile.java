package dev.pathrank.plan.load;

/**
 * The 99.9 % quantile of a Poisson distribution: the number of calls in flight that independent arrivals exceed in one
 * instant of a thousand, given their mean.
 *
 * <p>Up to a mean of 200 it is exact. Above that it is the Cornish-Fisher expansion to its second term, which is at
 * most one off.
 */
final class PoissonQuantile {
    private static final double PROBABILITY = 0.999;
    /** The 99.9 % quantile of the normal distribution. */
    private static final double Z = 3.090232306167813;

    private static final double SKEWNESS = (Z * Z - 1) / 6;
    /** A whole number stands for the half below and above it. */
    private static final double CONTINUITY = 0.5;

    private static final int EXACT_TO_MS = 200_000;
    private static final double MS = 1000;

    /** The largest mean in thousandths of which each number, from 0 on, is the quantile. */
    private static final int[] LARGEST_MEAN = largestMeans();

    private PoissonQuantile() {}

    /** @param mean in thousandths, 0 or more */
    static long of(long mean) {
        if (mean > EXACT_TO_MS) {
            double calls = mean / MS;
            return (long) StrictMath.ceil(calls + Z * StrictMath.sqrt(calls) + SKEWNESS - CONTINUITY);
        }
        int low = 0;
        int high = LARGEST_MEAN.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (LARGEST_MEAN[middle] < mean) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int[] largestMeans() {
        int[] means = new int[(int) of(EXACT_TO_MS + 1L) + 2];
        int mean = 0;
        for (int number = 0; number < means.length; number++) {
            int above = EXACT_TO_MS + 1;
            while (above - mean > 1) {
                int middle = (mean + above) >>> 1;
                if (atMost(number, middle / MS) >= PROBABILITY) {
                    mean = middle;
                } else {
                    above = middle;
                }
            }
            means[number] = mean;
        }
        return means;
    }

    /** Returns the probability of at most {@code number}. */
    private static double atMost(int number, double mean) {
        double term = StrictMath.exp(-mean);
        double sum = term;
        for (int i = 1; i <= number; i++) {
            term *= mean / i;
            sum += term;
        }
        return sum;
    }
}
