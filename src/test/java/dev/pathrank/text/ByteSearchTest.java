package dev.pathrank.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class ByteSearchTest {
    @Property(tries = 500)
    void findsAndCountsWhatAPlainLoopDoes(
            @ForAll @Size(max = 40) byte[] bytes, @ForAll byte wanted, @ForAll int from, @ForAll int to) {
        int start = Math.floorMod(from, bytes.length + 1);
        int end = start + Math.floorMod(to, bytes.length + 1 - start);
        int first = -1;
        int count = 0;
        for (int at = end - 1; at >= start; at--) {
            first = bytes[at] == wanted ? at : first;
            count += bytes[at] == wanted ? 1 : 0;
        }

        assertEquals(first, ByteSearch.indexOf(wanted, bytes, start, end));
        assertEquals(count, ByteSearch.count(wanted, bytes, start, end));
        assertEquals(first >= 0, ByteSearch.hasOneOf(wanted, wanted, new ByteSlice(bytes, start, end)));
        int zero = ByteSearch.indexOf((byte) 0, bytes, start, end);
        assertEquals(first >= 0 || zero >= 0, ByteSearch.hasOneOf(wanted, (byte) 0, new ByteSlice(bytes, start, end)));
    }

    @Property(tries = 500)
    void isNotMisledByNeighboursOfTheByte(@ForAll @Size(max = 40) byte[] bytes) {
        // Values one off the tab and beside the sign bit are where word-wise searches go wrong.
        byte[] close = {8, 9, 10, (byte) 0x88, (byte) 0x89, 0x7F, 0, (byte) 0xFF};
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = close[bytes[at] & 7];
        }

        findsAndCountsWhatAPlainLoopDoes(bytes, (byte) '\t', 0, bytes.length);
    }
}
