package dev.pathrank.tally.file;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.StoredEnum;
import dev.pathrank.tally.RowCounts;
import java.io.IOException;
import java.util.Comparator;
import java.util.Objects;

/**
 * A log object that was counted, or recognised as something other than request logs.
 *
 * @param name identifies it: {@code s3://bucket/key}, or a file's path below its source
 * @param version changes with its content: the ETag, or a file's size and CRC-32
 * @param outcome of reading it
 * @param rows by outcome; those outside the file's span count as filtered
 * @param passedOverLines lines of other logs between them
 * @param textBytes bytes of log text
 */
public record CountedObject(
        String name, String version, Outcome outcome, RowCounts rows, long passedOverLines, long textBytes) {
    /** By name and version, character by character. */
    public static final Comparator<CountedObject> ORDER =
            Comparator.comparing(CountedObject::name).thenComparing(CountedObject::version);

    /** The outcome of reading an object. */
    public enum Outcome implements StoredEnum {
        /** All of its rows are accounted for. */
        READ(0),
        /** Logs of another kind, without rows. */
        OTHER_LOG(1),
        /** Cut or corrupt: its rows before the damage are accounted for. */
        DAMAGED(2),
        /** Could not be read: nothing of it was counted, and it has no version. */
        LOST(3);

        private static final Outcome[] BY_CODE = StoredEnum.byCode(values());

        private final int code;

        Outcome(int code) {
            this.code = code;
        }

        @Override
        public int code() {
            return code;
        }
    }

    public CountedObject {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(rows, "rows");
    }

    /** Returns an object that could not be read. */
    public static CountedObject lost(String name) {
        return new CountedObject(name, "", Outcome.LOST, new RowCounts(), 0, 0);
    }

    /** Returns whether all of its rows are accounted for, so that it need not be read again. */
    public boolean isWhole() {
        return outcome == Outcome.READ || outcome == Outcome.OTHER_LOG;
    }

    /** Returns whether both are the same version of the same object. */
    public boolean same(CountedObject other) {
        return ORDER.compare(this, other) == 0;
    }

    /** Returns the same object with the rows of both spans. */
    public CountedObject with(CountedObject other) {
        return new CountedObject(name, version, outcome, rows.ofBothSpans(other.rows), passedOverLines, textBytes);
    }

    void write(CborWriter out) throws IOException {
        out.begin();
        out.text(name);
        out.text(version);
        out.number(outcome.code());
        rows.write(out);
        out.number(passedOverLines);
        out.number(textBytes);
        out.end();
    }

    static CountedObject read(CborReader in) throws IOException {
        in.begin();
        String name = in.text();
        String version = in.text();
        Outcome outcome = Outcome.BY_CODE[in.number(Outcome.BY_CODE.length - 1)];
        RowCounts rows = RowCounts.read(in);
        CountedObject object = new CountedObject(name, version, outcome, rows, in.count(), in.count());
        in.end();
        return object;
    }
}
