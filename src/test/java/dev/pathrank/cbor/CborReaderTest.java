package dev.pathrank.cbor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that values are read as they were written, and that anything else is reported as damage. */
class CborReaderTest {
    private static byte[] written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CborWriter out = new CborWriter(bytes);
        out.begin();
        out.number(Long.MIN_VALUE);
        out.number(255);
        out.text("바다");
        out.bytes(new byte[] {1, 2, 3});
        out.absent();
        out.end();
        out.flush();
        return bytes.toByteArray();
    }

    private static CborReader reader(byte[] bytes) throws IOException {
        return new CborReader(new ByteArrayInputStream(bytes));
    }

    private static CborReader reader(String hex) throws IOException {
        return reader(HexFormat.of().parseHex(hex));
    }

    private static void readAll(CborReader in) throws IOException {
        in.begin();
        assertEquals(Long.MIN_VALUE, in.number());
        assertEquals(255, in.number(255));
        assertEquals("바다", in.text());
        assertArrayEquals(new byte[] {1, 2, 3}, in.bytes());
        assertFalse(in.present());
        assertFalse(in.more());
        in.end();
    }

    @Test
    void givesBackWhatWasWritten() throws IOException {
        readAll(reader(written()));
    }

    @Test
    void looksAheadWithoutTaking() throws IOException {
        CborReader in = reader("8101");
        in.begin();
        assertTrue(in.more());
        assertTrue(in.present());
        assertEquals(1, in.number());
    }

    @Test
    void refusesWhatIsCutAnywhere() throws IOException {
        byte[] whole = written();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(DamagedFileException.class, () -> readAll(reader(cut)), length + " bytes");
        }
    }

    @Test
    void refusesAValueOfAnotherKind() {
        assertDamaged(
                "holds VALUE_STRING; expected VALUE_NUMBER_INT",
                () -> reader("6161").number());
        assertDamaged(
                "holds VALUE_NUMBER_INT; expected VALUE_STRING",
                () -> reader("01").text());
        assertDamaged(
                "holds VALUE_STRING; expected VALUE_EMBEDDED_OBJECT",
                () -> reader("6161").bytes());
        assertDamaged(
                "holds START_OBJECT; expected START_ARRAY", () -> reader("A0").begin());
        assertDamaged("holds VALUE_NUMBER_INT; expected END_ARRAY", () -> {
            CborReader in = reader("8101");
            in.begin();
            in.end();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "190100", "1B7FFFFFFFFFFFFFFF"})
    void refusesANumberOutOfItsRange(String hex) {
        assertThrows(DamagedFileException.class, () -> reader(hex).number(255));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1BFFFFFFFFFFFFFFFF", "3BFFFFFFFFFFFFFFFF", "C2490100000000000000FF"})
    void refusesANumberThatNoLongHolds(String hex) {
        assertThrows(DamagedFileException.class, () -> reader(hex).number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7A7FFFFFF061", "7B7FFFFFFFFFFFFFFF61", "7F61", "62FF61", "61FF"})
    void refusesATextThatIsLongerThanTheFileOrIsNone(String hex) {
        assertThrows(DamagedFileException.class, () -> reader(hex).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5A7FFFFFF001", "5B7FFFFFFFFFFFFFFF01", "5F41"})
    void refusesBytesThatAreLongerThanTheFile(String hex) {
        assertThrows(DamagedFileException.class, () -> reader(hex).bytes());
    }

    @Test
    void refusesTextInPlaceOfIt() {
        assertThrows(
                DamagedFileException.class,
                () -> reader("not CBOR".getBytes(UTF_8)).begin());
    }

    private static void assertDamaged(String message, org.junit.jupiter.api.function.Executable reading) {
        assertEquals(message, assertThrows(DamagedFileException.class, reading).getMessage());
    }
}
