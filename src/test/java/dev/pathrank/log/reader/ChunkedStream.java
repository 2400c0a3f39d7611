package dev.pathrank.log.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;

/** A stream that returns any number of bytes for a read, including none, like a network. */
final class ChunkedStream extends InputStream {
    private final InputStream content;
    private final Random random;
    private final int largestChunk;

    ChunkedStream(byte[] content, long seed, int largestChunk) {
        this.content = new ByteArrayInputStream(content);
        this.random = new Random(seed);
        this.largestChunk = largestChunk;
    }

    @Override
    public int read() throws IOException {
        return content.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return content.read(bytes, offset, Math.min(length, random.nextInt(largestChunk + 1)));
    }
}
