package dev.pathrank.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Tests that the index of a buffer has the delimiters that a byte-by-byte search finds, after any sequence of reads and
 * moves.
 */
class DelimiterIndexTest {
    private static final byte[] ALPHABET = {'\t', '\n', '\t', 8, 11, 'a', (byte) 0x89, (byte) 0x8A, -1, 0, 0x7F, '\r'};

    @Test
    void findsEveryTabAndNewlineHoweverTheBufferIsFilled() {
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = bytes(random, 1 + random.nextInt(ALPHABET.length));
            DelimiterIndex marks = new DelimiterIndex();
            for (int limit = 0; limit < bytes.length; ) {
                limit = Math.min(bytes.length, limit + 1 + random.nextInt(200));
                marks.see(bytes, limit);
                assertMarks(bytes, limit, marks);
            }
        }
    }

    @Test
    void keepsTheMarksOfWhatMovesToTheFront() {
        Random random = new Random(2);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = bytes(random, 5);
            int seen = random.nextInt(bytes.length + 1);
            DelimiterIndex marks = new DelimiterIndex();
            marks.see(bytes, seen);
            int moved = random.nextInt(seen + 1);
            int dropped = 0;
            while (dropped < marks.count() && marks.places()[dropped] < moved) {
                dropped++;
            }
            System.arraycopy(bytes, moved, bytes, 0, bytes.length - moved);
            marks.move(moved, dropped);
            assertMarks(bytes, seen - moved, marks);
            marks.see(bytes, bytes.length - moved);
            assertMarks(bytes, bytes.length - moved, marks);
        }
    }

    /**
     * @param letters how many of the alphabet's bytes there are, so that some buffers are all marks and others have few
     */
    private static byte[] bytes(Random random, int letters) {
        byte[] bytes = new byte[1 + random.nextInt(1_000)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = ALPHABET[random.nextInt(letters)];
        }
        return bytes;
    }

    private static void assertMarks(byte[] bytes, int to, DelimiterIndex marks) {
        List<Integer> places = new ArrayList<>();
        List<Integer> newlines = new ArrayList<>();
        for (int at = 0; at < to; at++) {
            if (bytes[at] == '\n') {
                newlines.add(places.size());
            }
            if (bytes[at] == '\n' || bytes[at] == '\t') {
                places.add(at);
            }
        }
        List<Integer> found = new ArrayList<>();
        for (int mark = 0; mark < marks.count(); mark++) {
            found.add(marks.places()[mark]);
        }
        List<Integer> foundNewlines = new ArrayList<>();
        for (int line = 0; line < marks.newlines(); line++) {
            foundNewlines.add(marks.newline(line));
        }
        assertEquals(places, found);
        assertEquals(newlines, foundNewlines);
    }
}
