package dev.pathrank.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Tests that a file is read as it was written or not at all. */
class EnvelopeTest {
    private static final Envelope ENVELOPE = new Envelope("pathrank test\n", 3);

    private static byte[] file(Envelope envelope) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        envelope.write(file, out -> {
            out.number(42);
            out.text("endpoints");
        });
        return file.toByteArray();
    }

    private static String read(byte[] file) throws IOException {
        return ENVELOPE.read(new ByteArrayInputStream(file), true, in -> in.number() + " " + in.text());
    }

    @Test
    void givesBackWhatWasWritten() throws IOException {
        assertEquals("42 endpoints", read(file(ENVELOPE)));
    }

    @Test
    void beginsWithItsLineSoThatPeopleSeeWhatItIs() throws IOException {
        assertTrue(new String(file(ENVELOPE), StandardCharsets.ISO_8859_1).startsWith("pathrank test\n"));
    }

    @Test
    void refusesAFileThatIsCutAnywhere() throws IOException {
        byte[] whole = file(ENVELOPE);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(DamagedFileException.class, () -> read(cut), length + " bytes");
        }
    }

    @Test
    void refusesAFileWithAnyBitChanged() throws IOException {
        byte[] whole = file(ENVELOPE);
        int version = ENVELOPE.line().length();
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            boolean ofVersion = bit / 8 >= version && bit / 8 < version + Integer.BYTES;
            Class<? extends IOException> expected =
                    ofVersion ? OtherVersionException.class : DamagedFileException.class;
            assertThrows(expected, () -> read(changed), "bit " + bit);
        }
    }

    @Test
    void refusesWhatFollowsItsEnd() throws IOException {
        byte[] whole = file(ENVELOPE);
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);

        assertEquals(
                "continues after its end",
                assertThrows(DamagedFileException.class, () -> read(longer)).getMessage());
    }

    @Test
    void refusesContentThatNobodyAskedFor() throws IOException {
        byte[] whole = file(ENVELOPE);

        assertThrows(
                DamagedFileException.class,
                () -> ENVELOPE.read(new ByteArrayInputStream(whole), true, CborReader::number));
        assertEquals(42L, (long) ENVELOPE.read(new ByteArrayInputStream(whole), false, CborReader::number));
    }

    @Test
    void saysWhatToDoWithAnotherVersion() throws IOException {
        byte[] newer = file(new Envelope(ENVELOPE.line(), 4));
        byte[] older = file(new Envelope(ENVELOPE.line(), 2));

        assertEquals(
                "has format version 4, but this pathrank reads version 3: use the newer pathrank that wrote it",
                assertThrows(OtherVersionException.class, () -> read(newer)).getMessage());
        assertEquals(
                "has format version 2, but this pathrank reads version 3: count the logs again",
                assertThrows(OtherVersionException.class, () -> read(older)).getMessage());
    }
}
