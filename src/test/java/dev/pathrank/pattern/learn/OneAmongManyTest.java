package dev.pathrank.pattern.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.pattern.Paths;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What stays literal among many values, and what is a value though it looks like a literal. */
class OneAmongManyTest {
    private static final String[] NAMES = {"fox", "lamp", "violin", "walnut", "quokka", "zephyr", "velvet", "thistle"};

    @Test
    void aWordBesideManyIdentifiersStaysThoughTheSameFollowsIt() {
        Paths paths = new Paths();
        for (int i = 0; i < 40; i++) {
            String id = "/v1/invoices/in_" + Integer.toString(1_679_616 + i * 7919, 36) + "X" + i;
            paths.answered("GET", id, 2).answered("GET", id + "/lines", 1);
        }
        paths.answered("GET", "/v1/invoices/upcoming", 60).answered("GET", "/v1/invoices/upcoming/lines", 30);

        Map<String, Long> learned = paths.learn();

        assertEquals(60L, learned.get("GET /v1/invoices/upcoming"), learned::toString);
        assertEquals(30L, learned.get("GET /v1/invoices/upcoming/lines"), learned::toString);
        assertEquals(4, learned.size(), learned::toString);
    }

    @Test
    void aWordBesideCodesWithTheSameBeginningStays() {
        String signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        Random random = new Random(3);
        Paths paths = new Paths().answered("GET", "/orders", 160);
        for (int i = 0; i < 250; i++) {
            StringBuilder order = new StringBuilder("/orders/purcha_");
            random.ints(14, 0, signs.length()).forEach(at -> order.append(signs.charAt(at)));
            paths.answered("GET", order.toString(), 1).answered("POST", order + "/refund", 1 + i % 3);
        }
        paths.answered("GET", "/orders/thistle", 400);

        Map<String, Long> learned = paths.learn();

        assertEquals(400L, learned.get("GET /orders/thistle"), learned::toString);
        assertEquals(4, learned.size(), learned::toString);
    }

    @Test
    void aWordBesideNumberedNamesStays() {
        Paths paths = new Paths();
        for (int i = 1; i <= 9; i++) {
            paths.answered("GET", "/seasons/s" + i + "/leaderboard", 20).answered("GET", "/seasons/s" + i, 20);
        }
        paths.answered("GET", "/seasons/current/leaderboard", 20).answered("GET", "/seasons/current", 20);

        Map<String, Long> learned = paths.learn();

        assertEquals(20L, learned.get("GET /seasons/current"), learned::toString);
        assertEquals(4, learned.size(), learned::toString);
    }

    @Test
    void aWordInSmallLettersAmongCapitalsStays() {
        Paths paths = new Paths();
        for (int i = 0; i < 60; i++) {
            String symbol = "" + (char) ('A' + i % 26) + (char) ('A' + i * 7 % 26) + (char) ('A' + i / 26);
            paths.answered("GET", "/v3/reference/tickers/" + symbol, 3);
        }
        paths.answered("GET", "/v3/reference/tickers/types", 9);

        Map<String, Long> learned = paths.learn();

        assertEquals(9L, learned.get("GET /v3/reference/tickers/types"), learned::toString);
        assertEquals(2, learned.size(), learned::toString);
    }

    @Test
    void aVeryBusyWordOfInterfacesIsNoValueThoughMostWordsBesideItAre() {
        Random random = new Random(5);
        Paths paths = new Paths();
        for (int i = 0; i < 60; i++) {
            String product = "/api/products/" + NAMES[random.nextInt(8)] + NAMES[random.nextInt(8)] + NAMES[i % 8];
            paths.answered("GET", product, 1 + i % 5);
        }
        paths.answered("GET", "/api/products/latest", 60);

        Map<String, Long> learned = paths.learn();

        assertEquals(60L, learned.get("GET /api/products/latest"), learned::toString);
    }

    @Test
    void twoPagesOfAPlaceStay() {
        Paths paths = new Paths();
        paths.answered("GET", "/app/legal/privacy", 20).answered("GET", "/app/legal/terms", 14);
        paths.answered("GET", "/app/products", 30);

        assertEquals(
                Set.of("GET /app/legal/privacy", "GET /app/legal/terms", "GET /app/products"),
                paths.learn().keySet());
    }

