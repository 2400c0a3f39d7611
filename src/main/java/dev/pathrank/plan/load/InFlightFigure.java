package dev.pathrank.plan.load;

import dev.pathrank.tally.seconds.InFlight;
import dev.pathrank.tally.seconds.InFlight.Figure;
import dev.pathrank.text.Numbers;

/**
 * The 99.9 % figure of calls in flight within a second: the calls that cover the whole second, and the 99.9 % quantile
 * of those that cover a part of it, taken as independent arrivals; never more than the calls that touch the second.
 */
final class InFlightFigure {
    private static final long THOUSANDTHS = 1000;

    private InFlightFigure() {}

    static long of(InFlight seconds, int second, long growth) {
        return of(
                seconds.at(second, Figure.WHOLE),
                seconds.at(second, Figure.PART_MS),
                seconds.at(second, Figure.PARTS),
                growth);
    }

    /**
     * @param whole calls that cover the second
     * @param partMs milliseconds of those that cover a part of it
     * @param parts how many these are
     * @param growth factor on all three, in thousandths
     */
    static long of(long whole, long partMs, long parts, long growth) {
        if (growth == THOUSANDTHS) {
            return whole + Math.min(parts, PoissonQuantile.of(partMs));
        }
        return grown(whole, growth) + Math.min(grown(parts, growth), PoissonQuantile.of(grown(partMs, growth)));
    }

    /** Returns an amount times a factor in thousandths, rounded up. */
    static long grown(long amount, long growth) {
        return growth == THOUSANDTHS ? amount : Numbers.ceilDiv(Math.multiplyExact(amount, growth), THOUSANDTHS);
    }
}
