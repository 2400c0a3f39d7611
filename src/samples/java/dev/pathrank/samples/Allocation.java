package dev.pathrank.samples;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** The JVM's own counter of what a thread allocates, which no busy machine can move. */
public final class Allocation {
    private Allocation() {}

    /** Bytes that this thread has allocated so far. */
    public static long ofThisThread() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
