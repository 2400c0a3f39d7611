package dev.pathrank.cbor;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Stream of inflated bytes that is damage where more come out than honest content gives for the bytes that went in. */
final class BoundedInflation extends FilterInputStream {
    /** Bytes that any file may have, such as a day of one call a second. */
    private static final long ALWAYS = 256L << 20;

    /** Bytes for each stored one; counts give about 5. */
    private static final long RATIO = 100;

    private final LongSupplier stored;
    private long inflated;

    /** @param stored returns the number of stored bytes so far */
    BoundedInflation(InputStream in, LongSupplier stored) {
        super(in);
        this.stored = stored;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        int read = in.read(bytes, from, count);
        inflated += Math.max(read, 0);
        if (inflated > ALWAYS && inflated - ALWAYS > RATIO * stored.getAsLong()) {
            throw new DamagedFileException(
                    "inflates to more than counts can take: " + inflated + " bytes from " + stored.getAsLong());
        }
        return read;
    }
}
