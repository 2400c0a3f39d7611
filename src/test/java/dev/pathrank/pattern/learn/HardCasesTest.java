package dev.pathrank.pattern.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.pattern.Paths;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Segments that are more than one value, or a value with something around it, and the traffic of sites. */
class HardCasesTest {
    private static final String[] WORDS = {"fox", "lamp", "river", "stone", "tower", "violin", "bread", "cloud"};

    @Test
    void yearMonthAndDayInARowAreThreeVariables() {
        Paths paths = new Paths();
        for (int i = 0; i < 60; i++) {
            paths.answered(
                    "GET", String.format(Locale.ROOT, "/log/%d/%02d/%02d/", 2012 + i % 6, 1 + i % 12, 1 + i % 28), 1);
            paths.answered("GET", String.format(Locale.ROOT, "/log/%d/%02d", 2012 + i % 6, 1 + i % 12), 1);
        }
        assertEquals(Map.of("GET /log/<year>/<month>/<day>/", 60L, "GET /log/<year>/<month>", 60L), paths.learn());
    }

    @Test
    void aDayMonthOrYearMayHaveAnEscapedDigit() {
        Paths paths = new Paths();
        for (int i = 0; i < 60; i++) {
            paths.answered(
                    "GET", String.format(Locale.ROOT, "/log/%d/%02d/%02d", 2012 + i % 6, 1 + i % 12, 1 + i % 28), 1);
        }
        for (String odd : new String[] {"2%3014/05/07", "2014/0%35/07", "2014/%312/07", "2014/05/0%37"}) {
            paths.answered("GET", "/log/" + odd, 1);
        }
        assertEquals(Map.of("GET /log/<year>/<month>/<day>", 64L), paths.learn());
    }

    @Test
    void numbersThatAreNoDatesAreIds() {
        Paths paths = new Paths();
        for (int i = 0; i < 60; i++) {
            paths.answered("GET", "/user/" + (1990 + i) + "/orders/" + i, 1);
        }
        assertEquals(Map.of("GET /user/<id>/orders/<id>", 60L), paths.learn());
    }

    @Test
    void aSizeBeforeAVerbIsNoNumber() {
        Paths paths = new Paths();
        for (int i = 10; i < 40; i++) {
            paths.answered("GET", "/scans/" + i + "x28:start", 1);
        }
        assertEquals(30L, paths.learn().values().stream().mapToLong(n -> n).sum());
    }

    @Test
    void coordinatesAreTwoVariablesInOneSegment() {
        Paths paths = new Paths();
        for (int i = 0; i < 40; i++) {
            paths.answered("GET", "/near/37." + (10 + i) + ",126." + (90 - i), 1);
        }
        assertEquals(Map.of("GET /near/<lat>,<lon>", 40L), paths.learn());
    }

    @Test
    void aListOfIdsIsOneVariableAndSoIsAListBesideSingleIds() {
        Paths paths = new Paths();
        for (int i = 0; i < 40; i++) {
            paths.answered("GET", "/lists/" + i + "," + (i + 7), 1);
            paths.answered("GET", "/items/" + i, 1).answered("GET", "/items/" + i + "," + (i + 7) + ",3", 1);
        }
        assertEquals(Map.of("GET /lists/<ids>", 40L, "GET /items/<id>", 80L), paths.learn());
    }

    @Test
    void aRangeKeepsItsPoints() {
        Paths paths = new Paths();
        for (int i = 0; i < 40; i++) {
            paths.answered("GET", "/compare/v1." + i + "...v2." + i, 1);
            paths.answered("GET", "/blocks/" + i + ".." + (i + 9), 1);
        }
        assertEquals(Map.of("GET /blocks/<from>..<to>", 40L, "GET /compare/<id>", 40L), paths.learn());
    }

    @Test
    void aMatrixParameterKeepsItsKey() {
        Paths paths = new Paths();
        paths.answered("GET", "/users;role=admin/list", 9).answered("GET", "/users;role=guest/list", 4);
        paths.answered("GET", "/users/list", 5);
        assertEquals(Map.of("GET /users;role=<name>/list", 13L, "GET /users/list", 5L), paths.learn());
    }

    @Test
    void aHomeKeepsItsSign() {
        Paths paths = new Paths();
        for (String word : WORDS) {
            paths.answered("GET", "/@" + word, 2).answered("GET", "/~" + word + "/cv.html", 3);
            paths.answered("GET", "/" + word, 4);
        }
        Map<String, Long> learned = paths.learn();
        assertEquals(16L, learned.get("GET /@<name>"));
        assertEquals(24L, learned.get("GET /~<name>/cv.html"));
        assertEquals(4L, learned.get("GET /fox"));
    }

    @Test
    void wordsOfOtherScriptsAreNamesAndShownWhereTheyStayLiteral() {
        Paths paths = new Paths();
        for (int i = 0; i < 20; i++) {
            paths.answered("GET", "/brand/" + encoded("바다정원편지" + (char) ('가' + i)), 1);
        }
        String one = encoded("회사소개페이지안내");
        paths.answered("GET", "/about/" + one, 3);
        assertEquals(Map.of("GET /brand/<name>", 20L, "GET /about/" + one, 3L), paths.learn());
    }

