package dev.pathrank.pattern.stated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.text.ByteSlice;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedPatternsTest {
    private static final List<String> PATTERNS = List.of(
            "/user/<id>",
            "/user/me",
            "/user/{id}/orders",
            "/user/:id/orders/:order",
            "/files/<name>.json",
            "/files/<name>",
            "/at/<lat>,<lon>",
            "/<a>/fixed",
            "/");

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            nullValues = "none",
            value = {
                "/user/42, /user/<id>",
                "/user/me, /user/me",
                "/user/me/orders, /user/<id>/orders",
                "/user/7/orders/9, /user/<id>/orders/<order>",
                "/user/7/orders/, /user/<id>/orders",
                "/user//7/Orders, /user/<id>/orders",
                "/USER/ME, /user/me",
                "/user/, none",
                "/Files/A.JSON, /files/<name>.json",
                "/files/a.json, /files/<name>.json",
                "/files/.json, /files/<name>",
                "/files/a.xml, /files/<name>",
                "/x/fixed, /<a>/fixed",
                "/user/fixed, /user/<id>",
                "/, /",
                "/user, none",
                "/user/42/, /user/<id>",
                "/other/42, none",
                "user/42, none"
            })
    void matchesAsARouterWould(String path, String expected) {
        assertEquals(expected, match(PATTERNS, path));
    }

    @Test
    void severalVariablesInOneSegmentNeedTextBetween() {
        assertEquals("/at/<lat>,<lon>", match(PATTERNS, "/at/48.8,2.3"));
        assertEquals(null, match(PATTERNS, "/at/48.8,"));
        assertEquals(null, match(PATTERNS, "/at/,2.3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/caf\u00e9/7", "/caf%C3%A9/7"})
    void lettersBeyondAsciiMatchRawAndEncodedAndArePrintedEncoded(String path) {
        assertEquals("/caf%C3%A9/<id>", match(List.of("/caf\u00e9/<id>"), path));
        assertEquals("/caf%C3%A9/<id>", match(List.of("/caf%C3%A9/<id>"), path));
        assertEquals(
                "/pre-%C3%A9<x>",
                match(List.of("/pre-\u00e9<x>"), path.replace("caf", "pre-").replace("/7", "7")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b%2Fc<d>/7", "/a%20b%2Fc%3Cd%3E/7"})
    void whatIsPrintedEncodedMatchesRawAndEncoded(String path) {
        assertEquals("/a%20b%2Fc%3Cd%3E/<id>", match(List.of("/a%20b%2Fc%3Cd%3E/<id>"), path));
    }

    @Test
    void theOrderOfStatingDoesNotMatter() {
        assertEquals("/user/me", match(List.of("/user/me", "/user/<id>"), "/user/me"));
        assertEquals("/user/me", match(List.of("/user/<id>", "/user/me"), "/user/me"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user/<id>", "", "/a b", "/a<b", "/<>", "/<a>>"})
    void whatIsNoPatternIsRefusedWithAnExample(String pattern) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> new StatedPatterns(List.of(StatedPattern.ofAnyMethod(pattern))));
        assertTrue(refused.getMessage().contains("/user/<id>"), refused.getMessage());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            nullValues = "none",
            value = {
                "/files, none",
                "/files/, none",
                "/files/a, /files/<path+>",
                "/files/a/b/c, /files/<path+>",
                "/files/a/b.zip, /files/<path+>.zip",
                "/files/new, /files/new",
                "/files/7/info, /files/<id>/info",
                "/files/a/b/info, /files/<path+>/info"
            })
    void aRestTakesSegmentsThatNothingElseWants(String path, String expected) {
        List<String> patterns = List.of(
                "/files/{path+}", "/files/<path+>.zip", "/files/new", "/files/<id>/info", "/files/<path+>/info");

        assertEquals(expected, match(patterns, path));
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource({
        "GET, /user/me, /user/me",
        "HEAD, /user/me, /user/me",
        "DELETE, /user/me, /user/<id>",
        "OPTIONS, /user/me, /user/me",
        "PURGE, /user/me, /user/me",
        "PURGE, /shop/a, /shop/<name>",
        "POST, /shop/a, /shop/<name>"
    })
    void aPatternForTheMethodIsTakenBeforeOneForOthers(String method, String path, String expected) {
        List<StatedPattern> stated = List.of(
                new StatedPattern("GET", "/user/me"),
                new StatedPattern("DELETE", "/user/<id>"),
                new StatedPattern("GET", "/shop/a"),
                StatedPattern.ofAnyMethod("/shop/<name>"));

        assertEquals(expected, match(new StatedPatterns(stated), method, path));
    }

    @Test
    void findsEachOfManyLiterals() {
        List<String> many =
                IntStream.range(0, 500).mapToObj(i -> "/a/x" + 7 * i % 500).toList();

        StatedPatterns stated =
                new StatedPatterns(many.stream().map(StatedPattern::ofAnyMethod).toList());
        many.forEach(pattern -> assertEquals(pattern, match(stated, "GET", pattern)));
        assertEquals(null, match(stated, "GET", "/a/x500"));
    }

    @Test
    void aMethodIsStatedByItselfByAnyAndByItsCompanion() {
        StatedPatterns stated = new StatedPatterns(List.of(
                new StatedPattern("GET", "/user/{id}"),
                new StatedPattern("PUT", "/a"),
                StatedPattern.ofAnyMethod("/b")));

        assertTrue(stated.states("GET", "/user/<id>"));
        assertTrue(stated.states("HEAD", "/user/<id>"));
        assertTrue(stated.states("OPTIONS", "/a"));
        assertTrue(stated.states("PURGE", "/b"));
        assertFalse(stated.states("HEAD", "/a"));
        assertFalse(stated.states("POST", "/user/<id>"));
        assertFalse(stated.states("GET", "/c"));
    }

    private static String match(List<String> patterns, String path) {
        return match(
                new StatedPatterns(
                        patterns.stream().map(StatedPattern::ofAnyMethod).toList()),
                "GET",
                path);
    }

    private static String match(StatedPatterns stated, String method, String path) {
        int number = stated.match(ByteSlice.of(path), ByteSlice.of(method));
        return number == StatedPatterns.NONE ? null : stated.written(number).toString();
    }
}
