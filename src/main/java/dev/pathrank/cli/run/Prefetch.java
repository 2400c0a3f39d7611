package dev.pathrank.cli.run;

import dev.pathrank.source.LogObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands out objects ready for processing: the largest first, so that no thread is left with a long one at the end, those of unknown
 * size last. Ordinary objects are fetched whole and ahead by more threads than process them, because a GET from S3 is mostly waiting.
 */
final class Prefetch implements AutoCloseable {
    private final Queue<LogObject> large = new ConcurrentLinkedQueue<>();
    private final Queue<LogObject> ordinary = new ConcurrentLinkedQueue<>();
    private final Queue<LogObject> unknown = new ConcurrentLinkedQueue<>();
    private final AtomicInteger promised;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final ByteBudget budget = new ByteBudget(MemoryBudget.FETCHED);
    private final ExecutorService fetchers;
    private volatile boolean closed;

    /** Begins to fetch. */
    Prefetch(Collection<LogObject> objects, int connections) {
        List<LogObject> largestFirst = new ArrayList<>(objects);
        largestFirst.sort(Comparator.comparingLong(LogObject::size).reversed());
        for (LogObject object : largestFirst) {
            queueFor(object.size()).add(object);
        }
        this.promised = new AtomicInteger(ordinary.size());
        int threads = Math.max(1, Math.min(connections, ordinary.size()));
        this.fetchers = Executors.newFixedThreadPool(threads, RunThreads.named("fetch"));
        for (int thread = 0; thread < threads; thread++) {
            fetchers.execute(this::fetchOrdinary);
        }
    }

    /** The next object, or nothing when none is left. */
    Optional<Arrival> next() throws InterruptedException {
        if (closed || Thread.interrupted()) {
            throw new InterruptedException("the run was ended");
        }
        LogObject object = large.poll();
        if (object != null) {
            return Optional.of(new Arrival.Streamed(object));
        }
        if (promised.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return Optional.of(arrivals.take());
        }
        return Optional.ofNullable(unknown.poll()).map(Arrival.Streamed::new);
    }

    /** To be called once for every arrival, when its bytes are no longer needed. */
    void done(Arrival arrival) {
        if (!(arrival instanceof Arrival.Streamed)) {
            budget.giveBack(arrival.object().size());
        }
    }

    @Override
    public void close() {
        closed = true;
        fetchers.shutdownNow();
    }

    private Queue<LogObject> queueFor(long size) {
        if (size == LogObject.UNKNOWN_SIZE) {
            return unknown;
        }
        return size > MemoryBudget.WHOLE_OBJECT ? large : ordinary;
    }

    private void fetchOrdinary() {
        try {
            for (LogObject object = ordinary.poll(); object != null; object = ordinary.poll()) {
                budget.take(object.size());
                arrivals.add(fetch(object));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed: nobody waits for more
        }
    }

    private Arrival fetch(LogObject object) {
        try (InputStream stored = object.open()) {
            byte[] bytes = stored.readNBytes(MemoryBudget.WHOLE_OBJECT + 1);
            if (bytes.length > MemoryBudget.WHOLE_OBJECT) {
                budget.giveBack(object.size()); // it has grown since it was listed
                return new Arrival.Streamed(object);
            }
            return new Arrival.Whole(object, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            return new Arrival.Lost(object, e);
        } catch (RuntimeException | Error e) {
            return new Arrival.Crashed(object, e); // whoever processes it ends the run with this
        }
    }
}
