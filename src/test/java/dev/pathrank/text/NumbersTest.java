package dev.pathrank.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class NumbersTest {
    /** Digits, their neighbours in ASCII, and what goes wrong where several bytes are looked at together. */
    private static final byte[] CLOSE = {'0', '1', '5', '9', '/', ':', 0, (byte) 0xB0, (byte) 0xFF, ' '};

    @Property(tries = 500)
    void parsesWhatIsDigitsOnlyAndNothingElse(
            @ForAll @Size(max = 30) byte[] bytes, @ForAll int from, @ForAll int to, @ForAll boolean digitsOnly) {
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = CLOSE[(bytes[at] & 0xFF) % (digitsOnly ? 4 : CLOSE.length)];
        }
        int start = Math.floorMod(from, bytes.length + 1);
        int end = start + Math.floorMod(to, bytes.length + 1 - start);
        String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');

        assertEquals(digits, Numbers.areDigits(bytes, start, end), text);
        assertEquals(expected(text, digits), Numbers.nonNegative(bytes, start, end), text);
    }

    private static long expected(String text, boolean digits) {
        boolean fits =
                digits && !text.isEmpty() && new BigInteger(text).compareTo(BigInteger.valueOf(Long.MAX_VALUE)) <= 0;
        return fits ? Long.parseLong(text) : Numbers.NONE;
    }
}
