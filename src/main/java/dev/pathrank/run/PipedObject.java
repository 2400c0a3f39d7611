package dev.pathrank.run;

import dev.pathrank.io.TemporaryFile;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.ObjectUnavailableException;
import dev.pathrank.source.unzip.Unzipper;
import dev.pathrank.tally.file.TallyFileReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Standard input or a pipe, which has no name that tells logs from a tally: its first bytes do, and they are read again
 * when it is opened.
 */
final class PipedObject implements LogObject, AutoCloseable {
    /** Enough of a gzip for the first bytes of what is in it, however its header looks that tools write. */
    private static final int AHEAD = 4096;

    private static final byte[] LINE = TallyFileReader.ENVELOPE.line().getBytes(StandardCharsets.US_ASCII);
    private static final int GZIP = 0x1F;

    private final LogObject object;
    private final Path tmpDir;
    private final AtomicBoolean opened = new AtomicBoolean();
    private @Nullable PushbackInputStream in;
    private @Nullable IOException failure;
    private boolean tally;
    private @Nullable TemporaryFile copy;

    /**
     * Reads the first bytes; a failure shows when it is opened.
     *
     * @param tmpDir folder for a tally, which is opened twice
     */
    PipedObject(LogObject object, Path tmpDir) {
        this.object = object;
        this.tmpDir = tmpDir;
        try {
            PushbackInputStream from = new PushbackInputStream(object.open(), AHEAD);
            in = from;
            byte[] first = peek(from, LINE.length);
            boolean gzip = first.length > 0 && first[0] == GZIP;
            tally = Arrays.equals(begin(gzip ? peek(from, AHEAD) : first), LINE);
        } catch (IOException e) {
            failure = e;
        }
    }

    private static byte[] peek(PushbackInputStream from, int bytes) throws IOException {
        byte[] first = from.readNBytes(bytes);
        from.unread(first);
        return first;
    }

    private static byte[] begin(byte[] stored) {
        try (Unzipper unzipper = new Unzipper();
                InputStream unzipped = unzipper.open(new ByteArrayInputStream(stored))) {
            return unzipped.readNBytes(LINE.length);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** Returns whether an object is a stream of this machine that is read once. */
    static boolean isOne(LogObject object) {
        return object.size() == UNKNOWN_SIZE && !object.isRemote();
    }

    /** Returns whether it is a tally. */
    boolean isTally() {
        return tally;
    }

    @Override
    public String name() {
        return object.name();
    }

    @Override
    public long size() {
        return object.size();
    }

    @Override
    public String key() {
        return object.key();
    }

    @Override
    public InputStream open() throws IOException {
        if (failure != null) {
            throw failure;
        }
        TemporaryFile kept = copy;
        if (kept == null && tally) {
            kept = TemporaryFile.create(tmpDir, "tally");
            copy = kept;
            try (InputStream from = once()) {
                from.transferTo(kept.end());
            }
        }
        return kept == null ? once() : kept.in(0, kept.length());
    }

    private InputStream once() throws IOException {
        if (in == null || opened.getAndSet(true)) {
            throw new ObjectUnavailableException("it has been read already and cannot be read twice", null);
        }
        return in;
    }

    /** Removes the copy of a tally. */
    @Override
    public void close() {
        try {
            if (copy != null) {
                copy.close();
            }
        } catch (IOException e) {
            // the next run sweeps what is left
        }
    }
}
