package dev.pathrank.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectMaskTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "",
                "2017-02-12",
                "2017-13-45",
                "16:00:59",
                "LAX1",
                "SEA19-C1",
                "1045",
                "0.100",
                "GET",
                "OPTIONS",
                "OOO",
                "RefreshHit",
                "OriginDnsError",
                "https",
                "HTTP/1.1",
                "TLSv1.2",
                "d111111abcdef8.cloudfront.net",
                "/user/42"
            })
    void keepsWhatSaysNothingOfAPerson(String cell) {
        assertEquals(cell, RejectMask.of(cell, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.10",
                "2001:db8::1",
                "::1",
                "1::23:4",
                "a=b&c=d",
                "session=x",
                "http://www.example.com/a",
                "www.example.com",
                "Mozilla/5.0",
                "{\"c-ip\":\"192.0.2.10\"}",
                "anna@example.com",
                "192.0.2.10,198.51.100.7"
            })
    void masksWhatMay(String cell) {
        assertEquals("<masked>", RejectMask.of(cell, false));
    }

    @ParameterizedTest
    @CsvSource({
        "/a?key=1, /a?<masked>",
        "/to/joe%2540example.com, /to/<email>",
        "/to/al%252540example.com, /to/<email>",
        "/to/anna@example.com, /to/<email>"
    })
    void masksWithinPaths(String cell, String masked) {
        assertEquals(masked, RejectMask.of(cell, false));
    }

    @ParameterizedTest
    @CsvSource({"/a, <masked>", "42, <masked>", "-, -", "'', ''"})
    void masksWhateverStandsInAPersonalColumn(String cell, String masked) {
        assertEquals(masked, RejectMask.of(cell, true));
    }
}
