package dev.pathrank.spark;

import dev.pathrank.cbor.Envelope;
import dev.pathrank.source.Address;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Division of the objects of a run into parts of about the same work, in the order of the listing, so that each has few
 * days.
 */
final class Partitions {
    /** Stored bytes of a part: about ten seconds of one thread, so that a lost task is soon repeated. */
    private static final long LARGEST = 128L << 20;

    /** Cost of one object in addition to its bytes, as the bytes that could be read in that time. */
    private static final long REQUEST = 64L << 10;

    /** Parts for each processor, so that all are busy to the end although some are quicker. */
    private static final int EACH_PROCESSOR = 4;

    private static final Envelope ENVELOPE = new Envelope("pathrank objects\n", 1);

    private Partitions() {}

    /**
     * Divides a list.
     *
     * @param processors how many tasks run at the same time
     * @return parts that are not empty, as bytes for {@link #objects}
     */
    static List<byte[]> of(List<Address> objects, int processors) throws IOException {
        long work = objects.stream().mapToLong(Partitions::work).sum();
        long most = Math.max(work / LARGEST + 1, (long) EACH_PROCESSOR * processors);
        long pieces = Math.min(objects.size(), most);
        List<byte[]> partitions = new ArrayList<>();
        List<Address> piece = new ArrayList<>();
        long done = 0;
        for (Address object : objects) {
            // The middle of an object decides to which part it belongs, so that a large one does not always end a part.
            long middle = done + work(object) / 2;
            if (!piece.isEmpty() && (double) middle * pieces >= (double) work * (partitions.size() + 1)) {
                partitions.add(bytes(piece));
                piece.clear();
            }
            piece.add(object);
            done += work(object);
        }
        if (!piece.isEmpty()) {
            partitions.add(bytes(piece));
        }
        return partitions;
    }

    private static long work(Address object) {
        return object.size() + REQUEST;
    }

    private static byte[] bytes(List<Address> objects) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ENVELOPE.writeQuickly(bytes, out -> {
            out.begin();
            for (Address object : objects) {
                RecordCodec.write(object, out);
            }
            out.end();
        });
        return bytes.toByteArray();
    }

    /** Returns the objects of a part. */
    static List<Address> objects(byte[] piece) throws IOException {
        return ENVELOPE.read(new ByteArrayInputStream(piece), true, in -> {
            List<Address> objects = new ArrayList<>();
            in.begin();
            while (in.more()) {
                objects.add(RecordCodec.read(Address.class, in));
            }
            in.end();
            return objects;
        });
    }
}
