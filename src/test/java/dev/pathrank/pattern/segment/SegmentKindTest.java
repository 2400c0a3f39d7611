package dev.pathrank.pattern.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentKindTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvFileSource(resources = "/spec/segment-kind.txt", delimiter = '|')
    void tellsTheShapeOfASegment(String segment, Shape shape) {
        assertEquals(shape, SegmentKind.shape(kind(segment)));
    }

    @Test
    void nothingBetweenSlashesIsEmpty() {
        assertEquals(Shape.EMPTY, SegmentKind.shape(kind("")));
    }

    @Test
    void keepsTheExtensionOfAFileInItsKind() {
        assertEquals("js", FileExtension.name(SegmentKind.extension(kind("APP.JS"))));
        assertEquals(FileExtension.NONE, SegmentKind.extension(kind("users.list")));
        assertEquals(FileExtension.NONE, SegmentKind.extension(kind("js")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.com",
                "ann%40example.com",
                "kJ8s7dHf6Ak29sLq0PzX",
                "6f1c2a8e-0b7d-4f6e-9a51-2d1c3b4a5f60",
                "eyJhbGciOiJub25l.eyJzdWIiOiJhYmMi.c2lnbmF0dXJl",
                "jquery-ui-1.12.1.custom.min.js"
            })
    void hidesAddressesAndWhatMayBeASecret(String segment) {
        assertTrue(SegmentKind.isSecret(bytes(segment)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "kJ8s7dHf6Ak29sLq0Pz", "12345678901234567890", "a-very-long-name-without-any-number", "@ann"
            })
    void showsTheRest(String segment) {
        assertFalse(SegmentKind.isSecret(bytes(segment)));
    }

    private static int kind(String segment) {
        return SegmentKind.of(bytes(segment));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
