package dev.pathrank.run;

import dev.pathrank.source.LogObject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Reads all objects of a run with several threads and merges what they have added up. The result is the same for every number of
 * threads and every order of arrival.
 */
public final class ThreadedRun implements Engine.Reading {
    private static final long PATIENCE_MS = 500;

    private final RunSettings settings;
    private final int connections;
    private final RejectLog rejects;
    private final RunListener watcher;
    private final ExecutorService processors;
    private final List<ReadWorker> started = new CopyOnWriteArrayList<>();
    private final Aggregator sum;
    private volatile Prefetch prefetch;

    /** @param connections how many objects are fetched ahead at the same time */
    public ThreadedRun(RunSettings settings, int connections, RejectLog rejects, RunListener watcher) {
        this(settings, connections, rejects, watcher, Runtime.getRuntime().maxMemory());
    }

    /** @param heap bytes of this process's memory that are meant for this run */
    public ThreadedRun(RunSettings settings, int connections, RejectLog rejects, RunListener watcher, long heap) {
        this.settings = settings;
        this.connections = connections;
        this.rejects = rejects;
        this.watcher = watcher;
        this.sum = new Aggregator(
                settings, MemoryBudget.besideSum(settings.tally().limits(), settings.maxInflight(), heap));
        this.processors = Executors.newFixedThreadPool(settings.threads(), RunThreads.named("process"));
    }

    /**
     * Reads {@code objects}. What is wrong with one of them is in the results and stops nothing, unless the settings say so.
     *
     * @return the sum of all; closed with this run
     * @throws IOException if the run itself cannot go on, such as when a temporary file cannot be written
     * @throws InterruptedException if the run was closed or its thread interrupted
     * @throws FailFastException the first object that failed, where the settings want to stop there
     */
    @Override
    public PartialAggregate read(List<LogObject> objects) throws IOException, InterruptedException {
        int threads = Math.max(1, Math.min(settings.threads(), objects.size()));
        prefetch = new Prefetch(objects, connections, settings.maxInflight());
        CompletionService<Void> running = new ExecutorCompletionService<>(processors);
        for (int thread = 0; thread < threads; thread++) {
            ReadWorker processor = new ReadWorker(prefetch, sum, rejects.part(), settings, watcher);
            started.add(processor);
            running.submit(processor);
        }
        for (int thread = 0; thread < threads; thread++) {
            awaitEndOf(running.take());
        }
        return sum.total();
    }

    private void awaitEndOf(Future<Void> processor) throws IOException, InterruptedException {
        try {
            processor.get();
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
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
        throw new IllegalStateException(cause.getMessage(), cause);
    }

    // What is wrong with a log object is in its result; all else that a processor writes or reads is temporary.
    private IOException noTemporaryFile(Throwable cause) {
        Throwable reason = cause instanceof UncheckedIOException unchecked ? unchecked.getCause() : cause;
        return new IOException(
                "a temporary file in " + settings.tally().tmpDir() + " cannot be written: " + reason.getMessage()
                        + ". Make room there or name another folder with --tmp-dir",
                cause);
    }

    /** Stops whatever still runs and removes what was spilled to disk. May be called from another thread, and twice. */
    @Override
    public void stop() {
        processors.shutdownNow();
        if (prefetch != null) {
            prefetch.close();
        }
        awaitEnd();
        started.forEach(ReadWorker::close);
        sum.close();
    }

    @Override
    public void close() {
        stop();
    }

    // A thread that still counts could spill once more behind the back of stop().
    private void awaitEnd() {
        try {
            processors.awaitTermination(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
