package dev.pathrank.pattern.stated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.text.ByteSlice;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of the query as a part of the path. */
class QueryKeysTest {
    private final QueryKeys keys = new QueryKeys(List.of("module", "action"));

    private String target(String path, String query) {
        return keys.of(ByteSlice.of(path), ByteSlice.of(query)).toString();
    }

    @ParameterizedTest(name = "{0}?{1} -> {2}")
    @CsvSource({
        "/api.php, action=list, /api.php/?action=/list",
        "/api.php, a=1&action=list&b=2, /api.php/?action=/list",
        "/, action=list, /?action=/list",
        "/api.php, action=list&module=user, /api.php/?module=/user/?action=/list",
        "/api.php, action=first&action=second, /api.php/?action=/first",
        "/api.php, action=&action=second, /api.php/?action=",
        "/api.php, action, /api.php/?action=",
        "/api.php, action=, /api.php/?action=",
        "/api.php, action=site/login, /api.php/?action=/site/login",
        "/api.php, action=site%2Flogin, /api.php/?action=/site/login",
        "/api.php, action=site%2flogin, /api.php/?action=/site/login",
        "/api.php, action=a?b, /api.php/?action=/a%3Fb",
        "/api.php, action=a%3Fb, /api.php/?action=/a%3Fb",
        "/api.php, action=a%26b, /api.php/?action=/a%26b",
        "/api.php, action=a=b, /api.php/?action=/a=b",
        "/api.php, %61ction=list, /api.php/?action=/list",
        "/api.php, %61%63%74%69%6F%6E=list, /api.php/?action=/list",
        "/api.php, &&action=list&&, /api.php/?action=/list",
    })
    void addsTheFirstValueOfEachKeyInTheOrderOfTheKeys(String path, String query, String expected) {
        assertEquals(expected, target(path, query));
    }

    @ParameterizedTest(name = "?{0}")
    @ValueSource(
            strings = {
                "",
                "-",
                "&",
                "=",
                "x=action",
                "actions=list",
                "Action=list",
                "act=ion",
                "a=1&amp;action=list",
                "a=1;action=list",
                "%61ctio=n",
                "action%=x",
                "action%3Dlist",
                "%",
                "%6",
                "&=&=",
                "action[]=list"
            })
    void leavesAPathWithoutAKeyAsItIs(String query) {
        ByteSlice path = ByteSlice.of("/api.php");

        assertSame(path, keys.of(path, ByteSlice.of(query)));
    }

    @Test
    void takesAQueryOfManyKilobytes() {
        String value = "v/".repeat(4096);

        assertEquals("/api.php/?action=/" + value, target("/api.php", "x=1&".repeat(2048) + "action=" + value));
        assertEquals("/api.php", target("/api.php", "x=1&".repeat(2048)));
        assertEquals("/a/?module=/" + "%3F".repeat(8192), target("/a", "module=" + "?".repeat(8192)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "a&b", "a b", "?a", "a/b", "%61", "größe", "<a>"})
    void refusesWhatIsNoKey(String key) {
        assertThrows(IllegalArgumentException.class, () -> QueryKeys.require(List.of(key)));
    }

    @Test
    void refusesAKeyTwiceAndTooManyKeys() {
        assertThrows(IllegalArgumentException.class, () -> QueryKeys.require(List.of("a", "b", "a")));
        List<String> many = IntStream.range(0, 17).mapToObj(i -> "k" + i).toList();
        assertThrows(IllegalArgumentException.class, () -> QueryKeys.require(many));
    }

    @Test
    void refusesStatedKeysThatAreNotGivenOrInAnotherOrder() {
        QueryKeys.requireKnown("/a?module=user&action=list", List.of("module", "action"));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> QueryKeys.requireKnown("/a?action=list", List.of("module")))
                .getMessage()
                .contains("add --query-key action"));
        assertThrows(
                IllegalArgumentException.class,
                () -> QueryKeys.requireKnown("/a?action=list&module=user", List.of("module", "action")));
    }
}
