package dev.pathrank.run.fetch;

import dev.pathrank.io.IoRunnable;
import dev.pathrank.source.RangedBytes;
import java.io.IOException;
import java.util.function.LongConsumer;

/**
 * Ranges of an object that report the bytes read, and call {@code pace} before each read, where the run may make the
 * reader wait.
 */
public final class ProgressRangedBytes implements RangedBytes {
    private final RangedBytes ranges;
    private final LongConsumer counter;
    private final IoRunnable pace;

    public ProgressRangedBytes(RangedBytes ranges, LongConsumer counter, IoRunnable pace) {
        this.ranges = ranges;
        this.counter = counter;
        this.pace = pace;
    }

    @Override
    public long size() {
        return ranges.size();
    }

    @Override
    public byte[] read(long from, int length) throws IOException {
        pace.run();
        byte[] bytes = ranges.read(from, length);
        counter.accept(bytes.length);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        ranges.close();
    }
}
