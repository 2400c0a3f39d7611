package dev.pathrank.plan.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of what can be a route of API Gateway. */
class GatewayPathsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET      | /                       | ''
            GET      | /user/<id>              | ''
            HEAD     | /user/<id>/orders       | ''
            GET      | /files/<path+>          | ''
            GET      | /v1.0/a_b-c,d:e         | ''
            GET      | /geo/<lat>,<lon>        | a path parameter of API Gateway must be a whole segment
            GET      | /files/<file>.txt       | a path parameter of API Gateway must be a whole segment
            GET      | /api/me/$count          | API Gateway allows no $ in a path
            GET      | /api/a~b/c              | API Gateway allows no ~ in a path
            GET      | /caf%C3%A9              | API Gateway allows no % in a path
            GET      | /a/<path+>/b            | a path parameter of several segments must come last
            PROPFIND | /a                      | API Gateway does not support the method PROPFIND
            """)
    void oneEndpointByItself(String method, String pattern, String reason) {
        assertEquals(reason, GatewayPaths.reasonAgainst(method, pattern));
    }

    @Test
    void routesThatMatchTheSameRequestsAreOneTooMany() {
        GatewayPaths api = new GatewayPaths(false);

        assertEquals("", api.add("GET", "/user/<id>"));
        assertEquals("", api.add("POST", "/user/<name>"));
        assertEquals("API Gateway cannot distinguish it from GET /user/<id>", api.add("GET", "/user/<name>"));
    }

    @Test
    void aRestApiHasOneParameterAtAPlaceAndAnHttpApiMore() {
        GatewayPaths rest = new GatewayPaths(true);
        GatewayPaths http = new GatewayPaths(false);

        assertEquals("", rest.add("GET", "/files/<id>"));
        assertEquals("", http.add("GET", "/files/<id>"));
        assertEquals(
                "a REST API allows one path parameter at /files/ and has one of one segment",
                rest.add("GET", "/files/<path+>"));
        assertEquals("", http.add("GET", "/files/<path+>"));
    }
}
