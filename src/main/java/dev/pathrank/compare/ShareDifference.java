package dev.pathrank.compare;

/**
 * By how much a share has grown; its bounds are Newcombe's hybrid score interval (method 10, 1998), which holds where
 * shares are small or zero.
 */
record ShareDifference(Share before, Share after) implements Estimate {
    @Override
    public double change() {
        return after.value() - before.value();
    }

    @Override
    public double lower(double deviations) {
        return change()
                - StrictMath.hypot(after.value() - after.lower(deviations), before.upper(deviations) - before.value());
    }

    @Override
    public double upper(double deviations) {
        return change()
                + StrictMath.hypot(after.upper(deviations) - after.value(), before.value() - before.lower(deviations));
    }
}
