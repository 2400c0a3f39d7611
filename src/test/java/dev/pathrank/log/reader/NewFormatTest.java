package dev.pathrank.log.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.log.FormatSniffer;
import dev.pathrank.log.LogFormat;
import dev.pathrank.log.LogInput;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.OriginEvidence;
import dev.pathrank.log.ReadCounts;
import dev.pathrank.log.ReadOutcome;
import dev.pathrank.log.RejectReason;
import dev.pathrank.log.RowHandler;
import dev.pathrank.log.ltsv.LtsvLogFormat;
import dev.pathrank.source.RangedBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Test that a format in a separate package is read if it is in the list of formats, without other changes. */
class NewFormatTest {
    private static final byte[] MAGIC = {'R', 'N', 'G', '1'};

    private final ReadRows read = new ReadRows();

    @Test
    void readsAFormatThatIsAddedToTheList() {
        LogReader reader = with(new LtsvLogFormat());

        String row = "date:2024-11-15\ttime:19:45:51\tcs-method:GET\tcs-uri-stem:/a:b";
        ReadOutcome outcome = read.outcome(reader, String.join("\n", row + "\tsc-status:200", row));

        assertEquals(new ReadOutcome.Read(2, 0, OriginEvidence.EVERY_ROW), outcome);
        assertEquals(List.of("/a:b"), read.paths());
        assertEquals(List.of(RejectReason.BAD_STATUS), read.reasons());
    }

    @Test
    void stillReadsTheFormatsThatWereThere() {
        LogReader reader = with(new LtsvLogFormat());

        read.outcome(
                reader, "#Fields: date time cs-method cs-uri-stem sc-status\n2024-11-15\t19:45:51\tGET\t/a\t200\n");

        assertEquals(List.of("/a"), read.paths());
    }

    @Test
    void handsRangesToAFormatThatReadsThem() throws IOException {
        RangedBytes stored = RangedBytes.of("RNG1 and more".getBytes(StandardCharsets.US_ASCII));

        ReadOutcome outcome = with(new RangedFormat()).read(MAGIC, stored, read);

        assertEquals(new ReadOutcome.Read(1, 0, OriginEvidence.NONE), outcome);
    }

    private static LogReader with(LogFormat added) {
        List<LogFormat> formats = Stream.concat(Stream.of(added), LogFormats.create(LogOptions.DEFAULT).stream())
                .toList();
        return new LogReader(formats, 4096, 65_536);
    }

    /** Looks at the end of the object only. */
    private static final class RangedFormat implements LogFormat {
        @Override
        public boolean recognises(FormatSniffer head) {
            return head.startsWith('R', 'N', 'G', '1');
        }

        @Override
        public boolean readsRanges() {
            return true;
        }

        @Override
        public ReadOutcome read(LogInput input, RowHandler handler, ReadCounts counts) throws IOException {
            RangedBytes ranges = input.ranges();
            if (ranges == null) {
                throw new AssertionError("no ranges");
            }
            assertArrayEquals("more".getBytes(StandardCharsets.US_ASCII), ranges.read(ranges.size() - 4, 4));
            counts.addRow();
            return counts.asRead();
        }
    }
}
