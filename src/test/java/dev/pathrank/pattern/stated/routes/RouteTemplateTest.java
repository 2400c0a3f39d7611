package dev.pathrank.pattern.stated.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTemplateTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvFileSource(resources = "/spec/path-spelling.txt", delimiter = '|', quoteCharacter = '\0')
    void readsTheSpellingOfEveryFramework(String written, String patterns) {
        assertEquals(Set.of(patterns.split(" ")), Set.copyOf(RouteTemplate.patterns(written)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user/{id", "/user/<id", "/user(/:id", "^user/(?P<id>\\d+/$"})
    void saysWhichBracketIsNotClosed(String path) {
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> RouteTemplate.patterns(path));
        assertTrue(wrong.getMessage().contains(" without "), wrong.getMessage());
    }

    @Test
    void refusesMorePatternsThanAnybodyMeans() {
        assertThrows(IllegalArgumentException.class, () -> RouteTemplate.patterns("(/a)(/b)(/c)(/d)(/e)(/f)(/g)"));
    }

    @Test
    void listsWithoutTheOptionalPartFirst() {
        assertEquals(List.of("/user", "/user/<id>"), RouteTemplate.patterns("/user/{id?}"));
    }
}
