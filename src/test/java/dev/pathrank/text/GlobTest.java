package dev.pathrank.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GlobTest {
    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvFileSource(resources = "/spec/globs.txt", delimiter = '|')
    void matchesPaths(String glob, String path, boolean expected) {
        assertEquals(expected, matches(Glob.ofPath(glob), path));
    }

    @Property(tries = 2000)
    void matchesWhatTheEquivalentExpressionMatches(@ForAll("globs") String glob, @ForAll("paths") String path) {
        assertEquals(expression(glob).matcher(path).matches(), matches(Glob.ofPath(glob), path));
    }

    // A glob with more than 64 places needs several words.
    @Property(tries = 2000)
    void matchesTheSameInLongGlobs(
            @ForAll("globs") String glob, @ForAll("paths") String path, @ForAll("padding") String padding) {
        String longGlob = padding + glob;
        String longPath = padding.replace('*', 'a').replace('?', 'b') + path;

        assertEquals(expression(longGlob).matcher(longPath).matches(), matches(Glob.ofPath(longGlob), longPath));
    }

    @Test
    void keepsItsPlacesAcrossTheEdgesOfItsWords() {
        for (int length = 0; length < 200; length++) {
            String padding = "x".repeat(length);
            Glob glob = Glob.ofPath(padding + "/**/b*?**c");

            assertTrue(matches(glob, padding + "/b1c"), padding);
            assertTrue(matches(glob, padding + "/y/b12/c"), padding);
            assertFalse(matches(glob, padding + "/b/c"), padding);
            assertFalse(matches(glob, padding + "/yb1c"), padding);
        }
    }

    @Test
    void looksAtEveryByteOnceHoweverTheGlobIsMade() {
        Glob glob = Glob.ofPath("/**a*a*a*a*a*a*a*a**a*a*a*a*a*ab");

        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertFalse(matches(glob, "/" + "a".repeat(1_000_000))));
    }

    @Provide
    Arbitrary<String> globs() {
        return Arbitraries.of("/", "a", "b", "*", "**", "?", "/**/", "/*", "***")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.strings().withChars("/ab\n").ofMaxLength(10);
    }

    @Provide
    Arbitrary<String> padding() {
        // One star at most, because the regular expression for comparison tries every division of a text among several.
        Arbitrary<Integer> length = Arbitraries.integers().between(50, 140);
        return Combinators.combine(length, Arbitraries.of("/x", "?/", "z"), Arbitraries.of("", "*", "**"))
                .as((size, part, star) -> part.repeat(size / part.length()) + star + part);
    }

    private static boolean matches(Glob glob, String path) {
        byte[] bytes = ("#" + path + "#").getBytes(StandardCharsets.UTF_8);
        return glob.matches(new ByteSlice(bytes, 1, bytes.length - 1));
    }

    private static Pattern expression(String glob) {
        StringBuilder expression = new StringBuilder();
        for (int at = 0; at < glob.length(); ) {
            int stars = 0;
            while (at + stars < glob.length() && glob.charAt(at + stars) == '*') {
                stars++;
            }
            boolean opened = at > 0 && glob.charAt(at - 1) == '/';
            boolean closed = at + stars < glob.length() && glob.charAt(at + stars) == '/';
            if (stars > 1 && opened && closed) {
                expression.append("(.*/)?");
                at += stars + 1;
                // The slash that closed this one may open the next.
                while (glob.startsWith("**", at) && glob.substring(at).matches("\\*\\*+/.*")) {
                    at = glob.indexOf('/', at) + 1;
                }
            } else if (stars > 0) {
                expression.append(stars > 1 ? ".*" : "[^/]*");
                at += stars;
            } else {
                char c = glob.charAt(at++);
                expression.append(c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL);
    }
}
