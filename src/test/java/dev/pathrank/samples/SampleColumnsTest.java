package dev.pathrank.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleColumnsTest {
    private static final Viewer VIEWER = new Viewer("192.0.2.1", "FRA50", "Mozilla/5.0 (X11)", "HTTP/1.1");
    private static final SampleAnswer SLOW = new SampleAnswer(200, "Miss", "Miss", 12_345, 6, 1320, 1000, "text/html");
    private static final Exchange EXCHANGE =
            new Exchange(1_486_915_200, VIEWER, "GET", "/a%20b", "", "", SLOW, "idEXAMPLE==");

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/a%20b       | /a%2520b",
                "/caf%C3%A9   | /caf%25C3%25A9",
                "/café        | /caf%C3%A9",
                "a=[1]&b=~'+@ | a=%5B1%5D&b=%7E%27+@",
            })
    void escapesOnceAsCloudFrontDoes(String onTheWire, String logged) {
        StringBuilder cell = new StringBuilder();
        SampleColumns.escape(cell, onTheWire);
        assertEquals(logged, cell.toString());
    }

    @Test
    void escapesTheSpacesOfAUserAgentTwiceIn2017() {
        assertEquals("Mozilla/5.0%2520(X11)", cell(SampleColumns.COLUMNS_24, 10));
        assertEquals("Mozilla/5.0%20(X11)", cell(SampleColumns.COLUMNS_33, 10));
    }

    @Test
    void writesInstantsAndSecondsAsCloudFrontDoes() {
        assertEquals("2017-02-12", cell(SampleColumns.COLUMNS_33, 0));
        assertEquals("16:00:00", cell(SampleColumns.COLUMNS_33, 1));
        assertEquals("12.345", cell(SampleColumns.COLUMNS_33, 18));
        assertEquals("0.006", cell(SampleColumns.COLUMNS_33, 27));
    }

    private static String cell(SampleColumns format, int column) {
        StringBuilder row = new StringBuilder();
        format.append(row, EXCHANGE);
        return row.toString().split("\t", -1)[column];
    }
}
