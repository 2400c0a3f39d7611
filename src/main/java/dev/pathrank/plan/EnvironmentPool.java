package dev.pathrank.plan;

/**
 * The execution environments of one endpoint, and the calls that find none ready. Each environment serves one call at a
 * time and is gone when it was idle for too long; a call takes the one that became free last, so that as few as
 * possible stay warm. Calls of a second are spread evenly over it and each lasts as long as the endpoint's mean.
 */
final class EnvironmentPool {
    private static final long NANOS = 1_000_000_000L;

    private final long lastsNanos;
    private final long idleNanos;

    /** Busy environments by the time at which they become free: in order, because all calls last equally long. */
    private final TimeQueue running = new TimeQueue();

    /** Free environments by the time at which they became free, the latest last. */
    private final TimeQueue idle = new TimeQueue();

    /** Busy provisioned environments by the time at which they become free. */
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
     * Adds the calls of one second.
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

    /** Adds a call that keeps an environment warm, takes no time and is not counted. */
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

    /** Creates an environment, because none is free. */
    private void hold() {
        mostHeld = Math.max(mostHeld, running.size() + idle.size() + 1L);
    }

    /** Returns calls so far. */
    long calls() {
        return calls;
    }

    /** Returns the calls that started cold. */
    long cold() {
        return cold;
    }

    /** Returns the calls that no provisioned environment served. */
    long spilled() {
        return spilled;
    }

    /** Returns the most environments at the same time, without provisioned ones. */
    long mostHeld() {
        return mostHeld;
    }
}
