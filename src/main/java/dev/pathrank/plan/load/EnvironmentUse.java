package dev.pathrank.plan.load;

import java.util.Arrays;

/**
 * For how long each environment of an endpoint is busy, if the first takes every call that it can, the second what
 * finds the first busy, and so on: the time in which at least that many calls are in flight. Calls that cover a part of
 * a second are taken as independent arrivals with the mean of that second, as in the 99.9 % figure.
 */
final class EnvironmentUse {
    /** The part of a second in which an environment is busy is rounded to this, so that sums are exact. */
    private static final long MILLION = 1_000_000;

    private static final double MS = 1000;
    /** Beyond this many standard deviations and calls from the mean, hardly anything is left. */
    private static final int REACH = 6;

    /** Millionths of seconds by environment, the first at 0. */
    private final long[] busy;

    /** By a number of environments: the seconds in which at least that many are always busy. */
    private final long[] always;

    private double[] weights = new double[2 * REACH + 2];

    /** @param most environments that are asked about */
    EnvironmentUse(int most) {
        busy = new long[most];
        always = new long[most + 1];
    }

    /**
     * Adds a second.
     *
     * @param whole calls that cover it
     * @param partMs milliseconds of calls that cover a part of it
     */
    void second(long whole, long partMs) {
        double mean = partMs / MS;
        double reach = REACH * (1 + StrictMath.sqrt(mean));
        int least = (int) Math.max(0, mean - reach);
        if (whole + least >= busy.length) {
            always[busy.length]++;
            return;
        }
        int first = (int) whole + least;
        always[first]++;
        if (partMs > 0) {
            addRest(first, least, (int) (mean + reach) + 1, mean);
        }
    }

    /** Adds the probability of more than {@code least} up to {@code most} parts at once. */
    private void addRest(int first, int least, int most, double mean) {
        int size = most - least + 1;
        if (weights.length < size) {
            weights = new double[2 * size];
        }
        double weight = 1;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            weights[i] = weight;
            sum += weight;
            weight *= mean / (least + i + 1);
        }
        double above = sum;
        for (int i = 1; i < size && first + i <= busy.length; i++) {
            above -= weights[i - 1];
            busy[first + i - 1] += Math.round(Math.max(0, above) / sum * MILLION);
        }
    }

    /** Returns the seconds for which each environment is busy, the first at 0. */
    double[] seconds() {
        double[] seconds =
                Arrays.stream(busy).mapToDouble(each -> (double) each / MILLION).toArray();
        long sum = 0;
        for (int i = seconds.length - 1; i >= 0; i--) {
            sum += always[i + 1];
            seconds[i] += sum;
        }
        return seconds;
    }
}