    @Test
    void fewWordsStayThoughTheSameFollowsThem() {
        Paths paths = new Paths();
        String[] tickers = {"PRMR", "FBMB", "OM", "AX", "WIG"};
        for (int i = 0; i < tickers.length; i++) {
            for (String market : new String[] {"crypto", "forex"}) {
                String prefix = "/v2/snapshot/markets/" + market;
                paths.answered("GET", prefix + "/tickers/" + tickers[i], 40 - 8 * i);
                paths.answered("GET", prefix + "/losers", 20).answered("GET", prefix + "/gainers", 10);
            }
        }

        Map<String, Long> learned = paths.learn();

        assertEquals(100L, learned.get("GET /v2/snapshot/markets/forex/losers"), learned::toString);
        assertEquals(120L, learned.get("GET /v2/snapshot/markets/crypto/tickers/<name>"), learned::toString);
    }

    @Test
    void namesThatDifferInANumberAloneAreValuesThoughTheyAreTwo() {
        String[] services = {"closure", "webcam", "electric_charging_station", "roadworks", "warning"};
        Paths paths = new Paths();
        for (int i = 0; i < services.length; i++) {
            paths.answered("GET", "/o/roads/A0/services/" + services[i], 70 - 12 * i);
            paths.answered("GET", "/o/roads/A2/services/" + services[i], 30 - 5 * i);
            paths.answered("GET", "/o/roads/details/" + services[i] + "/" + (900 + i), 9);
        }

        Map<String, Long> learned = paths.learn();

        assertEquals(100L, learned.get("GET /o/roads/<name>/services/closure"), learned::toString);
        assertEquals(83L, learned.get("GET /o/roads/<name>/services/webcam"), learned::toString);
    }

    @Test
    void namesAtTheTopWithTheSameManyPathsBelowThemAreValues() {
        String[] pages = {"issues", "merge_requests", "pipelines", "jobs/8/raw", "releases", "branches", "wikis/home"};
        Paths paths = new Paths().answered("GET", "/help", 40).answered("GET", "/users/sign_in", 40);
        Random random = new Random(5);
        for (int call = 0; call < 1400; call++) {
            int owner = (int) (NAMES.length * Math.pow(random.nextDouble(), 2));
            String project = NAMES[(owner + random.nextInt(5)) % NAMES.length] + "-" + NAMES[random.nextInt(2)];
            int page = (int) (pages.length * Math.pow(random.nextDouble(), 1.5));
            String path = "/" + NAMES[owner] + "/" + project + "/-/" + pages[page];
            paths.answered("GET", random.nextInt(3) == 0 ? path : path + "/" + random.nextInt(900), 1);
        }

        Map<String, Long> learned = paths.learn();

        assertEquals(40L, learned.get("GET /help"), learned::toString);
        assertTrue(learned.keySet().stream().noneMatch(p -> p.contains("zephyr")), learned::toString);
        assertTrue(learned.containsKey("GET /<name>/<name>/-/issues"), learned::toString);
    }

    @Test
    void aHardwareAddressIsOneValue() {
        Paths paths = new Paths();
        for (int i = 10; i < 60; i++) {
            paths.answered("GET", "/devices/00:1A:2b:3c:4d:" + i + "/sensors", 2);
            paths.answered("GET", "/taps/00-1a-2b-3c-4d-" + i, 2).answered("GET", "/taps/list", 1);
        }

        assertEquals(
                Map.of("GET /devices/<hex>/sensors", 100L, "GET /taps/<hex>", 100L, "GET /taps/list", 50L),
                paths.learn());
    }

    @Test
    void anAddressOfVersionSixIsOneValue() {
        Paths paths = new Paths();
        for (int i = 10; i < 30; i++) {
            paths.answered("GET", "/ranges/2001:db8:7b4f:" + i + "aa::1", 1);
            paths.answered("GET", "/ranges/2001%3Adb8%3A0%3A0%3A" + i + "%3Aface%3A0%3A1", 1);
        }

        assertEquals(Map.of("GET /ranges/<hex>", 40L), paths.learn());
    }

    @Test
    void documentsNamedByLongNumbersAreValuesThoughTheyAreFew() {
        Paths paths = new Paths().answered("GET", "/u/by-external/pool/1000029.json", 9);
        paths.answered("GET", "/u/by-external/pool/1000042.json", 4).answered("GET", "/u/2.json", 4);

        assertEquals(Map.of("GET /u/by-external/pool/<id>.json", 13L, "GET /u/2.json", 4L), paths.learn());
    }

