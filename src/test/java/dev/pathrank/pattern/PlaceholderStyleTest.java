package dev.pathrank.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns as other programs write them. */
class PlaceholderStyleTest {
    @ParameterizedTest(name = "{0} -> {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/                        | /                                  | /",
                "/user/<id>               | /user/{id}                         | /user/:id",
                "/users/<id>/orders/<id>  | /users/{user_id}/orders/{order_id} | /users/:user_id/orders/:order_id",
                "/users/<id>/orders/<slug>| /users/{id}/orders/{slug}          | /users/:id/orders/:slug",
                "/a/<id>/<id>             | /a/{a_id}/{a_id_2}                 | /a/:a_id/:a_id_2",
                "/map/<id>.json           | /map/{id}.json                     | /map/:id.json",
                "/files/<path+>           | /files/{path+}                     | /files/*path",
                "/a/{b}/:c                | /a/%7Bb%7D/:c                      | /a/{b}/%3Ac"
            })
    void areWrittenSoThatNoNameComesTwice(String pattern, String brace, String colon) {
        assertEquals(pattern, PlaceholderStyle.ANGLE.of(pattern));
        assertEquals(brace, PlaceholderStyle.BRACE.of(pattern));
        assertEquals(colon, PlaceholderStyle.COLON.of(pattern));
    }
}
