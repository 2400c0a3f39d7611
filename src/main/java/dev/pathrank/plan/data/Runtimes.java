package dev.pathrank.plan.data;

import java.util.ArrayList;
import java.util.List;

/** How long a new environment of each runtime takes to start. */
public final class Runtimes {
    private static final DataFile FILE = DataFile.shipped("runtimes.yaml");

    private Runtimes() {}

    /** The runtimes, as {@code --runtime} names them. */
    public static List<String> names() {
        return new ArrayList<>(FILE.below("start-up-ms").entries().keySet());
    }

    /**
     * Milliseconds, beside the code's own work.
     *
     * @throws IllegalArgumentException if there is no such runtime; the message names those there are
     */
    public static long startUpMs(String runtime) {
        DataFile known = FILE.below("start-up-ms");
        if (!known.has(runtime)) {
            throw new IllegalArgumentException("--runtime " + runtime + " has no start-up time here; take one of "
                    + String.join(", ", known.entries().keySet()) + ", or give the time with --start-up-ms");
        }
        return known.figure(runtime).longValue();
    }

    /** Who measured them, and when. */
    public static String source() {
        return FILE.text("source");
    }
}
