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

    private static void assertRows(int expected, Paths paths, String beginning) {
        Set<String> below = paths.below(beginning);
        assertEquals(expected, below.size(), below::toString);
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
                paths.below("/wiki/"));
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

        assertEquals(Set.of("GET /tour/pictures/<file>"), paths.below("/tour/"));
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
        paths.below("/git/").forEach(pattern -> actions.add(pattern.split("/")[3]));
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

        assertRows(1, paths, "/gnu/");
    }

    @Test
    void pagesTextsSoundsAndPicturesSideBySideAreOneEach() {
        Paths paths = site();
        for (int i = 0; i < 400; i++) {
            String folder = "/pub/" + WORDS[i % 20] + WORDS[i % 3] + "/";
            paths.answered("GET", folder, 3).answered("GET", folder + word() + i + ".html", 4);
            paths.answered("GET", folder + word() + i + (i % 7 == 0 ? ".jpg" : ".gif"), 6);
            paths.answered("GET", folder + word() + i + ".txt", 1).answered("GET", folder + word() + i + ".mid", 1);
        }

        assertEquals(
                Set.of(
                        "GET /pub/<name>/",
                        "GET /pub/<name>/<file>.html",
                        "GET /pub/<name>/<file>",
                        "GET /pub/<name>/<file>.txt",
                        "GET /pub/<name>/<file>.mid"),
                paths.below("/pub/"));
    }

    @Test
    void aFewPagesAmongUploadsOfEveryFormatDoNotPartThem() {
        Paths paths = site();
        String[] endings = {".docx", ".zip", ".json", ".mp4", ".html", ".txt", ".pdf", ".csv", ".xml"};
        for (int i = 0; i < 270; i++) {
            paths.answered("GET", "/upload/" + WORDS[i % 20] + "/" + word() + word() + i + endings[i % 9], 2);
        }

        assertEquals(Set.of("GET /upload/<name>/<file>"), paths.below("/upload/"));
    }

    @Test
    void archivesOfSeveralFormatsAreOneAndTheirSignaturesAnother() {
        Paths paths = site();
        String[] formats = {".tar.gz", ".tar.gz", ".tar.bz2", ".zip"};
        for (int i = 0; i < 120; i++) {
            String name = WORDS[i % WORDS.length] + "-" + i % 3 + "." + i % 11;
            String folder = "/ftp/" + WORDS[i % WORDS.length] + "/";
            paths.answered("GET", folder, 2).answered("GET", folder + name + formats[i % 4], 4);
            paths.answered("GET", folder + name + ".tar.gz.sig", 1);
        }

        assertEquals(
                Set.of(
                        "GET /ftp/<name>/",
                        "GET /ftp/<name>/<name>-<number>.<ext>",
                        "GET /ftp/<name>/<file>.tar.gz.sig"),
                paths.below("/ftp/"));
    }

    @Test
    void sourcesOfSeveralLanguagesAreOne() {
        Paths paths = site();
        String[] endings = {".c", ".h", ".py", ".java"};
        for (int i = 0; i < 160; i++) {
            paths.answered("GET", "/browser/trunk/" + word() + i + endings[i % 4], 3);
        }

        assertRows(1, paths, "/browser/");
    }

    @Test
    void indexesBesideNumberedMessagesOfEachMonthStay() {
        Paths paths = site();
        for (int i = 0; i < 60; i++) {
            String month = "/archive/" + WORDS[i % 10] + "/" + (1998 + i % 9) + "-0" + (1 + i % 9) + "/";
            paths.answered("GET", month + "index.html", 3).answered("GET", month + "threads.html", 2);
            for (int k = 0; k < 8; k++) {
                paths.answered("GET", month + "msg000" + (10 + random.nextInt(80)) + ".html", 1);
            }
        }

        Set<String> learned = paths.below("/archive/");

        assertEquals(3, learned.size(), learned::toString);
        assertTrue(learned.stream().anyMatch(pattern -> pattern.endsWith("/index.html")), learned::toString);
        assertTrue(learned.stream().anyMatch(pattern -> pattern.endsWith("/threads.html")), learned::toString);
    }

    @Test
    void foldersAtTheTopThatLeadToOtherThingsEachStay() {
        Paths paths = site();
        Set<String> sections = new TreeSet<>();
        for (int i = 0; i < 9; i++) {
            String section = "/" + WORDS[i].substring(0, 4) + "/";
            sections.add("GET " + section);
            paths.answered("GET", section, 40).answered("GET", "/" + WORDS[10 + i] + ".html", 30);
            for (int k = 0; k < 12; k++) {
                String name = WORDS[(3 * i + k) % 20] + i;
                paths.answered("GET", section + name + ".html", 5).answered("GET", section + name + k + ".gif", 4);
            }
        }
        for (int i = 0; i < 30; i++) {
            paths.answered("GET", "/~" + WORDS[i % 20] + i + "/", 4)
                    .answered("GET", "/~" + WORDS[i % 20] + i + "/" + word() + ".html", 4);
        }

        Set<String> learned = paths.below("/");
        learned.retainAll(sections);

        assertEquals(sections, learned);
    }

    @Test
    void twoPicturesOfAFolderAreOnePlaceholderAndFivePagesStay() {
        Paths paths = site().answered("GET", "/badges/small.png", 50).answered("GET", "/badges/large.png", 70);
        for (String picture : new String[] {"feed.png", "parent.png", "logo_mini.png", "folder.gif"}) {
            paths.answered("GET", "/chrome/common/" + picture, 30);
        }
        for (String page : new String[] {"login", "register", "help", "search", "imprint"}) {
            paths.answered("GET", "/board/" + page + ".html", 60);
        }

        assertEquals(Set.of("GET /badges/<file>.png"), paths.below("/badges/"));
        assertEquals(Set.of("GET /chrome/common/<file>"), paths.below("/chrome/"));
        assertRows(5, paths, "/board/");
    }

    @Test
    void sixPagesOfAFolderAreOnePlaceholderWhateverTheirNames() {
        Paths paths = site().answered("GET", "/help/index.html", 200);
        for (String page : new String[] {"login", "search", "account", "orders", "payments", "settings", "users"}) {
            paths.answered("GET", "/help/" + page + ".html", 60);
        }

        assertEquals(Set.of("GET /help/index.html", "GET /help/<file>.html"), paths.below("/help/"));
    }

    @Test
    void theOnlyPageWithANumberForANameIsLikeTheOthers() {
        Paths paths = site().answered("GET", "/notes/417.html", 2);
        for (int i = 0; i < 20; i++) {
            paths.answered("GET", "/notes/" + word() + "-" + word() + "-" + WORDS[i] + ".html", 2);
        }

        assertEquals(Set.of("GET /notes/<file>.html"), paths.below("/notes/"));
    }

    @Test
    void aHostIsAWikiForRequestsThatFailIfItIsForOthers() {
        Paths paths = new Paths().answered("GET", "/", 50);
        for (int i = 0; i < 240; i++) {
            paths.answered("GET", "/wiki/bin/view/Main/" + capital(word()) + capital(word()), 1 + random.nextInt(4));
        }
        for (String page : new String[] {"WebHome", "GraniteQuarry", "IvoryBeacon", "QuarryFAQ"}) {
            paths.failed("GET", "/wiki/bin/edit/Main/" + page, 1, 401);
        }

        assertEquals(Set.of("GET /wiki/bin/edit/Main/<name>"), paths.below("/wiki/bin/edit/"));
    }

    @Test
    void pagesInNameSpacesThatColonsPartAreOnePlaceholder() {
        Paths paths = site();
        for (int i = 0; i < 200; i++) {
            String outer = i % 2 == 0 ? "trips" : WORDS[i % 6];
            paths.answered("GET", "/notes/" + outer + ":" + word() + (i % 3 == 0 ? ":" + word() : ""), 2);
            paths.answered("GET", "/notes/" + word() + "_" + word(), 1);
        }

        assertEquals(Set.of("GET /notes/<name>"), paths.below("/notes/"));
    }

    @Test
    void aNumberThatWasNotFoundBelongsToTheTemplateOfNumbers() {
        Paths paths = site();
        for (int i = 0; i < 60; i++) {
            paths.answered("GET", "/archives/" + (1000 + 7 * i) + ".html", 3);
            paths.answered("GET", "/archives/" + word() + "_" + word() + "_" + word() + ".html", 2);
        }
        paths.failed("GET", "/archives/2999.html", 5);

        assertEquals(
                185L,
                paths.learn().get("GET /archives/<id>.html"),
                () -> paths.below("/archives/").toString());
    }

    @Test
    void aPictureThatWasNotFoundBelongsToThePicturesOfOtherFormats() {
        Paths paths = site();
        for (int i = 0; i < 30; i++) {
            paths.answered("GET", "/albums/summer/" + word() + "-" + word() + (i % 2 == 0 ? ".png" : ".jpg"), 3);
        }
        paths.failed("GET", "/albums/summer/lamp-fern.gif", 2);

        assertEquals(Set.of("GET /albums/summer/<file>"), paths.below("/albums/"));
    }

    @Test
    void documentsOfSeveralFormatsAreOne() {
        Paths paths = site();
        String[] endings = {".pdf", ".ppt", ".odp"};
        for (int i = 0; i < 45; i++) {
            paths.answered("GET", "/talks/" + word() + "-" + word() + "-" + word() + endings[i % 3], 3);
        }

        assertRows(1, paths, "/talks/");
    }

    @Test
    void volumesThatFollowManyValuesAreNoResources() {
        Paths paths = site();
        for (int i = 0; i < 120; i++) {
            String issue = "/newsletter/" + WORDS[i % 20].substring(0, 3) + (93 + i % 7) + "/";
            paths.answered("GET", issue + word() + word() + i + ".html", 4)
                    .answered("GET", issue + "vol" + (9 + random.nextInt(5)) + ".ps.Z", 2);
        }

        assertRows(2, paths, "/newsletter/");
    }

    @Test
    void albumsNamedByAWordAndAYearAreLikeTheOthers() {
        Paths paths = site();
        String[] albums = {"Visible2011", "Iceland2009", "Harbour2012", "Rome2010"};
        for (int i = 0; i < 900; i++) {
            String folder = "/images/" + WORDS[i % 4] + "/";
            String album = i % 12 < 4 ? albums[i % 4] : WORDS[4 + random.nextInt(11)];
            paths.answered("GET", folder + album + "/thumbs/thumb_" + word() + "_" + i % 40 + ".jpg", 1);
        }

        Set<String> learned = paths.below("/images/");
        for (String album : albums) {
            assertTrue(learned.stream().noneMatch(pattern -> pattern.contains(album)), learned::toString);
        }
    }
}
