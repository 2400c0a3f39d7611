package dev.pathrank.run.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.source.LogObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PrefetchTest {
    private static final int OBJECTS = 300;

    /** Objects of 64 KB, and smaller ones count as such: otherwise a budget would hold a hundred thousand of them. */
    private static final int AHEAD = 16;

    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger mostHeld = new AtomicInteger();

    @Test
    void fetchesNoMoreSmallObjectsAheadThanItsBudgetHasRoomFor() throws Exception {
        int read = 0;
        try (Prefetch objects = new Prefetch(Collections.nCopies(OBJECTS, new Small()), 8, AHEAD * 64L << 10)) {
            Deque<FetchedObject> taken = new ArrayDeque<>();
            for (; read < OBJECTS; read++) {
                taken.add(objects.next().orElseThrow());
                if (taken.size() == AHEAD) {
                    held.decrementAndGet();
                    objects.done(taken.remove());
                }
            }
        }
        assertEquals(OBJECTS, read);
        assertEquals(AHEAD, mostHeld.get());
    }

    private final class Small implements LogObject {
        @Override
        public String name() {
            return "small";
        }

        @Override
        public long size() {
            return 5;
        }

        @Override
        public InputStream open() {
            mostHeld.accumulateAndGet(held.incrementAndGet(), Math::max);
            return new ByteArrayInputStream(new byte[5]);
        }
    }
}
