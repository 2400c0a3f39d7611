package dev.pathrank.tally.file;

import dev.pathrank.cbor.CborWriter;
import dev.pathrank.tally.Tally;
import java.io.IOException;
import java.io.OutputStream;

/** A writer of a tally with everything needed to add it to another. Equal rows of equal objects give equal bytes. */
public final class TallyFileWriter {
    private TallyFileWriter() {}

    /**
     * Writes a file.
     *
     * @param out stays open
     * @param objects in their {@linkplain CountedObject#ORDER order}
     * @throws IOException if it cannot be written, or seconds that lie in a temporary file cannot be read
     */
    public static void write(OutputStream out, TallyHeader header, Iterable<CountedObject> objects, Tally tally)
            throws IOException {
        TallyFileReader.ENVELOPE.write(out, wire -> {
            header.write(wire);
            write(wire, objects);
            tally.write(wire);
        });
    }

    private static void write(CborWriter out, Iterable<CountedObject> objects) throws IOException {
        out.begin();
        for (CountedObject object : objects) {
            object.write(out);
        }
        out.end();
    }
}
