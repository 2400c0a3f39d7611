package dev.pathrank.pattern.stated.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write into the columns of a table of routes. */
class RouteFactsTest {
    @ParameterizedTest(name = "\"{0}\" is yes: {1}")
    @CsvSource({
        "yes, true",
        "x, true",
        "ja, true",
        "はい, true",
        "예, true",
        "no, false",
        "N/A, false",
        "Nein, false",
        "いいえ, false",
        "아니오, false",
        "아니요, false",
        "' ', false"
    })
    void aNoOfAnyLanguageOfTheTeamLetsARouteMove(String cell, boolean yes) {
        RouteFacts facts = RouteFacts.of(Map.of("never", cell, "sensitive", cell));
        assertEquals(yes, facts.never());
        assertEquals(yes, facts.sensitive());
    }
}
