package dev.pathrank.run;

import java.util.concurrent.atomic.LongAdder;

/** Listener that counts the stored bytes of a run and passes everything on. */
final class ByteCounter implements RunListener {
    private final RunListener next;
    private final LongAdder bytes = new LongAdder();

    ByteCounter(RunListener next) {
        this.next = next;
    }

    /** Returns the number of stored bytes processed so far. */
    long bytes() {
        return bytes.sum();
    }

    @Override
    public void sourceFailed(String why) {
        next.sourceFailed(why);
    }

    @Override
    public void sourceEmpty(RunNotice.EmptySource source) {
        next.sourceEmpty(source);
    }

    @Override
    public void reading(Listing listing) {
        next.reading(listing);
    }

    @Override
    public void processed(long more) {
        bytes.add(more);
        next.processed(more);
    }

    @Override
    public void throttled() {
        next.throttled();
    }

    @Override
    public void done(ObjectResult result) {
        next.done(result);
    }

    @Override
    public void ended() {
        next.ended();
    }

    @Override
    public void counted(RunResult result) {
        next.counted(result);
    }
}
