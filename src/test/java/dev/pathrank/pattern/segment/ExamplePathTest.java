package dev.pathrank.pattern.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.text.ByteSlice;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplePathTest {
    private static final String SECRET = "/reset/9f8e7d6c5b4a39281706f5e4d3c2b1a0zz";

    @ParameterizedTest
    @ValueSource(ints = {1, 500, 512, 513, 8000})
    void isShownAsAnyExampleIs(int length) {
        ByteSlice path = ByteSlice.of("/" + "a".repeat(length - 1));

        assertEquals(MaskedPath.example(path), ExamplePath.of(path).text());
    }

    @Test
    void outlivesTheBufferOfItsPath() {
        byte[] buffer = "/a/b".getBytes(StandardCharsets.US_ASCII);
        ExamplePath example = ExamplePath.of(ByteSlice.of(buffer));
        buffer[1] = 'x';

        assertEquals("/a/b", example.text());
    }

    @Test
    void masksSecretsAndComparesWhatIsShown() {
        ExamplePath one = ExamplePath.of(ByteSlice.of(SECRET));
        ExamplePath other = ExamplePath.of(ByteSlice.of(SECRET + "1"));

        assertEquals("/reset/<token>", one.text());
        assertEquals(0, one.compareText(other));
        assertEquals(0, one.compareText(ExamplePath.ofText("/reset/<token>")));
        assertTrue(one.compareText(ExamplePath.ofText("/z")) < 0);
        assertTrue(ExamplePath.ofText("/z").compareText(one) > 0);
    }

    @Test
    void knowsItsPathUnlessOnlyTheTextIsKnown() {
        assertTrue(ExamplePath.of(ByteSlice.of("/a")).is(ByteSlice.of("/a")));
        assertFalse(ExamplePath.of(ByteSlice.of("/a")).is(ByteSlice.of("/b")));
        assertFalse(ExamplePath.ofText("/a").is(ByteSlice.of("/a")));
        assertFalse(ExamplePath.NONE.is(ByteSlice.of("")));
    }
}
