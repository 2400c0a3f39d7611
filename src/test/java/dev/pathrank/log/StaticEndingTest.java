package dev.pathrank.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.text.ByteSlice;
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
}
