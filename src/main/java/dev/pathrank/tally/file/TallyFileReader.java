package dev.pathrank.tally.file;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.cbor.Envelope;
import dev.pathrank.tally.Tally;
import dev.pathrank.tally.TallyOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * A reader of what {@link TallyFileWriter} wrote. A file that is not whole gives nothing but a
 * {@link dev.pathrank.cbor.DamagedFileException}, one of another version a
 * {@link dev.pathrank.cbor.OtherVersionException}.
 */
public final class TallyFileReader {
    /** The beginning of every tally file, and the version of the format: to be raised when its layout changes. */
    public static final Envelope ENVELOPE = new Envelope("pathrank tally\n", 4);

    private TallyFileReader() {}

    /** Reads all but the tally itself. */
    public static TallyHeader objects(InputStream in, Consumer<CountedObject> objects) throws IOException {
        return ENVELOPE.read(in, false, wire -> {
            TallyHeader header = TallyHeader.read(wire);
            read(wire, objects);
            return header;
        });
    }

    /**
     * Reads all of it.
     *
     * @param options that it was counted with, as its header says
     * @param objects takes the objects, in their order
     */
    public static Tally tally(InputStream in, TallyOptions options, Consumer<CountedObject> objects)
            throws IOException {
        return ENVELOPE.read(in, true, wire -> {
            Span span = TallyHeader.read(wire).span();
            read(wire, objects);
            Tally tally = Tally.read(wire, options);
            if (tally.rows() > 0 && (tally.firstSeen() < span.from() || tally.lastSeen() >= span.to())) {
                tally.close();
                throw new DamagedFileException("holds rows outside of its span");
            }
            return tally;
        });
    }

    private static void read(CborReader in, Consumer<CountedObject> objects) throws IOException {
        in.begin();
        while (in.more()) {
            objects.accept(CountedObject.read(in));
        }
        in.end();
    }
}
