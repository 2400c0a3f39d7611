package dev.pathrank.samples;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** The JVM's counter of bytes that a thread allocates, which is independent of the load of the machine. */
public final class Allocation {
    private Allocation() {}

    /** Bytes that this thread has allocated so far. */
    public static long ofThisThread() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
