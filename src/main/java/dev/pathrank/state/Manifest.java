package dev.pathrank.state;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.cbor.Envelope;
import dev.pathrank.io.IoConsumer;
import dev.pathrank.tally.file.DatedObject;
import dev.pathrank.tally.file.TallyHeader;
import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The contents of a state: how its rows were counted and the file of each day. The objects follow in the stored form
 * and are never all in memory.
 *
 * @param header how its rows were counted
 * @param files the names of its tally files, by UTC day since 1970-01-01
 */
record Manifest(TallyHeader header, SortedMap<Long, String> files) {
    private static final Envelope ENVELOPE = new Envelope("pathrank state\n", 1);

    Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * Writes it, and behind it the objects.
     *
     * @param objects hands every object to the consumer that it gets, in their order
     */
    void write(OutputStream out, IoConsumer<IoConsumer<DatedObject>> objects) throws IOException {
        ENVELOPE.write(out, cbor -> {
            header.write(cbor);
            writeFiles(cbor);
            cbor.begin();
            objects.accept(object -> object.write(cbor));
            cbor.end();
        });
    }

    private void writeFiles(CborWriter out) throws IOException {
        out.begin();
        for (Map.Entry<Long, String> file : files.entrySet()) {
            out.number(file.getKey());
            out.text(file.getValue());
        }
        out.end();
    }

    /** Returns whether a file begins as a manifest does. */
    static boolean isOne(Path file) {
        byte[] line = ENVELOPE.line().getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(line.length), line);
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads it, and hands every object to {@code objects}, in their order. */
    static Manifest read(InputStream in, IoConsumer<DatedObject> objects) throws IOException {
        return ENVELOPE.read(in, true, cbor -> {
            TallyHeader header = TallyHeader.read(cbor);
            SortedMap<Long, String> files = readFiles(cbor);
            cbor.begin();
            while (cbor.more()) {
                objects.accept(DatedObject.read(cbor));
            }
            cbor.end();
            return new Manifest(header, files);
        });
    }

    private static SortedMap<Long, String> readFiles(CborReader in) throws IOException {
        SortedMap<Long, String> files = new TreeMap<>();
        in.begin();
        while (in.more()) {
            long day = in.number(files.isEmpty() ? 0 : files.lastKey() + 1, UtcDay.LAST);
            String file = in.text();
            if (!ContentName.isOf(day, file)) {
                throw new DamagedFileException("names a file that does not belong to it");
            }
            files.put(day, file);
        }
        in.end();
        return files;
    }
}
