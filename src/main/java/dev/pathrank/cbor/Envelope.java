package dev.pathrank.cbor;

import dev.pathrank.io.IoConsumer;
import dev.pathrank.io.IoFunction;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * A file format: a line that names it, the version of the format, and the content, deflated, in blocks with checksums.
 *
 * @param line begins the file; ends in a line feed
 * @param version of the format that this program writes and reads
 */
public record Envelope(String line, int version) {
    private static final int BUFFER = 1 << 16;

    /** Writes a whole file; {@code target} stays open. */
    public void write(OutputStream target, IoConsumer<CborWriter> content) throws IOException {
        write(target, Deflater.DEFAULT_COMPRESSION, content);
    }

    /** Writes a short-lived file, which is a little larger and takes a quarter of the time. */
    public void writeQuickly(OutputStream target, IoConsumer<CborWriter> content) throws IOException {
        write(target, Deflater.BEST_SPEED, content);
    }

    private void write(OutputStream target, int level, IoConsumer<CborWriter> content) throws IOException {
        byte[] begin = begin(version);
        OutputStream out = new BufferedOutputStream(target, BUFFER);
        out.write(begin);
        ChecksummedOutputStream blocks = new ChecksummedOutputStream(out, begin);
        Deflater deflater = new Deflater(level);
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(blocks, deflater, BUFFER);
            CborWriter cbor = new CborWriter(new BufferedOutputStream(deflated, BUFFER));
            content.accept(cbor);
            cbor.flush();
            deflated.finish();
        } finally {
            deflater.end();
        }
        blocks.finish();
    }

    /**
     * Reads a file, all of it unless {@code reading} reads less.
     *
     * @param source stays open
     * @param whole whether the file must end where {@code reading} does
     * @throws OtherVersionException if another version of the format wrote it
     * @throws DamagedFileException if it is not such a file or is damaged
     */
    public <T> T read(InputStream source, boolean whole, IoFunction<CborReader, T> reading) throws IOException {
        byte[] begin = source.readNBytes(beginLength());
        check(begin);
        ChecksummedInputStream blocks = new ChecksummedInputStream(source, begin);
        T result;
        try (InflaterInputStream inflated = new InflaterInputStream(blocks)) {
            CborReader content = new CborReader(new BoundedInflation(inflated, blocks::checked));
            result = reading.apply(content);
            if (whole && !content.isAtEnd()) {
                throw new DamagedFileException("continues after its end");
            }
            if (whole) {
                blocks.expectEnd();
            }
        } catch (ZipException | EOFException e) {
            throw new DamagedFileException("cannot be inflated: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // Its checksums are right, so somebody else than this program wrote it.
            throw new DamagedFileException("has invalid content: " + e, e);
        }
        return result;
    }

    /** Returns how many bytes {@link #check} needs. */
    public int beginLength() {
        return begin(version).length;
    }

    /**
     * Checks the first bytes of a file.
     *
     * @param begin {@link #beginLength} bytes, fewer if the file is shorter
     * @throws OtherVersionException if another version of the format wrote it
     * @throws DamagedFileException if it is not such a file
     */
    public void check(byte[] begin) throws IOException {
        byte[] expected = begin(version);
        int lineLength = expected.length - Integer.BYTES;
        if (begin.length < expected.length || !Arrays.equals(begin, 0, lineLength, expected, 0, lineLength)) {
            throw new DamagedFileException("is not a file of type \"" + line.strip() + "\"");
        }
        int found = ByteBuffer.wrap(begin, lineLength, Integer.BYTES).getInt();
        if (found != version) {
            throw new OtherVersionException(found, version);
        }
    }

    private byte[] begin(int number) {
        byte[] text = line.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(text.length + Integer.BYTES)
                .put(text)
                .putInt(number)
                .array();
    }
}
