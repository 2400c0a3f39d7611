package dev.pathrank.pattern.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.pattern.Paths;
import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.Sibling;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words that are values because most of many words beside them are. */
class SiblingAgreementTest {
    /** The probability of the first word, which follows the others only where they are very many. */
    private static final double FIRST = 0.12;

    /** The number of values among some words of which all but two are values; the last may be called more often. */
    private static long values(int words, double ofLast, int callsOfLast) {
        Paths paths = new Paths();
        for (int i = 0; i < words; i++) {
            String name = "/" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + "lamp";
            paths.answered("GET", name, i == words - 1 ? callsOfLast : 5);
        }
        paths.answered().root().sumSubtreeRows();
        List<Sibling<Paths.Count>> siblings =
                PatternPrefix.host(paths.answered().root().children().get(0)).siblings(node -> true);
        double[] p = new double[words];
        Arrays.fill(p, 0.8);
        p[0] = FIRST;
        p[words - 1] = ofLast;
        return Arrays.stream(SiblingAgreement.followMany(siblings, p, 0.6))
                .filter(each -> each >= 0.6)
                .count();
    }

    @Test
    void aWordFollowsMostOfManyWords() {
        assertEquals(13, values(14, 0.35, 9));
        assertEquals(9, values(11, 0.35, 9), "the words are not many");
    }

    @Test
    void noLikelyLiteralAndNoBusyWordDoes() {
        assertEquals(12, values(14, 0.25, 9));
        assertEquals(12, values(14, 0.35, 50));
    }

    @Test
    void hardlyAnyOfVeryManyWordsIsNoValueUnlessItIsBusier() {
        assertEquals(48, values(48, 0.15, 10));
        assertEquals(47, values(48, 0.05, 10));
        assertEquals(47, values(48, 0.15, 11));
    }
}
