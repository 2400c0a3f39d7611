package dev.pathrank.tally.file;

import dev.pathrank.tally.RowCounts;
import dev.pathrank.wire.WireReader;
import dev.pathrank.wire.WireWriter;
import java.io.IOException;
import java.util.Comparator;
import java.util.Objects;

/**
 * A log object whose rows were counted, or which was recognised as something else than request logs.
 *
 * @param name the name by which it is known again: {@code s3://bucket/key}, or a file's path below its source
 * @param version what changes with its content: the ETag, or a file's size and CRC-32
 * @param requestLog whether it held request logs; if not, it has no rows
 * @param rows what became of its rows; those outside the file's span count as filtered
 * @param passedOverLines lines of other logs between them
 * @param textBytes bytes of log text
 */
public record CountedObject(
        String name, String version, boolean requestLog, RowCounts rows, long passedOverLines, long textBytes) {
    /** By name and version, character by character. */
    public static final Comparator<CountedObject> ORDER =
            Comparator.comparing(CountedObject::name).thenComparing(CountedObject::version);

    public CountedObject {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(rows, "rows");
    }

    /** Whether both are the same object in the same state. */
    public boolean same(CountedObject other) {
        return ORDER.compare(this, other) == 0;
    }

    /** The same object in a file of both spans. */
    public CountedObject with(CountedObject other) {
        return new CountedObject(name, version, requestLog, rows.ofBothSpans(other.rows), passedOverLines, textBytes);
    }

    void write(WireWriter out) throws IOException {
        out.begin();
        out.text(name);
        out.text(version);
        out.number(requestLog ? 1 : 0);
        rows.write(out);
        out.number(passedOverLines);
        out.number(textBytes);
        out.end();
    }

    static CountedObject read(WireReader in) throws IOException {
        in.begin();
        String name = in.text();
        String version = in.text();
        boolean requestLog = in.number(1) == 1;
        RowCounts rows = RowCounts.read(in);
        CountedObject object = new CountedObject(name, version, requestLog, rows, in.number(), in.number());
        in.end();
        return object;
    }
}
