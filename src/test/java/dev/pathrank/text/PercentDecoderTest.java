package dev.pathrank.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.log.reader.ReadRows;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class PercentDecoderTest {
    private static final String ESCAPED = "<>\"#%{}|\\^~[]`'";

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvFileSource(resources = "/spec/escaping.txt", delimiter = '|', quoteCharacter = '\0')
    void undoesTheLogsEscapingOnce(String logged, String printed) {
        assertEquals(printed, PercentEncoder.of(decode(logged.getBytes(StandardCharsets.US_ASCII))));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvFileSource(resources = "/spec/escaping.txt", delimiter = '|', quoteCharacter = '\0')
    void pathsOfRowsAreDecodedTheSame(String logged, String printed) {
        String row = "2017-02-12\t16:00:00\tGET\t" + logged + "\t200";
        String path =
                ReadRows.only("date time cs-method cs-uri-stem sc-status", row).path();

        assertEquals(printed, PercentEncoder.of(path.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Property(tries = 300)
    void givesBackWhatTheViewerSent(@ForAll byte[] sent) {
        assertEquals(
                new String(sent, StandardCharsets.ISO_8859_1),
                new String(decode(escape(sent)), StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest(name = "byte {0} is printed as {1}")
    @CsvSource(
            quoteCharacter = '\0',
            value = {
                "0, %00",
                "10, %0A",
                "27, %1B",
                "32, %20",
                "33, !",
                "37, %",
                "60, %3C",
                "62, %3E",
                "126, ~",
                "127, %7F",
                "128, %80",
                "255, %FF"
            })
    void printsNothingThatSteersATerminalOrLooksLikeAPlaceholder(int wire, String printed) {
        assertEquals(printed, PercentEncoder.of(new byte[] {(byte) wire}));
    }

    private static byte[] decode(byte[] escaped) {
        byte[] decoded = new byte[escaped.length];
        int length = PercentDecoder.decodeOnce(ByteSlice.of(escaped), decoded);
        return Arrays.copyOf(decoded, length);
    }

    /** Tests of the inverse of the documented rule. */
    private static byte[] escape(byte[] sent) {
        StringBuilder logged = new StringBuilder();
        for (byte b : sent) {
            int value = b & 0xFF;
            if (value <= 32 || value >= 127 || ESCAPED.indexOf(value) >= 0) {
                logged.append(String.format(Locale.ROOT, "%%%02X", value));
            } else {
                logged.append((char) value);
            }
        }
        return logged.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
