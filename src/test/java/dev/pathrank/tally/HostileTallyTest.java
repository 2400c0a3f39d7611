package dev.pathrank.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import dev.pathrank.FewerTries;
import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.ChecksummedInputStream;
import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.cbor.Envelope;
import dev.pathrank.log.LogType;
import dev.pathrank.log.OriginEvidence;
import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.tally.file.CountedObject;
import dev.pathrank.tally.file.Span;
import dev.pathrank.tally.file.TallyFileReader;
import dev.pathrank.tally.file.TallyFileWriter;
import dev.pathrank.tally.file.TallyHeader;
import dev.pathrank.tally.memory.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with right checksums that no run wrote: each is damaged, and what is read of one adds up. */
@Timeout(120)
class HostileTallyTest {
    private static final Envelope ENVELOPE = new Envelope("pathrank tally\n", 4);
    private static final Limits LIMITS = TallyLawProperties.ROOMY;

    @TempDir
    Path tmp;

    private List<Object> values;

    /** The place of a list's beginning or end, or of what is absent. */
    private enum Mark {
        BEGIN,
        END,
        ABSENT
    }

    @BeforeEach
    void takeApart() throws IOException {
        values = values(honest());
    }

    private TallyOptions options() {
        return new TallyOptions(FoldingRules.NONE, LIMITS, tmp, false);
    }

    private byte[] honest() throws IOException {
        RowCounts rows = new RowCounts();
        rows.count(LogType.LEGACY, OriginEvidence.RESULT_TYPE);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Tally tally = new Tally(options())) {
            RandomTraffic.add(tally, new RandomTraffic(3).lines(20));
            TallyFileWriter.write(
                    file,
                    new TallyHeader(7, new TreeMap<>(), Span.ALL),
                    List.of(new CountedObject("a", "1", CountedObject.Outcome.READ, rows, 2, 3)),
                    tally);
        }
        return file.toByteArray();
    }

    private static List<Object> values(byte[] file) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ENVELOPE.read(new ByteArrayInputStream(file), false, in -> 0);
        InflaterInputStream inflated = new InflaterInputStream(new ChecksummedInputStream(
                new ByteArrayInputStream(file, begin(), file.length), Arrays.copyOf(file, begin())));
        inflated.transferTo(content);
        List<Object> values = new ArrayList<>();
        try (JsonParser parser = new CBORFactory().createParser(content.toByteArray())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                values.add(
                        switch (token) {
                            case START_ARRAY -> Mark.BEGIN;
                            case END_ARRAY -> Mark.END;
                            case VALUE_NULL -> Mark.ABSENT;
                            case VALUE_STRING -> parser.getText();
                            case VALUE_EMBEDDED_OBJECT -> parser.getBinaryValue();
                            default -> parser.getLongValue();
                        });
            }
        }
        return values;
    }

    private static int begin() {
        return ENVELOPE.line().length() + Integer.BYTES;
    }

    private static byte[] file(Iterable<Object> values) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ENVELOPE.write(file, out -> {
            for (Object value : values) {
                write(value, out);
            }
        });
        return file.toByteArray();
    }

    private static void write(Object value, CborWriter out) throws IOException {
        if (value instanceof Long number) {
            out.number(number);
        } else if (value instanceof String text) {
            out.text(text);
        } else if (value instanceof byte[] bytes) {
            out.bytes(bytes);
        } else if (value == Mark.BEGIN) {
            out.begin();
        } else if (value == Mark.END) {
            out.end();
        } else {
            out.absent();
        }
    }

    private Tally read(byte[] file) throws IOException {
        return TallyFileReader.tally(new ByteArrayInputStream(file), options(), object -> {});
    }

    @Test
    void readsTheHonestOne() throws IOException {
        try (Tally tally = read(file(values))) {
            assertEquals(20, tally.rows());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 49, 0, 86_400})
    void isDamagedOrAddsUpWhateverNumberStandsAnywhere(long number) throws IOException {
        int read = 0;
        for (int at = 0; at < values.size(); at += FewerTries.DIVISOR) {
            if (values.get(at) instanceof Long) {
                List<Object> changed = new ArrayList<>(values);
                changed.set(at, number);
                read += addsUp(changed, "value " + at + " is " + number) ? 1 : 0;
            }
        }
        assertTrue(read > 0, "a hash may be any number");
    }

    @Test
    void isDamagedOrAddsUpWhateverIsLeftOutOrThereTwice() throws IOException {
        for (int at = 0; at < values.size(); at += FewerTries.DIVISOR) {
            List<Object> without = new ArrayList<>(values);
            without.remove(at);
            addsUp(without, "without value " + at);
            List<Object> twice = new ArrayList<>(values);
            twice.add(at, values.get(at));
            addsUp(twice, "twice value " + at);
        }
    }

    /**
     * Returns whether the values are read; fails where what is read does not add up or anything but damage is thrown.
     */
    private boolean addsUp(List<Object> changed, String what) {
        try (Tally tally = read(file(changed))) {
            List<EndpointStats> endpoints = tally.endpoints(true);
            long calls =
                    endpoints.stream().mapToLong(each -> each.traffic().calls()).sum();
            assertEquals(tally.calls(), calls, what);
            assertTrue(
                    endpoints.stream()
                            .allMatch(each ->
                                    each.traffic().calls() >= each.traffic().originCalls()),
                    what);
            return true;
        } catch (DamagedFileException | JsonGenerationException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(what, e);
        } catch (RuntimeException e) {
            throw new IllegalStateException(what, e);
        }
    }

    @Test
    void isDamagedWhereListsLieTooDeep() {
        assertDamaged(List.copyOf(Collections.nCopies(900, (Object) Mark.BEGIN)));
    }

    @Test
    void isDamagedWhereATreeIsTooDeep() throws IOException {
        int root = values.indexOf(Mark.ABSENT) - 3;
        List<Object> deep = new ArrayList<>(values.subList(0, root + 4));
        for (int i = 0; i < 900; i++) {
            deep.addAll(List.of(Mark.BEGIN, 1L, "a".getBytes(StandardCharsets.US_ASCII), Mark.ABSENT));
        }
        assertDamaged(deep);
    }

    @Test
    void isDamagedWhereMoreComesOutThanCountsCanTake() {
        Iterable<Object> endless = () -> Stream.concat(
                        values.subList(0, 8).stream(),
                        Stream.generate(() -> (Object) "x".repeat(1 << 20)).limit(400))
                .iterator();
        assertDamaged(endless);
    }

    private void assertDamaged(Iterable<Object> content) {
        assertThrows(DamagedFileException.class, () -> read(file(content)).close());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, CborReader.MOST + 1})
    void noCountIsNegativeOrTooLargeToBeAddedUp(long number) throws IOException {
        byte[] file = file(List.of(number));
        assertThrows(
                DamagedFileException.class,
                () -> ENVELOPE.read(new ByteArrayInputStream(file), true, CborReader::count));
    }
}
