package dev.pathrank.pattern.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.pattern.Paths;
import dev.pathrank.pattern.learn.features.SegmentOccurrences;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests of folders of sites that are parameter values by what is in them, and of what stays in them. */
class SiteFoldersTest {
    private static final List<String> WORDS = List.of(
            "harbour", "lantern", "meadow", "orchard", "pebble", "quarry", "ribbon", "saddle", "thicket", "willow");

    private final Random random = new Random(7);

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private String hex(int length) {
        StringBuilder hex = new StringBuilder("a");
        while (hex.length() < length) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }

    /** Adds the pages that make a host a site. */
    private static Paths site() {
        Paths paths = new Paths().answered("GET", "/", 900).answered("GET", "/style.css", 600);
        WORDS.forEach(word -> paths.answered("GET", "/images/" + word + ".gif", 80));
        return paths;
    }

    @Test
    void aKnownWordBesideValuesThatLeadToTheSameIsOneOfThem() {
        Paths paths = site();
        for (String channel : WORDS) {
            for (String quality : List.of("1080p", "720p", "480p", "360p", "audio")) {
                String stream = "/live/" + channel + "/" + quality;
                paths.answered("GET", stream + "/index.m3u8", 4);
                for (int i = 0; i < 8; i++) {
                    paths.answered("GET", stream + "/seg_" + (10_000 + random.nextInt(80_000)) + ".ts", 1);
                }
            }
        }

        Set<String> below = paths.below("/live/");

        assertEquals(2, below.size(), below::toString);
        assertTrue(below.stream().noneMatch(pattern -> pattern.contains("audio")), below::toString);
    }

    @Test
    void knownWordsThatLeadToTheSamePagesAreValues() {
        Paths paths = site();
        for (String edition : List.of("stable", "latest", "current", "next")) {
            for (String page : List.of("install", "upgrade", "license", "tutorial", "contents", "glossary", "search")) {
                paths.answered("GET", "/manual/" + edition + "/" + page + ".html", 30 + random.nextInt(4));
            }
        }

        Set<String> below = paths.below("/manual/");

        assertTrue(below.stream().allMatch(pattern -> pattern.startsWith("GET /manual/<name>/")), below::toString);
    }

    @Test
    void foldersOfAPlaceThatAllLeadToPagesAreValues() {
        Paths paths = site();
        for (String space : WORDS) {
            for (int i = 3 + random.nextInt(20); i > 0; i--) {
                paths.answered("GET", "/wiki/" + space + "/" + word() + word(), 2 + random.nextInt(12));
            }
            paths.answered("GET", "/wiki/" + space + "/start", 6);
        }
        WORDS.forEach(word -> paths.answered("GET", "/wiki/" + word() + "_" + word, 4));

        assertEquals(
                Set.of("GET /wiki/<name>", "GET /wiki/<name>/<name>", "GET /wiki/<name>/start"), paths.below("/wiki/"));
    }

    @Test
    void foldersNamedAfterTheBeginningsOfWhatIsInThemAreValues() {
        Paths paths = new Paths();
        for (String word : WORDS) {
            for (String name : List.of("lib" + word, word)) {
                String folder = name.startsWith("lib") ? name.substring(0, 4) : name.substring(0, 1);
                paths.answered("GET", "/pool/" + folder + "/" + name + "/" + name + "_1.2-3_all.deb", 9);
            }
        }

        Set<String> below = paths.below("/pool/");

        assertTrue(below.stream().allMatch(p -> p.startsWith("GET /pool/<name>/<name>/")), below::toString);
    }

    @Test
    void aMirrorIsASite() {
        Paths paths = new Paths();
        for (String word : WORDS) {
            for (int i = 0; i < 8; i++) {
                paths.answered("GET", "/pub/" + word + "-" + i + "." + random.nextInt(9) + ".tar.gz", 3);
            }
        }
        for (String word : List.of("harbour", "willow", "meadow", "saddle")) {
            paths.answered("GET", "/" + word + "/README", 4);
        }
        paths.answered().settle();
        paths.answered().root().sumSubtreeRows();

        paths.answered()
                .root()
                .children(host -> assertTrue(SegmentOccurrences.of(host).isSite()));
    }

    @Test
    void aPictureWhoseHashHasNoLetterIsOneOfThePictures() {
        Paths paths = site();
        for (int i = 0; i < 120; i++) {
            paths.answered("GET", "/static/media/" + word() + "." + hex(8) + (i % 2 == 0 ? ".png" : ".svg"), 1);
        }
        paths.answered("GET", "/static/media/harbour.92328390.svg", 1)
                .answered("GET", "/static/media/willow.89869920.png", 1);

        Set<String> below = paths.below("/static/media/");

        assertEquals(1, below.size(), below::toString);
    }

