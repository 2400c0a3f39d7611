package dev.pathrank.pattern.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.pattern.Paths;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Words, documents, languages and groups of interfaces: which of them are resources and which are values. */
class InterfaceWordsTest {
    private static final String[] NAMES = {"fox", "lamp", "violin", "walnut", "quokka", "zephyr", "velvet", "thistle"};

    @Test
    void languagesAreValuesThoughTheyAreFew() {
        Paths paths = new Paths().answered("GET", "/api/v1/languages", 20).answered("GET", "/api/v1/filters", 9);
        paths.answered("GET", "/api/v1/registers/ta", 120).answered("GET", "/api/v1/registers/pt-BR", 50);
        paths.answered("GET", "/api/v1/registers/hi", 24);

        assertEquals(194L, paths.learn().get("GET /api/v1/registers/<name>"), paths.learn()::toString);
    }

    @Test
    void partsOfAnInterfaceWithShortNamesAreNoLanguages() {
        String[][] parts = {
            {"hr", "employees", "vacations", "payrolls", "contracts"},
            {"it", "devices", "licences", "tickets", "accounts"},
            {"qa", "builds", "defects", "suites", "reports"}
        };
        Paths paths = new Paths();
        for (String[] part : parts) {
            for (int i = 1; i < part.length; i++) {
                String resource = "/api/" + part[0] + "/" + part[i];
                paths.answered("GET", resource, 20).answered("POST", resource, 5);
                paths.answered("GET", resource + "/" + (400 + i), 9).answered("PUT", resource + "/" + (420 + i), 4);
            }
        }

        Map<String, Long> learned = paths.learn();

        assertEquals(48, learned.size(), learned::toString);
    }

    @Test
    void oneFormatOfManyValuesIsARepresentation() {
        Paths paths = new Paths();
        for (int i = 0; i < 24; i++) {
            String zone = "/api/timezone/" + NAMES[i % 8] + "-" + NAMES[i / 8 + 1];
            paths.answered("GET", zone, 9).answered("GET", zone + ".txt", 3);
        }

        Map<String, Long> learned = paths.learn();

        assertEquals(2, learned.size(), learned::toString);
        assertTrue(learned.keySet().stream().anyMatch(p -> p.endsWith(">.txt")), learned::toString);
    }

    @Test
    void documentsOfOneAccountStay() {
        Paths paths = new Paths();
        String account = "/2010-04-01/Accounts/AC13d62a4d178c2676b9f5ab210be33933";
        String[] records = {"AllTime", "LastMonth", "Monthly", "ThisMonth", "Yearly", "Yesterday"};
        int[] calls = {14, 9, 11, 180, 6, 11};
        for (int i = 0; i < records.length; i++) {
            paths.answered("GET", account + "/Usage/Records/" + records[i] + ".json", calls[i]);
        }
        for (String list : new String[] {"Calls", "Messages", "Queues", "IncomingPhoneNumbers", "Applications"}) {
            paths.answered("GET", account + "/" + list + ".json", 40)
                    .answered("POST", account + "/" + list + ".json", 9);
            for (int i = 10; i < 30; i++) {
                paths.answered("GET", account + "/" + list + "/CA13d62a4d178c2676b9f5ab210be339" + i + ".json", 2);
            }
        }

        Map<String, Long> learned = paths.learn();

        assertEquals(21, learned.size(), learned::toString);
    }

    @Test
    void documentsThatManyValuesHaveStay() {
        String[] parts = {"images", "variants", "options", "fields", "attachments", "categories"};
        Paths paths = new Paths();
        for (int i = 0; i < 60; i++) {
            paths.answered("GET", "/v1/products/" + (300 + 7 * i) + "/" + parts[i % 6] + ".json", 1);
        }

        Map<String, Long> learned = paths.learn();

        assertEquals(10L, learned.get("GET /v1/products/<id>/options.json"), learned::toString);
        assertEquals(6, learned.size(), learned::toString);
    }

    @Test
    void documentsOfManyValuesStayBesideNumberedOnes() {
        Paths paths = new Paths();
        for (int i = 0; i < 8; i++) {
            String channel = "/feeds/channels/" + NAMES[i] + "/shows";
            paths.answered("GET", channel + "/popular.atom", 9).answered("GET", channel + "/title.atom", 5);
            for (int page = 2; page < 9; page++) {
                paths.answered("GET", channel + "/page-" + (page + i) + ".atom", 2);
            }
        }

        Map<String, Long> learned = paths.learn();

        assertEquals(72L, learned.get("GET /feeds/channels/<name>/shows/popular.atom"), learned::toString);
        assertEquals(3, learned.size(), learned::toString);
    }

    @Test
    void resourcesOfAnInterfaceAreNoPagesOfAWikiThoughTheirNamesAreWrittenAlike() {
        String[] resources = {
            "TicketNotes",
            "TaskNotes",
            "BillingItems",
            "ContractRates",
            "CompanySites",
            "PriceLists",
            "SalesOrders",
            "ServiceCalls",
            "WorkTypes",
            "UserFields",
            "TimeEntries",
            "ZoneInformation",
            "ThresholdInformation"
        };
        Paths paths = new Paths();
        for (int i = 0; i < resources.length; i++) {
            paths.answered("GET", "/Rest/V1.0/" + resources[i], 4 + i);
            if (i < 10) {
                paths.answered("GET", "/Rest/V1.0/" + resources[i] + "/" + (1000 + 7 * i), 2);
                paths.answered("DELETE", "/Rest/V1.0/" + resources[i] + "/" + (1000 + 7 * i), 1);
            }
        }

        Map<String, Long> learned = paths.learn();

        assertEquals(16L, learned.get("GET /Rest/V1.0/ThresholdInformation"), learned::toString);
        assertEquals(15L, learned.get("GET /Rest/V1.0/ZoneInformation"), learned::toString);
    }

