package dev.pathrank.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Percent-encoded letters for people who read. */
class EncodedLettersTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /%EC%83%81%ED%92%88/<id>     | /상품/<id>
            /stra%C3%9Fe                 | /straße
            /a%2Fb%3C%C3%9F              | /a%2Fb%3Cß
            /%BB%F3%C7%B0/<id>           | /%BB%F3%C7%B0/<id>
            /%BB%F3%C7%B0/%EC%83%81      | /%BB%F3%C7%B0/상
            /%EC%83%81%ED%92             | /상%ED%92
            """)
    void showsLettersOfUtf8AndLeavesOtherEncodings(String printed, String shown) {
        assertEquals(shown, EncodedLetters.shown(printed));
    }
}