    @Test
    void aFilterOfALetterAndANumberIsNoWord() {
        Paths paths = site();
        for (int i = 0; i < 300; i++) {
            StringBuilder filters = new StringBuilder("/filter/");
            for (int more = random.nextInt(3); more >= 0; more--) {
                filters.append("bvt".charAt(random.nextInt(3)))
                        .append(1 + random.nextInt(900))
                        .append(more > 0 ? "," : "");
            }
            paths.answered("GET", filters.toString(), 1);
        }

        Set<String> below = paths.below("/filter/");

        assertEquals(1, below.size(), below::toString);
    }

    @Test
    void codesWhoseNamesWereNotKeptAreOfTheSortOfTheKeptOnes() {
        Paths paths = site();
        for (String word : WORDS) {
            for (int i = 2; i < 400; i += 1 + random.nextInt(6)) {
                paths.answered("GET", "/talk/" + word + "/fen" + i, 1);
            }
            paths.answered("GET", "/talk/" + word + "/setters", 6);
        }

        Set<String> below = paths.below("/talk/");

        assertEquals(2, below.size(), below::toString);
    }

    @Test
    void scriptsThatMostValuesHaveStay() {
        Paths paths = site();
        List<String> scripts = List.of("basic.css", "pygments.css", "jquery.js", "doctools.js");
        for (String version : List.of("1.0", "1.1", "1.2", "2.0", "2.1", "3.0", "3.1")) {
            scripts.forEach(script -> paths.answered("GET", "/docs/" + version + "/_static/" + script, 9));
            for (String word : WORDS) {
                paths.answered("GET", "/docs/" + version + "/" + word + ".html", 3);
            }
        }

        Set<String> below = paths.below("/docs/");

        scripts.forEach(script ->
                assertTrue(below.stream().anyMatch(pattern -> pattern.endsWith("/" + script)), below::toString));
    }

    @Test
    void numberedPagesOfManySortsAreEndpointsEach() {
        Paths paths = site();
        for (String sort : List.of("topic-", "forum-", "post-", "album-", "tag-")) {
            for (int i = 1; i < 40; i++) {
                paths.answered("GET", "/board/" + sort + i + ".html", 1 + random.nextInt(3));
            }
        }
        paths.answered("GET", "/board/rules.html", 20).answered("GET", "/board/members.html", 20);

        assertEquals(
                7, paths.below("/board/").size(), () -> paths.below("/board/").toString());
    }

    @Test
    void textsBesidePagesAreTheirOwnEndpointWhereMostFilesArePictures() {
        Paths paths = site();
        for (String owner : WORDS) {
            for (int i = 0; i < 8; i++) {
                String file = "/mall/" + owner + "/" + word() + i;
                paths.answered("GET", file + ".gif", 12).answered("GET", file + ".html", 3);
                paths.answered("GET", file + ".txt", 1 + i % 2).answered("GET", file + ".wav", 1);
            }
        }

        assertEquals(
                Set.of(
                        "GET /mall/<name>/<file>.gif",
                        "GET /mall/<name>/<file>.html",
                        "GET /mall/<name>/<file>.txt",
                        "GET /mall/<name>/<file>.wav"),
                paths.below("/mall/"));
    }

    @Test
    void theBusiestOfManyAccountsAtTheTopIsOneOfThem() {
        Paths paths = site();
        List<String> parts = List.of("issues", "releases", "tags", "wiki", "branches", "stars", "forks", "pulls");
        for (int i = 0; i < 60; i++) {
            String home = "/" + WORDS.get(i % 10) + WORDS.get(i / 10) + "/" + word() + word();
            paths.answered("GET", home, 4);
            for (int k = 0; k < 4; k++) {
                paths.answered("GET", home + "/" + parts.get(random.nextInt(parts.size())), 1);
            }
        }
        paths.answered("GET", "/harbour/meadow", 400);
        parts.forEach(part -> paths.answered("GET", "/harbour/meadow/" + part, 60));

        assertEquals(Set.of(), paths.below("/harbour"));
        assertTrue(
                paths.below("/<name>/").contains("GET /<name>/<name>/tags"),
                () -> paths.below("/").toString());
    }

    @Test
    void foldersThatOneOwnerEachHasAreValues() {
        Paths paths = site();
        for (int i = 0; i < 30; i++) {
            String owner = "/~" + word().substring(0, 4) + i + "/";
            paths.answered("GET", owner, 5).answered("GET", owner + word() + ".html", 3);
            if (i < 20) {
                String folder = owner + WORDS.get(i % 10) + (i < 10 ? "" : "s") + "/";
                for (int page = i < 2 ? 40 : 1 + i % 3; page > 0; page--) {
                    paths.answered("GET", folder + word() + page + ".html", i < 2 ? 30 : 2);
                }
            }
        }

        Set<String> below = paths.below("/~<name>/");

        assertTrue(
                below.stream().allMatch(pattern -> pattern.matches("GET /~<name>/(<[a-z]+>/)?(<file>.*)?")),
                below::toString);
    }

