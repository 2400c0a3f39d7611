package dev.pathrank.pattern.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.pattern.Paths;
import dev.pathrank.pattern.tree.TreeLimits;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PatternLearnerTest {
    private static final String[] FIRST = {"red", "blue", "quick", "slow", "old", "new", "small", "grand"};
    private static final String[] SECOND = {"fox", "lamp", "river", "stone", "tower", "violin", "bread", "cloud"};

    @Test
    void foldsIntegersUuidsAndHex() {
        Paths paths = new Paths();
        for (int i = 0; i < 40; i++) {
            paths.answered("GET", "/user/" + i, 2);
            paths.answered("GET", "/order/" + new UUID(i, -i), 1);
            paths.answered("GET", "/blob/" + Integer.toHexString(0xABCD0000 + i) + "0f", 1);
        }
        assertEquals(Map.of("GET /user/<id>", 80L, "GET /order/<uuid>", 40L, "GET /blob/<hex>", 40L), paths.learn());
    }

    @Test
    void keepsAWordBesideFoldedIntegers() {
        Paths paths = new Paths();
        for (int i = 0; i < 1000; i++) {
            paths.answered("GET", "/user/" + i, 1);
            paths.answered("GET", "/user/" + i + "/orders", 1);
        }
        paths.answered("GET", "/user/me", 50);
        assertEquals(
                Map.of("GET /user/<id>", 1000L, "GET /user/<id>/orders", 1000L, "GET /user/me", 50L), paths.learn());
    }

    @Test
    void keepsAReservedWordBesideFoldedNames() {
        Paths paths = new Paths();
        for (String first : FIRST) {
            for (String second : SECOND) {
                paths.answered("GET", "/u/" + first + second, 1);
                paths.answered("GET", "/u/" + first + second + "/photos", 1);
            }
        }
        paths.answered("GET", "/u/me", 9).answered("GET", "/u/me/settings", 4);
        assertEquals(
                Map.of("GET /u/<name>", 64L, "GET /u/<name>/photos", 64L, "GET /u/me", 9L, "GET /u/me/settings", 4L),
                paths.learn());
    }

    @Test
    void keepsAWordThatSharesNothingWithTheNamesBesideIt() {
        Paths paths = new Paths();
        for (String first : FIRST) {
            for (String second : SECOND) {
                String zone = "/dns/zones/" + first + "-" + second + "-zone";
                paths.answered("GET", zone, 3).answered("PUT", zone, 1).answered("GET", zone + "/records", 2);
            }
        }
        paths.answered("POST", "/dns/zones/slow-river-check", 30).answered("POST", "/dns/zones/dns-sec-check", 40);
        Map<String, Long> learned = paths.learn();
        assertEquals(30L, learned.get("POST /dns/zones/slow-river-check"), learned::toString);
        assertEquals(40L, learned.get("POST /dns/zones/dns-sec-check"), learned::toString);
        assertEquals(192L, learned.get("GET /dns/zones/<slug>"), learned::toString);
    }

    @Test
    void whatStandsAroundAValueStaysInThePattern() {
        Paths paths = new Paths();
        for (int i = 0; i < 60; i++) {
            paths.answered("GET", "/items/key=" + (1000 + i), 1);
            paths.answered("GET", "/items/" + (5000 + i), 1);
            paths.answered("POST", "/items/" + (5000 + i) + ":start", 1);
        }
        paths.failed("GET", "/items/key=999", 2);
        assertEquals(
                Map.of("GET /items/key=<id>", 62L, "GET /items/<id>", 60L, "POST /items/<id>:start", 60L),
                paths.learn());
    }

    @Test
    void siblingWordsWithFewValuesStay() {
        Paths paths = new Paths();
        for (String word : SECOND) {
            paths.answered("GET", "/" + word, 10);
        }
        assertEquals(SECOND.length, paths.learn().size());
    }

    @Test
    void versionsStayLiteral() {
        Paths paths = new Paths();
        for (int i = 0; i < 100; i++) {
            paths.answered("GET", "/v1/user/" + i, 1);
            paths.answered("GET", "/v2/user/" + i, 1);
            paths.answered("GET", "/2010-04-01/accounts/" + i, 1);
        }
        assertEquals(
                Map.of("GET /v1/user/<id>", 100L, "GET /v2/user/<id>", 100L, "GET /2010-04-01/accounts/<id>", 100L),
                paths.learn());
    }

    @Test
    void foldsManyAlikeSlugs() {
        Paths paths = new Paths();
        for (String first : FIRST) {
            for (String second : SECOND) {
                paths.answered("GET", "/articles/the-" + first + "-" + second, 1);
            }
        }
        assertEquals(Map.of("GET /articles/<slug>", 64L), paths.learn());
    }

    @Test
    void theSameResourcesUnderEveryIdAreOneEndpoint() {
        Paths paths = new Paths();
        for (int user = 0; user < 60; user++) {
            paths.answered("GET", "/user/" + user + "/orders/" + (900 + user), 1);
            paths.answered("DELETE", "/user/" + user + "/orders/" + (900 + user), 1);
        }
        assertEquals(Map.of("GET /user/<id>/orders/<id>", 60L, "DELETE /user/<id>/orders/<id>", 60L), paths.learn());
    }

    @Test
    void failuresAreLaidOnTheEndpointThatARouterWouldFind() {
        Paths paths = new Paths();
        for (int i = 0; i < 20; i++) {
            paths.answered("GET", "/user/" + i, 1);
        }
        paths.answered("GET", "/user/me", 1);
        paths.failed("GET", "/user/999999", 3);
        paths.failed("GET", "/user/me", 2);
        paths.failed("DELETE", "/user/7", 1);
        assertEquals(Map.of("GET /user/<id>", 23L, "GET /user/me", 3L, "DELETE /user/<id>", 1L), paths.learn());
    }

    @Test
    void scannersDoNotPushLiteralsIntoPlaceholders() {
        Paths paths = new Paths();
        paths.answered("GET", "/login", 5);
        paths.answered("GET", "/search", 5);
        for (int i = 0; i < 5000; i++) {
            paths.failed("GET", "/junk" + Integer.toString(i * 7919, 36), 1);
        }
        Map<String, Long> learned = paths.learn();
        assertEquals(5L, learned.get("GET /login"));
        assertEquals(5L, learned.get("GET /search"));
        assertEquals(5010L, learned.values().stream().mapToLong(Long::longValue).sum());
        assertTrue(learned.size() < 300, "junk has " + learned.size() + " patterns");
    }

    @Test
    void secretsAreNeverLiterals() {
        Paths paths = new Paths();
        paths.answered("GET", "/reset/kJ8s7dHf6Ak29sLq0PzX", 1);
        paths.answered("GET", "/mail/ann@example.com", 1);
        paths.answered("GET", "/static/jquery-ui-1.12.1.custom.min.js", 1);
        assertEquals(
                Map.of(
                        "GET /reset/<token>", 1L,
                        "GET /mail/<email>", 1L,
                        "GET /static/jquery-ui-<version>.custom.min.js", 1L),
                paths.learn());
    }

    @Test
    void whatIsDeeperThanTheTreeLooksIsARest() {
        Paths paths = new Paths(new TreeLimits(64L << 20, 3, 0));
        paths.answered("GET", "/a/b/c/d/e", 2).answered("GET", "/a/b/c", 1).answered("GET", "/a/b/c/", 1);
        assertEquals(Map.of("GET /a/b/c/<path>", 3L, "GET /a/b/c", 1L), paths.learn());
    }

    @Test
    void millionsOfJunkPathsStayInBounds() {
        TreeLimits limits = new TreeLimits(1L << 20, 24, 0);
        Paths paths = new Paths(limits);
        String padding = "y".repeat(500);
        for (int i = 0; i < 50_000; i++) {
            String junk = Integer.toString(i * 7919, 36);
            paths.answered("GET", "/q" + junk.replaceAll("[0-9]", "z") + "/" + junk + "/" + padding + junk, 1);
        }
        assertTrue(
                paths.answered().weight() <= limits.weight(),
                "weighs " + paths.answered().weight());
        assertEquals(
                50_000L,
                paths.learn().values().stream().mapToLong(Long::longValue).sum());
    }
}
