package dev.pathrank.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.log.reader.ReadRows;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowFilterTest {
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "'', 404, true",
        "404, 404, true",
        "404, 405, false",
        "000, 000, true",
        "0xx, 000, true",
        "5xx, 500, true",
        "5xx, 599, true",
        "5XX, 503, true",
        "5xx, 499, false",
        "5xx, 600, false",
        "!4xx, 404, false",
        "!4xx, 399, true",
        "!404, 403, true",
        "!404, 404, false",
        "2xx 404, 404, true",
        "2xx 404, 403, false",
        "4xx !404, 403, true",
        "4xx !404, 404, false",
        "!404 4xx, 404, false",
        "!4xx !5xx, 200, true",
        "!4xx !5xx, 500, false",
        "999, 999, true"
    })
    void takesStatuses(String specifications, String status, boolean accepted) {
        FilterOptions options = options(List.of(), List.of(), words(specifications), List.of(), List.of());

        assertEquals(accepted, accepts(options, "/a", status));
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        ", , true",
        "2017-02-12, , true",
        "2017-02-12, 2017-02-13, true",
        ", 2017-02-12, false",
        "2017-02-13, , false",
        "2017-02-12T16:00:00Z, , true",
        "2017-02-12T16:00:01Z, , false",
        "2017-02-12T16:00:00.001Z, , false",
        ", 2017-02-12T16:00:00Z, false",
        ", 2017-02-12T16:00:00.001Z, true",
        ", 2017-02-12T16:00:01Z, true",
        "2017-02-12T17:00+01:00, , true",
        "2017-02-12T16:00, , true",
        "2017-02-12T16:00:01, , false"
    })
    void countsFromTheFirstInstantUpToButNotWithTheSecond(String from, String to, boolean accepted) {
        FilterOptions options =
                new FilterOptions(instant(from), instant(to), List.of(), List.of(), List.of(), List.of(), List.of());

        assertEquals(accepted, accepts(options, "/a", "200"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "www.example.com, true",
        "WWW.Example.Com, true",
        "*.example.com, true",
        "*.com, true",
        "example.com, false",
        "*.example.org, false",
        "other.org www.example.com, true"
    })
    void takesHosts(String hosts, boolean accepted) {
        FilterOptions options = options(words(hosts), List.of(), List.of(), List.of(), List.of());

        assertEquals(accepted, accepts(options, "/a", "200"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"GET, true", "POST, false", "get, true", "POST GET, true", "GE, false"})
    void takesMethodsInEitherCase(String methods, boolean accepted) {
        FilterOptions options = options(List.of(), words(methods), List.of(), List.of(), List.of());

        assertEquals(accepted, accepts(options, "/a", "200"));
    }

    @ParameterizedTest(name = "include {0} exclude {1} on {2}: {3}")
    @CsvSource({
        "'', '', /a, true",
        "/a /b, '', /b, true",
        "/a /b, '', /c, false",
        "'', /a, /a, false",
        "'', /a, /b, true",
        "/api/**, /api/health, /api/users, true",
        "/api/**, /api/health, /api/health, false",
        "/a%20b, '', /a%2520b, true"
    })
    void takesPathsOnTheWire(String include, String exclude, String path, boolean accepted) {
        FilterOptions options = options(List.of(), List.of(), List.of(), words(include), words(exclude));

        assertEquals(accepted, accepts(options, path, "200"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "40x", "4xxx", "xxx", "!", "!!4xx", "ok", "-404", "404,405", ""})
    void namesTheFormsOfAStatus(String specification) {
        assertRefused(
                options(List.of(), List.of(), List.of(specification), List.of(), List.of()), "404", "5xx", "!4xx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.example.com", "www.example.com:443", "www.example.com/a", " ", ""})
    void namesTheFormOfAHost(String host) {
        assertRefused(options(List.of(host), List.of(), List.of(), List.of(), List.of()), "www.example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user/*", "", "?", "https://a/b"})
    void namesTheFormOfAGlob(String glob) {
        assertRefused(options(List.of(), List.of(), List.of(), List.of(glob), List.of()), "--include", "/api/**");
        assertRefused(options(List.of(), List.of(), List.of(), List.of(), List.of(glob)), "--exclude", "/api/**");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET POST", "GÉT"})
    void namesTheFormOfAMethod(String method) {
        assertRefused(options(List.of(), List.of(method), List.of(), List.of(), List.of()), "GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2017-02-30", "2017-02-12T16", "12.02.2017", "", "2017-02"})
    void namesTheFormsOfATime(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> FilterOptions.instant(text, ZoneOffset.UTC))
                .getMessage();

        assertTrue(message.contains("2017-02-01T16:00:00Z"), message);
    }

    @Test
    void refusesAWindowInWhichNothingCanLie() {
        Instant noon = Instant.parse("2017-02-12T12:00:00Z");

        assertThrows(
                IllegalArgumentException.class,
                () -> new FilterOptions(noon, noon, List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private static void assertRefused(FilterOptions options, String... named) {
        String message = assertThrows(IllegalArgumentException.class, () -> new RowFilter(options))
                .getMessage();
        for (String form : named) {
            assertTrue(message.contains(form), message);
        }
    }

    private static boolean accepts(FilterOptions options, String path, String status) {
        RowFilter filter = new RowFilter(options);
        boolean[] accepted = new boolean[1];
        RowHandler handler = new RowHandler() {
            @Override
            public void row(Row row, long line) {
                accepted[0] = filter.accepts(row);
            }

            @Override
            public void rejected(RejectReason reason, long line, ByteSlice text, Set<Integer> personal) {
                throw new AssertionError(reason);
            }
        };
        try {
            ReadRows.reader()
                    .read(
                            ReadRows.stream("#Fields: date time cs-method x-host-header cs-uri-stem sc-status\n"
                                    + "2017-02-12\t16:00:00\tGET\tWWW.example.com:80\t" + path + "\t" + status + "\n"),
                            handler);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return accepted[0];
    }

    private static FilterOptions options(
            List<String> hosts,
            List<String> methods,
            List<String> statuses,
            List<String> include,
            List<String> exclude) {
        return new FilterOptions(null, null, hosts, methods, statuses, include, exclude);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : FilterOptions.instant(text, ZoneOffset.UTC);
    }

    private static List<String> words(String text) {
        return Stream.of(text)
                .flatMap(all -> Arrays.stream(all.split(" ")))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
