package dev.pathrank.run.fetch;

import dev.pathrank.log.reader.LogReader;
import dev.pathrank.source.LogObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Queue of objects that are ready to be read. The largest come first, so that no thread is left with a long one at the
 * end; those of unknown size come last. A GET from S3 mostly waits, so more threads fetch ahead than read: ordinary
 * objects as a whole, the beginning of large ones, and never more bytes than the budget.
 */
public final class Prefetch implements AutoCloseable {
    private static final long LOOK_AGAIN_MS = 500;

    /**
     * Bytes of the budget that even the smallest object takes. A thousand objects ahead are enough; more of them would
     * only wait, and in the old part of the heap.
     */
    private static final long LEAST_CLAIM = 64L << 10;

    private final Queue<LogObject> unfetched = new ConcurrentLinkedQueue<>();
    private final Queue<LogObject> ahead = new ConcurrentLinkedQueue<>();
    private final Queue<LogObject> unknown = new ConcurrentLinkedQueue<>();
    private final AtomicInteger promised;
    private final BlockingQueue<FetchedObject> fetched = new LinkedBlockingQueue<>();
    private final ByteBudget budget;
    private final BufferPool spares = new BufferPool();
    private final int ofOneObject;
    private final ExecutorService fetchers;
    private volatile boolean closed;
    /** What ended a fetching thread that could not even say so of its object. */
    private volatile @Nullable Throwable fatal;

    /**
     * Begins to fetch.
     *
     * @param connections number of objects fetched at the same time
     * @param maxInflight bytes that may have been fetched and not yet processed
     */
    public Prefetch(Collection<LogObject> objects, int connections, long maxInflight) {
        this.budget = new ByteBudget(maxInflight);
        this.ofOneObject = MemoryBudget.ofOneObject(maxInflight);
        List<LogObject> largestFirst = new ArrayList<>(objects);
        largestFirst.sort(Comparator.comparingLong(LogObject::size).reversed());
        for (LogObject object : largestFirst) {
            queueFor(object).add(object);
        }
        this.promised = new AtomicInteger(ahead.size());
        int threads = Math.max(1, Math.min(connections, ahead.size()));
        this.fetchers = Executors.newFixedThreadPool(threads, RunThreads.named("fetch"));
        for (int thread = 0; thread < threads; thread++) {
            fetchers.execute(this::fetchAhead);
        }
    }

    /** Returns the next object; empty when none is left. */
    public Optional<FetchedObject> next() throws InterruptedException {
        if (closed || Thread.interrupted()) {
            throw new InterruptedException("the run was ended");
        }
        LogObject object = unfetched.poll();
        if (object != null) {
            return Optional.of(new FetchedObject.Direct(object));
        }
        if (promised.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return Optional.of(takeFetched());
        }
        return Optional.ofNullable(unknown.poll()).map(FetchedObject.Direct::new);
    }

    /** Waits for an object that a fetching thread promised, as long as all of these threads live. */
    private FetchedObject takeFetched() throws InterruptedException {
        FetchedObject next = null;
        while (next == null) {
            Throwable end = fatal;
            if (end != null) {
                throw new IllegalStateException("a fetching thread has died", end);
            }
            next = fetched.poll(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
        }
        return next;
    }

    /** Releases the bytes of an object; called once for each, when it is finished. */
    public void done(FetchedObject finished) {
        if (finished instanceof FetchedObject.Buffered whole) {
            spares.giveBack(whole.room());
        }
        if (!(finished instanceof FetchedObject.Direct)) {
            budget.giveBack(claim(finished.object()));
        }
    }

    @Override
    public void close() {
        closed = true;
        fetchers.shutdownNow();
    }

    private Queue<LogObject> queueFor(LogObject object) {
        if (object.size() == LogObject.UNKNOWN_SIZE) {
            return unknown;
        }
        return isLarge(object) && !object.isRemote() ? unfetched : ahead;
    }

    private boolean isLarge(LogObject object) {
        return object.size() > ofOneObject;
    }

    /** Returns the bytes of the budget that an object takes, from before it is requested until it is finished. */
    private long claim(LogObject object) {
        return Math.max(LEAST_CLAIM, Math.min(object.size(), ofOneObject));
    }

    private void fetchAhead() {
        try {
            for (LogObject object = ahead.poll(); object != null; object = ahead.poll()) {
                budget.take(claim(object));
                if (isLarge(object)) {
                    fetchLarge(object);
                } else {
                    fetched.add(fetchWhole(object));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        } catch (Throwable e) {
            fatal = e; // nothing is allocated here, as memory may be what is missing
        }
    }

    private FetchedObject fetchWhole(LogObject object) {
        if (object.size() < 0) {
            return new FetchedObject.Failed(
                    object, new IOException("its listing gives a size of " + object.size() + " bytes"));
        }
        try (InputStream stored = object.open()) {
            // One byte more than listed, to notice if the object has grown.
            byte[] bytes = spares.take((int) object.size() + 1);
            int length = stored.readNBytes(bytes, 0, bytes.length);
            if (length == bytes.length) {
                budget.giveBack(claim(object)); // it has grown since it was listed
                return new FetchedObject.Direct(object);
            }
            return new FetchedObject.Buffered(object, new ByteArrayInputStream(bytes, 0, length), bytes);
        } catch (IOException e) {
            return new FetchedObject.Failed(object, e);
        } catch (OutOfMemoryError e) {
            spares.clear();
            return new FetchedObject.Failed(object, new MemoryExhaustedException(e));
        } catch (RuntimeException | Error e) {
            return new FetchedObject.Crashed(object, e); // ends the run when a worker takes it
        }
    }

    private void fetchLarge(LogObject object) throws InterruptedException {
        boolean arrived = false;
        try (InputStream stored = object.open()) {
            BytePipe flow = new BytePipe(ofOneObject);
            byte[] begin = stored.readNBytes(LogReader.BEGIN_LENGTH);
            if (LogReader.readsRanges(begin)) {
                budget.giveBack(claim(object)); // only a few ranges of it are needed, which its reader asks for
                arrived = fetched.add(new FetchedObject.Direct(object));
                return;
            }
            arrived = fetched.add(new FetchedObject.Piped(object, flow));
            flow.receive(new SequenceInputStream(new ByteArrayInputStream(begin), stored));
        } catch (IOException e) {
            if (!arrived) { // else the close failed, after the last byte was handed on
                fetched.add(new FetchedObject.Failed(object, e));
            }
        } catch (OutOfMemoryError e) {
            if (!arrived) {
                spares.clear();
                fetched.add(new FetchedObject.Failed(object, new MemoryExhaustedException(e)));
            }
        } catch (RuntimeException | Error e) {
            if (!arrived) {
                fetched.add(new FetchedObject.Crashed(object, e));
            }
        }
    }
}
