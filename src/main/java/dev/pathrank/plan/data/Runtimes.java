package dev.pathrank.plan.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The start-up times of a new environment of each runtime. */
public final class Runtimes {
    private static final DataFile FILE = DataFile.shipped("runtimes.yaml");

    private Runtimes() {}

    /** Returns the runtimes, as {@code --runtime} names them. */
    public static List<String> names() {
        return new ArrayList<>(FILE.below("start-up-ms").entries().keySet());
    }

    /**
     * Returns the start-up time in milliseconds, without the code's own work.
     *
     * @throws IllegalArgumentException if there is no such runtime; the message names those there are
     */
    public static long startUpMs(String runtime) {
        DataFile known = FILE.below("start-up-ms");
        if (FILE.texts("unmeasured").contains(runtime)) {
            throw new IllegalArgumentException("--runtime " + runtime
                    + " has no measured start-up time yet; set the time with --start-up-ms, or use one of "
                    + String.join(", ", known.entries().keySet()));
        }
        if (!known.has(runtime)) {
            throw new IllegalArgumentException("--runtime " + runtime + " has no known start-up time; use one of "
                    + String.join(", ", known.entries().keySet()) + ", or set the time with --start-up-ms");
        }
        return known.figure(runtime).longValue();
    }

    /** Returns the day from which AWS no longer supports a runtime; empty where none is set. */
    public static Optional<String> supportEnds(String runtime) {
        DataFile ends = FILE.below("support-ends");
        return ends.has(runtime) ? Optional.of(ends.text(runtime)) : Optional.empty();
    }

    /** Returns who measured the times, and when. */
    public static String source() {
        return FILE.text("source");
    }
}
