package dev.pathrank.plan;

/**
 * Calls of one endpoint that find no environment ready. Each environment serves one call at a time and is gone when it was idle for too long; a call
 * takes the one that became free last, so that as few as possible stay warm. Calls of a second are spread evenly over it and each lasts as long as the
 * endpoint's mean.
 */
final class EnvironmentPool {
    private static final long NANOS = 1_000_000_000L;

    private final long lastsNanos;
    private final long idleNanos;

    /** Environments that serve a call, by the time at which they become free: in order, as all calls last the same. */
    private final TimeQueue running = new TimeQueue();

    /** Free environments by the time at which they became free, the latest last. */
    private final TimeQueue idle = new TimeQueue();

    /** Environments that are always there, while they serve a call. */
    private final TimeQueue provisionedRunning = new TimeQueue();

    private final int provisioned;
    private long calls;
    private long cold;
    private long spilled;
    private long mostHeld;

    /**
     * @param lastsNanos how long each call lasts, 0 or more
     * @param idleNanos how long a free environment stays
     * @param provisioned environments that are always ready; they do not count as held
     */
    EnvironmentPool(long lastsNanos, long idleNanos, int provisioned) {
        this.lastsNanos = lastsNanos;
        this.idleNanos = idleNanos;
        this.provisioned = provisioned;
    }

    /**
     * The calls of one second.
     *
     * @param second since the epoch, later than all before
     * @param count calls, at least 1
     */
    void second(long second, long count) {
        for (long call = 0; call < count; call++) {
            call(second * NANOS + call * NANOS / count);
        }
    }

    private void call(long at) {
        calls++;
        if (provisioned > 0 && servedByProvisioned(at)) {
            return;
        }
        spilled++;
        if (!take(at)) {
            cold++;
            hold();
        }
        running.addLast(at + lastsNanos);
    }

    /** A call that keeps an environment warm, takes no time and counts for nothing. */
    void ping(long atNanos) {
        if (!take(atNanos)) {
            hold();
        }
        idle.addLast(atNanos);
    }

    private boolean servedByProvisioned(long at) {
        while (!provisionedRunning.isEmpty() && provisionedRunning.first() <= at) {
            provisionedRunning.removeFirst();
        }
        if (provisionedRunning.size() == provisioned) {
            return false;
        }
        provisionedRunning.addLast(at + lastsNanos);
        return true;
    }

    /** Takes a free environment if there is one. */
    private boolean take(long at) {
        while (!running.isEmpty() && running.first() <= at) {
            idle.addLast(running.removeFirst());
        }
        if (idle.isEmpty() || idle.last() + idleNanos < at) {
            idle.clear();
            return false;
        }
        idle.removeLast();
        while (!idle.isEmpty() && idle.first() + idleNanos < at) {
            idle.removeFirst();
        }
        return true;
    }

    /** A new environment is made beside those that run: none is free. */
    private void hold() {
        mostHeld = Math.max(mostHeld, running.size() + idle.size() + 1L);
    }

    /** Calls so far. */
    long calls() {
        return calls;
    }

    /** Those of them that started cold. */
    long cold() {
        return cold;
    }

    /** Those of them that no provisioned environment served. */
    long spilled() {
        return spilled;
    }

    /** The most environments that existed at the same time, provisioned ones apart. */
    long mostHeld() {
        return mostHeld;
    }
}
