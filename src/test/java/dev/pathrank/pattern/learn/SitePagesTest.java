package dev.pathrank.pattern.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.pattern.Paths;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Tests of pages, pictures and files of sites: which of them are one placeholder, and which words stay. */
class SitePagesTest {
    private static final String[] WORDS = {
        "harbour", "lantern", "meadow", "orchard", "pebble", "quarry", "ribbon", "saddle", "thicket", "willow",
        "anchor", "beacon", "cinder", "drummer", "ember", "fiddle", "granite", "hammock", "ivory", "juniper"
    };

    private final Random random = new Random(7);

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private String hex(int length) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < length; i++) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }

    /** Adds the pages that make a host a site. */
    private Paths site() {
        Paths paths = new Paths().answered("GET", "/", 900).answered("GET", "/style.css", 600);
        for (String word : WORDS) {
            paths.answered("GET", "/images/" + word + ".gif", 40);
        }
        return paths;
    }

    private static Set<String> below(Paths paths, String beginning) {
        Set<String> below = new TreeSet<>();
        paths.learn().keySet().forEach(pattern -> {
            if (pattern.contains(" " + beginning)) {
                below.add(pattern);
            }
        });
        return below;
    }

    @Test
    void pagesOfAWikiBehindAScriptAreOnePlaceholderEvenWhereTheyFail() {
        Paths paths = new Paths().answered("GET", "/", 50);
        for (int i = 0; i < 240; i++) {
            String page = capital(word()) + capital(word());
            paths.answered("GET", "/wiki/bin/view/Main/" + page, 1 + random.nextInt(4));
            paths.failed("GET", "/wiki/bin/edit/Main/" + page, 1, 401);
        }
        for (String page : new String[] {"WebHome", "WebChanges", "GraniteQuarry", "IvoryBeacon"}) {
            paths.answered("GET", "/wiki/bin/view/Sandbox/" + page, 3);
            paths.failed("GET", "/wiki/bin/edit/Sandbox/" + page, 1, 401);
        }

        assertEquals(
                Set.of(
                        "GET /wiki/bin/view/Main/<name>",
                        "GET /wiki/bin/view/Sandbox/<name>",
                        "GET /wiki/bin/edit/Main/<name>",
                        "GET /wiki/bin/edit/Sandbox/<name>"),
                below(paths, "/wiki/"));
    }

    @Test
    void picturesOfAFolderAreOnePlaceholderWhateverTheirNames() {
        Paths paths = site();
        for (int i = 0; i < 12; i++) {
            paths.answered("GET", "/tour/pictures/KSC-95EC-" + (300 + 7 * i) + ".jpg", 3)
                    .answered("GET", "/tour/pictures/" + (80 + i) + "p" + (101 + 13 * i) + ".gif", 3)
                    .answered("GET", "/tour/pictures/index" + i + ".gif", 3);
        }
        paths.answered("GET", "/tour/pictures/logo.gif", 9);

        assertEquals(Set.of("GET /tour/pictures/<file>"), below(paths, "/tour/"));
    }

    @Test
    void actionsBehindRepositoriesStay() {
        Paths paths = site();
        for (String repository : WORDS) {
            for (String action : new String[] {"commit", "tree", "log", "commitdiff"}) {
                for (int i = 0; i < 6; i++) {
                    paths.answered("GET", "/git/" + repository + ".git/" + action + "/" + hex(40), 1);
                }
            }
        }

        Set<String> actions = new TreeSet<>();
        below(paths, "/git/").forEach(pattern -> actions.add(pattern.split("/")[3]));
        assertEquals(Set.of("commit", "tree", "log", "commitdiff"), actions);
    }

    @Test
    void numberedPagesOfManyPostsAreNoAttachments() {
        Paths paths = site();
        for (int i = 0; i < 80; i++) {
            String post = "/" + (2006 + i % 7) + "/0" + (1 + i % 9) + "/" + word() + "-" + word() + "-" + word() + "/";
            paths.answered("GET", post, 8)
                    .answered("GET", post + word() + "-" + word() + "-" + i % 7 + word() + "/", 2);
            paths.answered("GET", post + "comment-page-" + (1 + i % 4) + "/", 2);
        }

        Map<String, Long> learned = paths.learn();

        assertTrue(
                learned.keySet().stream()
                        .anyMatch(pattern ->
                                pattern.endsWith("/comment-page-<id>") || pattern.endsWith("/comment-page-<id>/")),
                learned::toString);
    }

    @Test
    void versionsOfTwoNumbersAndOfThreeAreOnePlaceholder() {
        Paths paths = site();
        for (int i = 0; i < 60; i++) {
            String name = WORDS[i % WORDS.length];
            String version = i % 3 + "." + i % 11 + (i % 2 == 0 ? "" : "." + i % 7);
            paths.answered("GET", "/gnu/" + name + "/" + name + "-" + version + ".tar.gz", 3);
        }

        assertEquals(
                1, below(paths, "/gnu/").size(), () -> below(paths, "/gnu/").toString());
    }
}
