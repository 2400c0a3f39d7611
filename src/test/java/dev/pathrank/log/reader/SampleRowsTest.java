package dev.pathrank.log.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pathrank.log.ClientAddress;
import dev.pathrank.log.DurationField;
import dev.pathrank.log.OriginEvidence;
import dev.pathrank.log.ReadOutcome;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparison of the reader with sample lines of each set of columns that CloudFront has had. */
class SampleRowsTest {
    @ParameterizedTest(name = "{0} columns: {2} {4}")
    @CsvFileSource(resources = "/spec/sample-rows.txt", delimiter = '|')
    void readsEverySampleLine(
            int columns,
            Instant instant,
            String method,
            String host,
            String path,
            int status,
            long bytes,
            String address,
            boolean originCall,
            int durationMs,
            DurationField field)
            throws IOException {
        ReadRows.Copy row = read(columns).rows.stream()
                .filter(candidate -> candidate.epochSecond() == instant.getEpochSecond())
                .findFirst()
                .orElseThrow();

        byte[] addressBytes = address.getBytes(StandardCharsets.US_ASCII);
        long clientHash = ClientAddress.hash(ByteSlice.of(addressBytes));
        assertEquals(
                new ReadRows.Copy(
                        row.line(),
                        instant.getEpochSecond(),
                        method,
                        host,
                        path,
                        status,
                        originCall,
                        false,
                        durationMs,
                        field,
                        bytes,
                        clientHash),
                row);
    }

    @ParameterizedTest(name = "{0} columns: {2}")
    @CsvSource({
        "12, 1, EVERY_ROW",
        "18, 1, RESULT_TYPE",
        "19, 1, RESULT_TYPE",
        "23, 1, RESULT_TYPE",
        "24, 1, RESULT_TYPE",
        "26, 1, RESULT_TYPE",
        "33, 4, DETAILED"
    })
    void saysWhatDecidedWhoReachedTheOrigin(int columns, long rows, OriginEvidence evidence) throws IOException {
        try (InputStream log = sample(columns)) {
            assertEquals(
                    new ReadOutcome.Read(rows, 0, evidence), ReadRows.reader().read(log, new ReadRows()));
        }
    }

    @Test
    void readsAConcatenationOfAllSamplesWithTheHeaderOfEach() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int columns : new int[] {12, 33, 18, 19, 23, 12, 24, 26, 33}) {
            try (InputStream log = sample(columns)) {
                all.append(new String(log.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        ReadRows read = new ReadRows();

        ReadOutcome outcome = read.outcome(ReadRows.reader(), all.toString());

        ReadOutcome.Read counts = assertInstanceOf(ReadOutcome.Read.class, outcome);
        assertEquals(new ReadOutcome.Read(15, 0, OriginEvidence.EVERY_ROW), counts);
        assertEquals(15, read.rows.size());
    }

    private static ReadRows read(int columns) throws IOException {
        ReadRows read = new ReadRows();
        try (InputStream log = sample(columns)) {
            ReadRows.reader().read(log, read);
        }
        return read;
    }

    private static InputStream sample(int columns) {
        String name = "/logs/standard-" + columns + "-columns.log";
        return Objects.requireNonNull(SampleRowsTest.class.getResourceAsStream(name), name);
    }
}
