package dev.pathrank.pattern.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.pattern.Paths;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Few words that are called again and again stay apart; many words, rare words and words beside ids do not. */
class FewLiteralsTest {
    private static final String[] CHARTS = {"daily", "weekly", "monthly", "yearly", "hourly"};

    private static Paths charts(int words, int calls) {
        Paths paths = new Paths().answered("GET", "/api/v1/users", 30);
        for (int i = 0; i < words; i++) {
            paths.answered("GET", "/api/v1/rank/" + CHARTS[i], calls + i);
        }
        return paths;
    }

    @Test
    void twoToFiveBusyWordsAreRowsOfTheirOwn() {
        for (int words = 2; words <= CHARTS.length; words++) {
            Map<String, Long> learned = charts(words, 600).learn();
            for (int i = 0; i < words; i++) {
                assertEquals(600L + i, learned.get("GET /api/v1/rank/" + CHARTS[i]), learned::toString);
            }
        }
    }

    @Test
    void wordsThatInterfacesUseStayFromFiftyCallsOn() {
        Set<String> learned = charts(3, 50).learn().keySet();
        assertEquals(
                Set.of(
                        "GET /api/v1/users",
                        "GET /api/v1/rank/daily",
                        "GET /api/v1/rank/weekly",
                        "GET /api/v1/rank/monthly"),
                learned);
    }

    @Test
    void namesOfNoInterfaceNeedThreeHundredCalls() {
        Paths paths = new Paths().answered("GET", "/api/v1/users", 30);
        for (String name : new String[] {"velvet", "quokka", "zephyr", "walnut"}) {
            paths.answered("GET", "/api/v1/rank/" + name, 300);
        }
        assertEquals(5, paths.learn().size());
    }

    @Test
    void busyWordsBelowManyValuesStayWhateverFollowsThem() {
        Paths paths = new Paths();
        for (int i = 0; i < 30; i++) {
            for (String kind : new String[] {"style", "variable", "component"}) {
                paths.answered("GET", "/v1/libraries/" + (900 + i) + "/" + kind + "/usages", 2);
                paths.answered("GET", "/v1/libraries/" + (900 + i) + "/" + kind + "/actions", 1);
            }
        }
        assertEquals(6, paths.learn().size(), paths.learn()::toString);
    }

    @Test
    void documentsThatFollowSeveralValuesEachStay() {
        Paths paths = new Paths();
        for (int i = 0; i < 45; i++) {
            String tag = "/api/v2/resources/tags/" + (1000 + 37 * i);
            for (String name : new String[] {"syndicate", "media", "related"}) {
                for (String format : new String[] {"json", "xml", "csv"}) {
                    paths.answered("GET", tag + "/" + name + "." + format, 1 + (45 - i) * name.length() / 90);
                }
            }
        }
        assertEquals(9, paths.learn().size(), paths.learn()::toString);
    }

    @Test
    void wordsBesideIdsOrWithWritesFollowTheOtherRules() {
        Paths paths = new Paths();
        for (int i = 0; i < 40; i++) {
            paths.answered("GET", "/api/teams/" + (500 + i), 20).answered("POST", "/api/teams/" + (500 + i), 2);
        }
        paths.answered("GET", "/api/teams/quokka", 400).answered("POST", "/api/teams/quokka", 30);
        assertEquals(
                Set.of("GET /api/teams/<id>", "POST /api/teams/<id>"),
                paths.learn().keySet());
    }
}
