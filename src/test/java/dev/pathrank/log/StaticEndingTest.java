package dev.pathrank.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.text.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaticEndingTest {
    @ParameterizedTest
    @CsvSource({
        "/a.jpg, true",
        "/A.JPEG, true",
        "/vod/seg_00102.ts, true",
        "/x.woff2, true",
        "/x.js, true",
        "/x.json, false",
        "/jpg, false",
        "/a.jpg/b, false",
        "/a., false",
        "/.css, true",
        "/a.webmanifests, false",
        "/a.b12345678, false",
        "/, false"
    })
    void knowsEndings(String path, boolean expected) {
        assertEquals(expected, StaticEnding.is(ByteSlice.of(path)));
    }

    @Property(tries = 500)
    void findsWhatFollowsTheLastPointOfTheLastSegment(
            @ForAll @Chars({'.', '/', 'j', 'J', 's', '3', '\u0013', '*', '\u00EA', 'm', 'p'}) @StringLength(max = 12)
                    String path,
            @ForAll @IntRange(max = 9) int before) {
        int point = path.lastIndexOf('.');
        String ending = point < 0 ? "/" : path.substring(point + 1);
        boolean expected = ending.length() < Long.BYTES && StaticEnding.contains(ending.toLowerCase(Locale.ROOT));
        byte[] bytes = (".".repeat(before) + path).getBytes(StandardCharsets.ISO_8859_1);

        assertEquals(expected, StaticEnding.is(new ByteSlice(bytes, before, bytes.length)));
    }
}
