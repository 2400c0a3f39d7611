package dev.pathrank.pattern.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.pattern.Paths;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Trailing slashes, doubled slashes and letter case are spellings of one endpoint, which are kept with their calls. */
class SpellingTest {
    @Test
    void aTrailingSlashIsASpelling() {
        Paths paths = new Paths().answered("GET", "/users", 90).answered("GET", "/users/", 4);
        assertEquals(Map.of("GET /users", List.of("/users 90", "/users/ 4")), paths.spellings());
    }

    @Test
    void theSpellingWithMostCallsNamesTheEndpointWhicheverItIs() {
        Paths paths = new Paths()
                .answered("GET", "/blog", 2)
                .answered("GET", "/blog/", 70)
                .answered("POST", "/blog", 5);
        assertEquals(
                Map.of("GET /blog/", List.of("/blog/ 70", "/blog 2"), "POST /blog", List.of("/blog 5")),
                paths.spellings());
    }

    @Test
    void whatIsAlwaysCalledWithATrailingSlashKeepsIt() {
        Paths paths = new Paths();
        for (int i = 0; i < 30; i++) {
            paths.answered("GET", "/item/" + i + "/", 1);
        }
        assertEquals(Map.of("GET /item/<id>/", List.of("/item/<id>/ 30")), paths.spellings());
    }

    @Test
    void aDoubledSlashIsASpellingWhereverItStands() {
        Paths paths = new Paths();
        for (int i = 0; i < 30; i++) {
            paths.answered("GET", "/user/" + i + "/orders", 2);
        }
        paths.answered("GET", "//user/7/orders", 3).answered("GET", "/user//8/orders//", 1);
        assertEquals(
                Map.of(
                        "GET /user/<id>/orders",
                        List.of("/user/<id>/orders 60", "//user/<id>/orders 3", "/user//<id>/orders// 1")),
                paths.spellings());
    }

    @Test
    void theRootIsAPathAndOneMoreSlashASpellingOfIt() {
        Paths paths = new Paths().answered("GET", "/", 3).answered("GET", "//", 1);
        assertEquals(Map.of("GET /", List.of("/ 3", "// 1")), paths.spellings());
    }

    @Test
    void aLiteralInOtherLettersIsASpelling() {
        Paths paths = new Paths();
        for (int i = 0; i < 40; i++) {
            paths.answered("GET", "/Users/" + i, 1);
            paths.answered("GET", "/users/" + i + "/orders", 1);
        }
        paths.answered("GET", "/users/3", 2).answered("GET", "/USERS/4/Orders", 1);
        assertEquals(
                Map.of(
                        "GET /Users/<id>",
                        List.of("/Users/<id> 40", "/users/<id> 2"),
                        "GET /users/<id>/orders",
                        List.of("/users/<id>/orders 40", "/USERS/<id>/Orders 1")),
                paths.spellings());
    }

    @Test
    void aNeedlessEscapeIsASpelling() {
        Paths paths = new Paths().answered("GET", "/~ann/cv", 9).answered("GET", "/%7Eann/cv", 2);
        assertEquals(Map.of("GET /~ann/cv", List.of("/~ann/cv 9", "/%7Eann/cv 2")), paths.spellings());
    }

    @Test
    void wordsThatDifferInLettersAndInWhatFollowsStayApart() {
        Paths paths = new Paths();
        for (int i = 0; i < 40; i++) {
            paths.answered("POST", "/Query/" + i + "/run", 1);
            paths.answered("GET", "/query/history/" + i, 1);
        }
        assertEquals(Map.of("POST /Query/<id>/run", 40L, "GET /query/history/<id>", 40L), paths.learn());
    }

    @Test
    void valuesOfAVariableAreNoSpellings() {
        Paths paths = new Paths();
        for (int i = 0; i < 200; i++) {
            String code = Integer.toString(46_656 + i * 7919, 36);
            paths.answered("GET", "/s/" + code, 1).answered("GET", "/s/" + code.toUpperCase(java.util.Locale.ROOT), 1);
        }
        assertEquals(List.of(400L), List.copyOf(paths.learn().values()));
        assertEquals(1, paths.spellings().values().iterator().next().size());
    }

    @Test
    void errorsOfACarelessSpellingBelongToTheEndpointItMeans() {
        Paths paths = new Paths();
        for (int i = 0; i < 40; i++) {
            paths.answered("GET", "/users/" + i, 1);
        }
        paths.answered("GET", "/users", 9);
        paths.failed("GET", "/users/", 50).failed("GET", "/Users//7", 2).failed("GET", "/USERS", 1);
        assertEquals(
                Map.of(
                        "GET /users",
                        List.of("/users 9", "/users/ 50", "/USERS 1"),
                        "GET /users/<id>",
                        List.of("/users/<id> 40", "/Users//<id> 2")),
                paths.spellings());
    }
}
