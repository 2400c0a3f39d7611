package dev.pathrank.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.tally.Endpoint;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoints that somebody has moved, as people write them. */
class MovedEndpointsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /straße/<id>",
                "get /stra%C3%9Fe/{number}",
                "1 GET /stra%c3%9fe/:id 2026-11-04",
                "2;GET;/straße/<number>"
            })
    void findsAnEndpointWhoseLettersAreRawOrEncoded(String line) {
        MovedEndpoints moved = MovedEndpoints.read("moved.txt", line + "\nPOST /주문\n");
        Endpoint street = new Endpoint("", "GET", "/stra%C3%9Fe/<id>", 1, false, false);

        assertTrue(moved.contains(street));
        assertEquals(List.of("POST /주문"), moved.without(List.of(street)), "as it was written");
    }
}
