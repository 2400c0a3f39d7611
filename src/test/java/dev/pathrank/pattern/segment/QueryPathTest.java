package dev.pathrank.pattern.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two forms of a path with keys of its query. */
class QueryPathTest {
    @ParameterizedTest(name = "{0} is {1} in the tree")
    @CsvSource({
        "/api.php?action=list, /api.php/?action=/list",
        "/api.php?action=<name>, /api.php/?action=/<name>",
        "/?action=list, /?action=/list",
        "/?action=, /?action=",
        "/a?x=1&y=2, /a/?x=/1/?y=/2",
        "/a?x=&y=, /a/?x=/?y=",
        "/index.php?r=site/login, /index.php/?r=/site/login",
        "/index.php?r=/site, /index.php/?r=//site",
        "/index.php/?r=site, /index.php//?r=/site",
        "//?r=site, ///?r=/site",
        "/a?x=b=c, /a/?x=/b=c",
        "/plain/path, /plain/path",
        "/, /"
    })
    void writesAKeyAsASegmentAndItsValueAsFurtherSegments(String printed, String segments) {
        assertEquals(segments, QueryPath.segments(printed));
        assertEquals(printed, QueryPath.printed(segments));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a?", "/a?x", "/a?=x", "/a?x=1&", "/a?x=1&y", "/a?x=1?y=2", "/user/:id?"})
    void refusesAQueryWithoutKeyAndValue(String printed) {
        assertThrows(IllegalArgumentException.class, () -> QueryPath.segments(printed));
    }

    @Test
    void tellsPathAndKeysOfAPattern() {
        assertEquals("/a/<id>", QueryPath.path("/a/<id>?x=<name>&y=b/c"));
        assertEquals(List.of("x", "y"), QueryPath.keys("/a/<id>?x=<name>&y=b/c"));
        assertEquals(List.of(), QueryPath.keys("/a/<id>"));
    }
}
