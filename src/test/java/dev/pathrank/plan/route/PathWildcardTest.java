package dev.pathrank.plan.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparison with a regular expression, over all short patterns and paths. */
class PathWildcardTest {
    private static final int LONGEST_PATTERN = 3;
    private static final int LONGEST_PATH = 6;

    private static List<String> texts(String signs, int longest) {
        List<String> all = new ArrayList<>(List.of(""));
        int from = 0;
        for (int length = 1; length <= longest; length++) {
            int to = all.size();
            for (String shorter : List.copyOf(all.subList(from, to))) {
                signs.chars().forEach(sign -> all.add(shorter + (char) sign));
            }
            from = to;
        }
        return all;
    }

    private static boolean takes(PathWildcard wildcard, String path) {
        return path.matches(wildcard.text().replace("?", ".").replace("*", ".*"));
    }

    @Test
    void whatIsTakenWhollyByAnotherComesBeforeIt() {
        List<PathWildcard> wildcards = texts("a/*?", LONGEST_PATTERN).stream()
                .filter(text -> !text.contains("**"))
                .map(PathWildcard::new)
                .toList();
        List<String> paths = texts("a/", LONGEST_PATH);
        int contained = 0;
        for (PathWildcard wide : wildcards) {
            for (PathWildcard narrow : wildcards) {
                assertEquals(
                        paths.stream().anyMatch(path -> takes(wide, path) && takes(narrow, path)),
                        wide.overlaps(narrow),
                        () -> wide + " and " + narrow);
                if (wide.contains(narrow) && !wide.equals(narrow)) {
                    contained++;
                    assertTrue(
                            paths.stream().filter(path -> takes(narrow, path)).allMatch(path -> takes(wide, path)),
                            () -> wide + " and " + narrow);
                    assertTrue(
                            PathWildcard.MOST_SPECIFIC_FIRST.compare(narrow, wide) < 0, () -> wide + " and " + narrow);
                }
            }
        }
        assertTrue(contained > 100, "too few to tell");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/ | /",
                "/user/<id> | /user/*",
                "/user/<id>/orders/<id> | /user/*/orders/*",
                "/files/<path+> | /files/*",
                "/at/<number>,<number> | /at/*?*",
                "/x/<a><b>.json | /x/*.json",
                "/caf%C3%A9 | /caf?C3?A9",
                "/*/a | /?/a"
            })
    void theNarrowestThatCloudFrontKnows(String pattern, String wildcard) {
        assertEquals(wildcard, PathWildcard.of(pattern).text());
        assertTrue(PathWildcard.of("/<path+>").contains(PathWildcard.of(pattern)));
    }
}
