package dev.pathrank.plan.load;

/**
 * The execution environments of one endpoint, and the calls that find none ready. Each environment serves one call at a
 * time and is gone when it was idle for too long; a call takes the one that became free last, so that as few as
 * possible stay warm. A call that finds none is cold: its environment is busy for its start-up, too.
 */
final class EnvironmentPool {
    private final long startUpNanos;
    private final long idleNanos;

    /** Busy environments by the time at which they become free: those with short and warm calls. */
    private final TimeQueue running = new TimeQueue();

    /** The same for all others, so that a long call does not make every short one look for its place. */
    private final TimeQueue runningLong = new TimeQueue();

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
     * @param startUpNanos how long a new environment takes to start
     * @param idleNanos how long a free environment stays
     * @param provisioned environments that are always ready; they do not count as held
     */
    EnvironmentPool(long startUpNanos, long idleNanos, int provisioned) {
        this.startUpNanos = startUpNanos;
        this.idleNanos = idleNanos;
        this.provisioned = provisioned;
    }

    /**
     * Adds a call.
     *
     * @param at when it arrives, in nanoseconds; not before the last one
     * @param lastsNanos how long it takes, without a start-up
     * @param isLong whether it takes much longer than most
     */
    void call(long at, long lastsNanos, boolean isLong) {
        calls++;
        if (provisioned > 0 && servedByProvisioned(at, lastsNanos)) {
            return;
        }
        spilled++;
        if (take(at)) {
            (isLong ? runningLong : running).add(at + lastsNanos);
        } else {
            cold++;
            hold();
            runningLong.add(at + startUpNanos + lastsNanos);
        }
    }

    /** Adds a call that keeps an environment warm, takes no time and is not counted. */
    void ping(long at) {
        if (!take(at)) {
            hold();
        }
        idle.addLast(at);
    }

    private boolean servedByProvisioned(long at, long lastsNanos) {
        while (!provisionedRunning.isEmpty() && provisionedRunning.first() <= at) {
            provisionedRunning.removeFirst();
        }
        if (provisionedRunning.size() == provisioned) {
            return false;
        }
        provisionedRunning.add(at + lastsNanos);
        return true;
    }

    /** Takes a free environment if there is one. */
    private boolean take(long at) {
        release(at);
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

    /** Makes idle what has become free, in the order of time. */
    private void release(long at) {
        while (true) {
            long shortest = running.isEmpty() ? Long.MAX_VALUE : running.first();
            long longest = runningLong.isEmpty() ? Long.MAX_VALUE : runningLong.first();
            if (Math.min(shortest, longest) > at) {
                return;
            }
            idle.addLast(shortest <= longest ? running.removeFirst() : runningLong.removeFirst());
        }
    }

    /** Creates an environment, because none is free. */
    private void hold() {
        mostHeld = Math.max(mostHeld, busy() + 1);
    }

    /** Returns the environments that are busy at a time, not before the last call. */
    long busyAt(long at) {
        release(at);
        return busy();
    }

    /** Returns the environments that were busy just after the last call. */
    long busy() {
        return (long) running.size() + runningLong.size();
    }

    /** Returns the number of calls so far. */
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

    /** Returns the most environments at the same time, busy or idle, without provisioned ones. */
    long mostHeld() {
        return mostHeld;
    }
}
