package dev.pathrank.source.unzip;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The JDK's decoder, which calls zlib. */
final class JdkInflate implements RawInflate {
    private final Inflater inflater = new Inflater(true);

    @Override
    public void begin() {
        inflater.reset();
    }

    @Override
    public void feed(byte[] bytes, int offset, int length) {
        inflater.setInput(bytes, offset, length);
    }

    @Override
    public int inflate(byte[] out, int offset, int length) throws DataFormatException {
        return inflater.inflate(out, offset, length);
    }

    @Override
    public boolean finished() {
        return inflater.finished();
    }

    @Override
    public int unused() {
        return inflater.getRemaining();
    }

    @Override
    public long written() {
        return inflater.getBytesWritten();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
