package dev.pathrank.tally.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.DamagedFileException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tests of the header of a tally file: the settings and the time span of its rows. */
class TallyHeaderTest {
    private static final TallyHeader HEADER = new TallyHeader(
            -7, new TreeMap<>(Map.of("--status", "2xx", "--host", "a.example.com")), Span.ofDay(17_209));

    @Test
    void comesBackAsItWasWritten() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CborWriter out = new CborWriter(bytes);
        HEADER.write(out);
        out.flush();

        assertEquals(HEADER, TallyHeader.read(new CborReader(new ByteArrayInputStream(bytes.toByteArray()))));
    }

    @Test
    void isTheSameBytesInWhateverOrderTheOptionsWereGiven() throws IOException {
        TreeMap<String, String> backwards = new TreeMap<>((a, b) -> b.compareTo(a));
        backwards.putAll(HEADER.settings());

        assertEquals(HEADER, new TallyHeader(-7, backwards, HEADER.span()));
    }

    @Test
    void refusesASpanThatEndsBeforeItBegins() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CborWriter out = new CborWriter(bytes);
        out.begin();
        out.number(-7);
        out.begin();
        out.end();
        out.number(20);
        out.number(10);
        out.end();
        out.flush();

        assertThrows(
                DamagedFileException.class,
                () -> TallyHeader.read(new CborReader(new ByteArrayInputStream(bytes.toByteArray()))));
    }
}
