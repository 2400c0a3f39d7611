package dev.pathrank.plan.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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
        if (isUnmeasured(runtime)) {
            throw new IllegalArgumentException("--runtime " + runtime
                    + " has no measured start-up time yet; add the time with --start-up-ms, or use one of "
                    + String.join(", ", known.entries().keySet()));
        }
        if (!known.has(runtime)) {
            throw new IllegalArgumentException("--runtime " + runtime + " has no known start-up time; use one of "
                    + String.join(", ", known.entries().keySet()) + ", or set the time with --start-up-ms");
        }
        return known.figure(runtime).longValue();
    }

    /**
     * Returns how long SnapStart takes to restore an environment, in milliseconds.
     *
     * @throws IllegalArgumentException if the runtime has no SnapStart or nobody has measured it; the message says what
     *     to give
     */
    public static long snapStartMs(String runtime) {
        requireSnapStart(runtime);
        DataFile known = FILE.below("snapstart-ms");
        if (!known.has(runtime)) {
            throw new IllegalArgumentException("--snapstart with --runtime " + runtime
                    + " has no measured time yet; add the time with --start-up-ms, or use one of "
                    + String.join(", ", known.entries().keySet()));
        }
        return known.figure(runtime).longValue();
    }

    /** @throws IllegalArgumentException if a runtime has no SnapStart; the message names those that have it */
    public static void requireSnapStart(String runtime) {
        if (!FILE.texts("snapstart").contains(runtime)) {
            throw new IllegalArgumentException("--snapstart is not available for --runtime " + runtime
                    + "; leave it out, or use one of " + String.join(", ", FILE.texts("snapstart")));
        }
    }

    /** Returns whether the snapshots of SnapStart cost nothing. */
    public static boolean snapStartIsFree(String runtime) {
        return runtime.startsWith("java");
    }

    /** Returns whether the runtime exists and nobody has measured its start-up time. */
    public static boolean isUnmeasured(String runtime) {
        return FILE.texts("unmeasured").contains(runtime);
    }

    /**
     * Returns the calls that a vCPU of a Managed Instance takes at once by default; empty where the runtime cannot run
     * there.
     */
    public static OptionalLong callsPerVcpu(String runtime) {
        DataFile known = FILE.below("calls-per-vcpu");
        return known.has(runtime) ? OptionalLong.of(known.figure(runtime).longValue()) : OptionalLong.empty();
    }

    /** Returns the day from which AWS no longer supports a runtime; empty where none is set. */
    public static Optional<String> supportEnds(String runtime) {
        DataFile ends = FILE.below("support-ends");
        return ends.has(runtime) ? Optional.of(ends.text(runtime)) : Optional.empty();
    }

    /** Returns who measured the times, and when; those of SnapStart where a snapshot is restored. */
    public static String source(boolean snapStart) {
        return FILE.text(snapStart ? "snapstart-source" : "source");
    }
}