    @Test
    void secretsBesideEscapesStaySecret() {
        byte[] text = (encoded("열쇠") + "kJ8s7dHf6Ak29sLq0PzXw3").getBytes(StandardCharsets.US_ASCII);
        assertEquals(Shape.TOKEN, SegmentKind.shape(SegmentKind.of(text)));
        assertTrue(SegmentKind.isSecret(text));
    }

    @Test
    void builtFilesKeepWhatStandsAroundTheirHash() {
        Paths paths = new Paths();
        for (int i = 0; i < 30; i++) {
            String hash = Integer.toHexString(0xA1B2C300 + i * 7);
            paths.answered("GET", "/main." + hash + ".hot-update.js", 1);
            paths.answered("GET", "/main." + hash + ".hot-update.json", 1);
            paths.answered("GET", "/static/" + i % 5 + "." + hash + ".chunk.js", 1);
        }
        paths.answered("GET", "/logo192.png", 9).answered("GET", "/favicon.ico", 9);
        assertEquals(
                Map.of(
                        "GET /main.<hex>.hot-update.js", 30L,
                        "GET /main.<hex>.hot-update.json", 30L,
                        "GET /static/<number>.<hex>.chunk.js", 30L,
                        "GET /logo192.png", 9L,
                        "GET /favicon.ico", 9L),
                paths.learn());
    }

    @Test
    void filesNamedAfterTheValueAboveThemKeepTheRestOfTheirNames() {
        Paths paths = new Paths();
        for (int i = 30; i < 70; i++) {
            paths.answered("GET", "/voyages/ms-" + i + "/voyage-ms-" + i + ".html", 2);
            paths.answered("GET", "/voyages/ms-" + i + "/ms-" + i + "-patch-small.gif", 1);
            paths.answered("GET", "/voyages/ms-" + i + "/movies.html", 1);
        }
        Map<String, Long> learned = paths.learn();
        assertEquals(Set.of(80L, 40L), Set.copyOf(learned.values()), learned.toString());
        assertEquals(3, learned.size(), learned.toString());
        assertTrue(learned.keySet().stream().anyMatch(p -> p.matches("GET /voyages/<\\w+>/voyage-<\\w+>.html")));
        assertTrue(learned.keySet().stream().anyMatch(p -> p.matches("GET /voyages/<\\w+>/<\\w+>-patch-small.gif")));
    }

    @Test
    void filesThatManyValuesHaveBesideTheOneNamedAfterThemStay() {
        Paths paths = new Paths();
        for (int i = 1; i <= 40; i++) {
            String unit = "/tours/tour-" + i;
            paths.answered("GET", unit + "/tour-" + i + ".html", 3).answered("GET", unit + "/crew.html", 2);
        }
        assertEquals(80L, paths.learn().get("GET /tours/<slug>/crew.html"), paths.learn()::toString);
        assertEquals(2, paths.learn().size());
    }

    @Test
    void picturesOfOneFolderAreOneVariableWhateverTheirFormat() {
        Paths paths = new Paths();
        for (int i = 0; i < 60; i++) {
            paths.answered("GET", "/images/" + WORDS[i % 8] + i + (i % 2 == 0 ? ".gif" : ".jpg"), 1);
        }
        assertEquals(Map.of("GET /images/<file>", 60L), paths.learn());
    }

    @Test
    void pagesOfAWikiAreValuesAndWhatIsDoneWithThemIsNot() {
        Paths paths = new Paths();
        for (String first : WORDS) {
            for (String second : WORDS) {
                String page = capital(first) + capital(second);
                for (String action : new String[] {"view", "edit", "rdiff"}) {
                    paths.answered("GET", "/wiki/bin/" + action + "/Main/" + page, 1);
                }
            }
        }
        assertEquals(
                Map.of(
                        "GET /wiki/bin/view/Main/<name>", 64L,
                        "GET /wiki/bin/edit/Main/<name>", 64L,
                        "GET /wiki/bin/rdiff/Main/<name>", 64L),
                paths.learn());
    }

    @Test
    void hundredsOfActionsStayLiteral() {
        Paths paths = new Paths();
        String[] things = {"users", "orders", "channels", "files", "teams", "roles", "pages", "rules", "jobs", "items"};
        String[] verbs = {"list", "get", "create", "update", "delete", "archive", "invite", "join", "leave", "search"};
        for (String thing : things) {
            for (String verb : verbs) {
                paths.answered("POST", "/api/" + thing + "." + verb, 40);
            }
        }
        assertEquals(100, paths.learn().size());
    }

    @Test
    void junkThatIsAnsweredTakesNoFilesOfTheSiteWithIt() {
        Paths paths = new Paths();
        for (int i = 0; i < 40; i++) {
            paths.answered("GET", "/" + Integer.toString(46_656 + i * 7919, 36) + ".php", 1);
        }
        paths.answered("GET", "/index.php", 90)
                .answered("GET", "/robots.txt", 9)
                .answered("GET", "/logo.png", 30);
        Map<String, Long> learned = paths.learn();
        assertEquals(90L, learned.get("GET /index.php"), learned.toString());
        assertEquals(9L, learned.get("GET /robots.txt"), learned.toString());
        assertEquals(30L, learned.get("GET /logo.png"), learned.toString());
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