    @Test
    void titlesOfThreeWordsAreValuesWhereTheyAreFewAndBusy() {
        Paths paths = site();
        for (String title : List.of("how-to-graft-trees", "a-lamp-for-winter", "walls-of-dry-stone", "bees-in-may")) {
            paths.answered("GET", "/guides/" + title + "/", 90);
        }

        assertEquals(Set.of("GET /guides/<slug>/"), paths.below("/guides/"));
    }

    @Test
    void aTitleOfTwoWordsBesideAFewLongerOnesIsAValue() {
        Paths paths = site();
        for (String title :
                List.of("how-to-graft-trees", "a-lamp-for-winter", "walls-of-dry-stone", "bees-in-may", "dry-stone")) {
            paths.answered("GET", "/guides/" + title + "/", 6);
        }

        assertEquals(Set.of("GET /guides/<slug>/"), paths.below("/guides/"));
    }

    @Test
    void upToTwentyPagesAtTheVeryBeginningStay() {
        Paths paths = site();
        for (int i = 0; i < 10; i++) {
            paths.answered("GET", "/" + WORDS.get(i) + "_" + WORDS.get((i + 3) % 10) + ".html", 4);
        }

        assertTrue(
                paths.learn().containsKey("GET /meadow_quarry.html"),
                () -> paths.below("/").toString());
    }

    @Test
    void titlesAtTheVeryBeginningAreValuesWhereTheyAreFew() {
        Paths paths = site();
        for (int i = 0; i < 18; i++) {
            String title = WORDS.get(i % 10) + "-and-" + WORDS.get((i + i / 10 + 3) % 10) + "-walks";
            paths.answered("GET", "/" + title + ".html", 1 + i % 3);
        }

        assertTrue(
                paths.learn().containsKey("GET /<file>.html"),
                () -> paths.below("/").toString());
    }

    @Test
    void stylesWhoseNamesEndInANumberStayUnlessTheyAreASeries() {
        Paths paths = site();
        for (String name : List.of("lantern2", "meadow2", "saddle02", "saddle3", "pebble1")) {
            paths.answered("GET", "/themes/css/" + name + ".css", 3);
        }
        for (int i = 1; i < 9; i++) {
            paths.answered("GET", "/themes/js/chunk" + i + ".js", 3);
        }

        assertEquals(
                5,
                paths.below("/themes/css/").size(),
                () -> paths.below("/themes/").toString());
        assertEquals(
                1,
                paths.below("/themes/js/").size(),
                () -> paths.below("/themes/").toString());
    }

    @Test
    void versionsThatTwoPackagesHappenToHaveAreValues() {
        Paths paths = site();
        for (String name : WORDS) {
            for (int i = 0; i < 12; i++) {
                String version = "1." + random.nextInt(6) + "." + random.nextInt(30);
                paths.answered("GET", "/dist/" + name + "/" + name + "-" + version + ".tar.gz", 2);
            }
        }

        assertEquals(Set.of("GET /dist/<name>/<name>-<version>.tar.gz"), paths.below("/dist/"));
    }

    @Test
    void namesOfPackagesAreNoTextWhereTheyRepeatTheirFolder() {
        Paths paths = site();
        for (int i = 0; i < 10; i++) {
            String folder = "/dist/" + WORDS.get(i) + "/";
            paths.answered("GET", folder, 5);
            for (int minor = 0; minor < 4; minor++) {
                String file = folder + WORDS.get(i) + "-1." + (i + 10 * minor);
                paths.answered("GET", file + ".tar.gz", 2);
                if (i < 2) {
                    paths.answered("GET", file + ".tar.bz2", 2);
                }
            }
        }

        assertEquals(Set.of("GET /dist/<name>/", "GET /dist/<name>/<name>-<number>.tar.<ext>"), paths.below("/dist/"));
    }

    @Test
    void partsOfASiteBelowItsLanguageStay() {
        Paths paths = site();
        for (String part : WORDS) {
            paths.answered("GET", "/en/" + part, 5 + random.nextInt(5));
        }
        for (String part : WORDS.subList(0, 5)) {
            for (int i = 0; i < 10; i++) {
                paths.answered("GET", "/en/" + part + "/" + word() + "-" + word() + "-" + word(), 4);
            }
        }

        Set<String> below = paths.below("/en/");

        assertTrue(WORDS.stream().allMatch(part -> below.contains("GET /en/" + part)), below::toString);
    }

    @Test
    void pagesBesideBusyFoldersAreTheirOwnEndpoint() {
        Paths paths = site();
        for (String owner : WORDS) {
            for (int i = 0; i < 6; i++) {
                paths.answered("GET", "/~" + owner + "/" + word() + i + ".html", 2)
                        .answered("GET", "/~" + owner + "/" + word() + i + ".gif", 1)
                        .answered("GET", "/~" + owner + "/" + word() + i + ".txt", 1)
                        .answered("GET", "/~" + owner + "/" + word() + i + "x/" + word() + i + ".html", 40);
            }
        }

        assertTrue(
                paths.below("/~<name>/").contains("GET /~<name>/<file>.html"),
                () -> paths.below("/~").toString());
    }
}