    @Test
    void ownersWithManyPathsThatOnlyTheirProjectsHaveInCommonAreValues() {
        String[] pages = {"issues", "pulls", "labels", "milestones", "hooks", "commits", "branches", "tags"};
        Random random = new Random(5);
        Paths paths = new Paths();
        for (int owner = 0; owner < 14; owner++) {
            String repository = "/repos/" + NAMES[owner % 8] + "-" + NAMES[owner / 8] + owner + "/"
                    + NAMES[(owner + 3) % 8] + "_" + NAMES[(owner * 5) % 8];
            paths.answered("POST", repository + "/generate", 3);
            for (int call = 0; owner < 3 && call < 160; call++) {
                String page = pages[random.nextInt(pages.length)];
                paths.answered("GET", repository + "/" + page, 2);
                paths.answered("GET", repository + "/" + page + "/" + (1 + random.nextInt(90)), 1);
                paths.answered("PATCH", repository + "/" + page + "/" + (1 + random.nextInt(90)), 1);
            }
        }

        Map<String, Long> learned = paths.learn();

        assertTrue(
                learned.keySet().stream().allMatch(p -> p.matches("[A-Z]+ /repos/<[a-z]+>/<[a-z]+>/.*")),
                learned::toString);
    }

    @Test
    void wordsBelowASingleMemberStay() {
        Paths paths = new Paths().answered("GET", "/1/boards/5f7a1b2c3d4e5f6071829304/cards", 90);
        String member = "/1/members/quokkazephyr";
        paths.answered("GET", member + "/tokens", 40).answered("GET", member + "/notifications", 10);
        paths.answered("POST", member + "/avatar", 30).answered("POST", member + "/boardBackgrounds", 20);
        paths.answered("PUT", member + "/initials", 6).answered("PUT", member + "/fullName", 5);

        Map<String, Long> learned = paths.learn();

        assertEquals(7, learned.size(), learned::toString);
    }

    @Test
    void whatHasParametersIsAValueWhereItIsManyThings() {
        Paths paths = new Paths();
        for (int i = 0; i < 20; i++) {
            for (String name : NAMES) {
                paths.answered("GET", "/hotels/" + name + "-" + (char) ('a' + i) + ";from=2026-01-" + (10 + i), 1);
            }
            paths.answered("GET", "/account;sid=DEADBEEF" + (10 + i), 1);
        }

        assertEquals(Map.of("GET /hotels/<name>;from=<date>", 160L, "GET /account;sid=<hex>", 20L), paths.learn());
    }

    @Test
    void filesOfParentsWithoutANameKeepTheRestOfTheirNames() {
        Paths paths = new Paths();
        for (int i = 1; i <= 300; i++) {
            String mission = "/missions/ms-" + i + "/";
            paths.answered("GET", mission + "mission-ms-" + i + ".html", 2);
            paths.answered("GET", mission + "ms-" + i + "-patch-small.gif", 1);
            paths.answered("GET", mission + "ms-" + i + "-info.html", 1);
        }

        assertEquals(3, paths.learn().size(), paths.learn()::toString);
    }

    @Test
    void aPageOfEveryArticleIsNoAttachmentOfOne() {
        Paths paths = new Paths().answered("GET", "/style.css", 300);
        for (int i = 0; i < 40; i++) {
            String article = "/2017/0" + (1 + i % 9) + "/" + NAMES[i % 8] + "-" + NAMES[i / 8] + "-of-" + i + "/";
            paths.answered("GET", article, 3).answered("GET", article + "amp/", 1);
            paths.answered(
                    "GET", article + NAMES[i * 3 % 8] + "-" + NAMES[i * 5 / 8 % 8] + (char) ('a' + i % 26) + "/", 1);
        }

        Map<String, Long> learned = paths.learn();

        assertTrue(learned.keySet().stream().anyMatch(p -> p.endsWith("/amp/")), learned::toString);
    }

    @Test
    void picturePagesOfAWikiKeepTheirKey() {
        Paths paths = new Paths();
        for (int i = 0; i < 40; i++) {
            String title = NAMES[i % 8] + "_" + NAMES[i / 8];
            paths.answered("GET", "/index.php/" + title, 2).answered("GET", "/index.php/Image:" + title + ".jpg", 1);
        }

        assertEquals(Map.of("GET /index.php/<name>", 80L, "GET /index.php/Image:<file>.jpg", 40L), paths.learn());
    }
}