    @Test
    void upToTwelveWordsStayIfEachIsVeryBusy() {
        Paths paths = new Paths().answered("GET", "/api/v1/users", 30);
        for (String name : NAMES) {
            paths.answered("GET", "/api/v1/vehicles/5f7a1b2c3d4e5f6071829304/components/" + name, 300);
        }

        assertEquals(1 + NAMES.length, paths.learn().size(), paths.learn()::toString);
    }

    @Test
    void groupsWithVersionsOfTheirOwnStay() {
        Paths paths = new Paths().answered("GET", "/api/v1/nodes", 50);
        for (String group : new String[] {"storage", "node", "events", "policy"}) {
            String at = "/apis/" + group + ".k8s.io";
            paths.answered("GET", at + "/", 4).answered("GET", at + "/v1/", 5).answered("GET", at + "/v1beta1/", 3);
        }

        assertEquals(13, paths.learn().size(), paths.learn()::toString);
    }

    @Test
    void aFormatAmongCodesThatFollowsManyValuesStays() {
        Paths paths = new Paths();
        for (int i = 0; i < 120; i++) {
            String task = "/v2/classes/" + NAMES[i % 8] + i % 5 + "/assignments/" + NAMES[i / 15] + "-" + i;
            paths.answered("GET", task + "/submissions/excel", 1).answered("GET", task + "/submissions/csv", i % 2);
            String code = Integer.toString(1_679_617 + i * 7_919_003, 36);
            paths.answered("GET", task + "/submissions/" + (i % 3 == 0 ? NAMES[i % 8] + code : code), 1);
            paths.answered("PUT", task + "/submissions/" + code, 1);
        }

        Map<String, Long> learned = paths.learn();

        assertTrue(learned.keySet().stream().anyMatch(p -> p.endsWith("/submissions/excel")), learned::toString);
    }

    @Test
    void aTermBesideNumbersStaysThoughItIsCalledAsTheyAre() {
        Paths paths = new Paths();
        for (int i = 0; i < 19; i++) {
            String container = "/containers/" + (1001 + 37 * i);
            paths.answered("GET", container, 1 + i % 3).answered("GET", container + "/versions", 1);
        }
        paths.answered("GET", "/containers/published", 17).answered("GET", "/containers/published/versions", 3);
        paths.answered("GET", "/containers/path/a/b", 20).answered("POST", "/containers/hostedEntry", 14);
        paths.answered("GET", "/containers/namespace/a/published", 5).answered("POST", "/containers/registerManual", 2);

        Map<String, Long> learned = paths.learn();

        assertEquals(17L, learned.get("GET /containers/published"), learned::toString);
    }

    private static Paths numbersAndPairs() {
        Paths paths = new Paths();
        for (int i = 1; i < 40; i++) {
            paths.answered("GET", "/api/sections/" + 37 * i, 3);
            paths.answered("GET", "/api/sections/" + 37 * i + "," + i % 7, 2);
        }
        return paths;
    }

    @Test
    void pairsOfNumbersAreNoNumbers() {
        Map<String, Long> learned = numbersAndPairs().learn();

        assertEquals(
                Map.of("GET /api/sections/<id>", 117L, "GET /api/sections/<number>,<number>", 78L),
                learned,
                learned::toString);
    }

    @Test
    void manyNumbersThatFailAreNoPairs() {
        Paths paths = numbersAndPairs();
        for (int i = 1; i < 40; i++) {
            paths.failed("GET", "/api/sections/" + 41 * i, 1);
        }

        Map<String, Long> learned = paths.learn();

        assertEquals(156L, learned.get("GET /api/sections/<id>"), learned::toString);
    }

    @Test
    void listsOfAnyNumberAreOneParameter() {
        Paths paths = new Paths();
        for (int i = 1; i < 40; i++) {
            String list = i % 3 == 0 ? "" : i % 3 == 1 ? ",4" : ",4,8";
            paths.answered("GET", "/api/sections/" + 37 * i + list, 3);
        }

        assertEquals(Map.of("GET /api/sections/<id>", 117L), paths.learn());
    }

    @Test
    void twoDocumentsNamedByNumbersAreValues() {
        Paths paths = new Paths();
        for (String hook : new String[] {"2", "8"}) {
            String document = "/v1/hooks/" + hook + ".json";
            paths.answered("GET", document, 20).answered("PUT", document, 9).answered("DELETE", document, 4);
        }

        Map<String, Long> learned = paths.learn();

        assertEquals(40L, learned.get("GET /v1/hooks/<id>.json"), learned::toString);
    }

    @Test
    void resourcesNamedByAWidthAreNoCodes() {
        Paths paths = new Paths();
        for (String table : new String[] {"int32s", "int64s", "floats", "strings"}) {
            for (String name : NAMES) {
                String values = "/api/v1/tables/" + table + "/" + name;
                paths.answered("GET", values, 9).answered("POST", values, 4);
                for (int i = 0; i < 9; i++) {
                    paths.answered("GET", values + "/" + i, 3);
                }
            }
        }

        Map<String, Long> learned = paths.learn();

        assertTrue(learned.keySet().stream().anyMatch(p -> p.contains("/int32s/")), learned::toString);
        assertTrue(learned.keySet().stream().anyMatch(p -> p.contains("/int64s/")), learned::toString);
    }
}
