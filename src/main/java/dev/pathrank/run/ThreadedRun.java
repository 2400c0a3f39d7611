package dev.pathrank.run;

import dev.pathrank.io.TemporaryFileException;
import dev.pathrank.run.fetch.MemoryBudget;
import dev.pathrank.run.fetch.Prefetch;
import dev.pathrank.run.fetch.RunThreads;
import dev.pathrank.source.LogObject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reading with several threads of this process, whose partial aggregates are merged. The result is the same for every
 * number of threads and every order of arrival.
 */
public final class ThreadedRun implements Engine.Reading {
    private static final long PATIENCE_MS = 500;

    private final RunSettings settings;
    private final int connections;
    private final RejectLog rejects;
    private final RunListener listener;
    private final ExecutorService executor;
    private final List<ReadWorker> started = new CopyOnWriteArrayList<>();
    private final Aggregator sum;
    private volatile @Nullable Prefetch prefetch;

    /**
     * Prepares to read with all the memory of this process.
     *
     * @param connections how many objects are fetched ahead at the same time
     */
    public static ThreadedRun of(RunSettings settings, int connections, RejectLog rejects, RunListener listener) {
        return new ThreadedRun(
                settings, connections, rejects, listener, Runtime.getRuntime().maxMemory());
    }

    /**
     * Prepares to read with a part of this process's memory.
     *
     * @param connections how many objects are fetched ahead at the same time
     * @param heap bytes of memory for this run
     */
    public ThreadedRun(RunSettings settings, int connections, RejectLog rejects, RunListener listener, long heap) {
        this.settings = settings;
        this.connections = connections;
        this.rejects = rejects;
        this.listener = listener;
        this.sum = new Aggregator(
                settings, MemoryBudget.forPartials(settings.tally().limits(), settings.maxInflight(), heap));
        this.executor = Executors.newFixedThreadPool(settings.threads(), RunThreads.named("process"));
    }

    /**
     * Reads {@code objects}. A failure of one of them is in the results and stops nothing, unless the settings say so.
     *
     * @return the sum of all; closed with this run
     * @throws IOException if the run itself cannot go on, such as when a temporary file cannot be written
     * @throws InterruptedException if the run was closed or its thread interrupted
     * @throws FailFastException if an object failed and the settings say to stop there
     */
    @Override
    public PartialAggregate read(List<LogObject> objects) throws IOException, InterruptedException {
        int threads = Math.max(1, Math.min(settings.threads(), objects.size()));
        Prefetch fetched = new Prefetch(objects, connections, fetchedAhead(objects, threads));
        prefetch = fetched;
        Semaphore ended = new Semaphore(0);
        for (int thread = 0; thread < threads; thread++) {
            ReadWorker worker = new ReadWorker(fetched, sum, rejects.part(), settings, listener, ended);
            started.add(worker);
            executor.execute(worker);
        }
        for (int left = threads; left > 0; left--) {
            ended.acquire();
            for (ReadWorker worker : started) {
                Throwable failure = worker.failure();
                if (failure != null) {
                    throw rethrown(failure);
                }
            }
        }
        return sum.total();
    }

    private long fetchedAhead(List<LogObject> objects, int threads) {
        boolean remote = objects.stream().anyMatch(LogObject::isRemote);
        return remote ? settings.maxInflight() : Math.min(settings.maxInflight(), MemoryBudget.ofDisk(threads));
    }

    private IOException rethrown(Throwable cause) throws InterruptedException, FailFastException {
        if (cause instanceof FailFastException failure) {
            throw failure;
        }
        if (cause instanceof InterruptedException || cause instanceof InterruptedIOException) {
            throw new InterruptedException(cause.getMessage());
        }
        if (cause instanceof IOException || cause instanceof UncheckedIOException) {
            return noTemporaryFile(cause);
        }
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause.getCause() instanceof OutOfMemoryError error) {
            throw error;
        }
        throw new IllegalStateException(cause.getMessage(), cause);
    }

    // What is wrong with a log object is in its result; all else that a worker writes or reads is temporary.
    private IOException noTemporaryFile(Throwable cause) {
        IOException inner = cause instanceof UncheckedIOException unchecked
                ? Objects.requireNonNull(unchecked.getCause())
                : (IOException) cause;
        return inner instanceof TemporaryFileException
                ? inner
                : new TemporaryFileException(settings.tally().tmpDir(), inner);
    }

    /** Stops all workers and removes what was spilled to disk. May be called from another thread, and twice. */
    @Override
    public void stop() {
        executor.shutdownNow();
        Prefetch running = prefetch;
        if (running != null) {
            running.close();
        }
        awaitEnd();
        started.forEach(ReadWorker::close);
        sum.close();
    }

    @Override
    public void close() {
        stop();
    }

    // A thread that still counts could spill once more after stop().
    private void awaitEnd() {
        try {
            executor.awaitTermination(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
