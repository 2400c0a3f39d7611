package dev.pathrank.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberSignsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en    | 0          | 0
            en    | 999        | 999
            en    | 1000       | 1,000
            en    | -1234567.5 | −1,234,567.5
            de    | 1234567.50 | 1.234.567,50
            pt-BR | 1234.5     | 1.234,5
            de_CH | 1234.5     | 1’234.5
            es-MX | 1234.5     | 1,234.5
            """)
    void groupsByThousands(String locale, BigDecimal number, String written) {
        assertEquals(written, NumberSigns.of(locale).orElseThrow().of(number));
    }

    @Test
    void takesTheLanguageOfAnUnknownRegion() {
        assertEquals(NumberSigns.of("de"), NumberSigns.of("de-LI"));
        assertEquals(Optional.empty(), NumberSigns.of("xx"));
    }
}
