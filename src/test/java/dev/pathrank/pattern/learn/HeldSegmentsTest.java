package dev.pathrank.pattern.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.pattern.Paths;
import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.Sibling;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words that may be values, but are not worth a placeholder. */
class HeldSegmentsTest {
    private static final String[] NAMES = {"fox", "lamp", "violin", "walnut", "quokka", "zephyr", "velvet", "thistle"};

    /**
     * The number of the last of eight words that are doubtful as values; one is more likely a value than the others.
     */
    private static int doubtful(int values, double highest, boolean site) {
        Paths paths = new Paths();
        for (String name : NAMES) {
            paths.answered("GET", "/" + name, 9);
        }
        PatternPrefix<Paths.Count> prefix =
                PatternPrefix.host(paths.answered().root().children().get(0));
        List<Sibling<Paths.Count>> siblings = prefix.siblings(node -> true);
        double[] p = new double[siblings.size()];
        for (int i = siblings.size() - values; i < siblings.size(); i++) {
            p[i] = i == siblings.size() - 1 ? highest : 0.7;
        }
        return new HeldSegments<>(prefix, siblings, site)
                .doubtful(siblings.subList(siblings.size() - values, siblings.size()), p)
                .size();
    }

    @Test
    void threeWordsBesideAsManyAreNotWorthAPlaceholderUnlessOneIsVeryLikelyAValue() {
        assertEquals(3, doubtful(3, 0.8, false));
        assertEquals(0, doubtful(3, 0.95, false));
        assertEquals(3, doubtful(3, 0.8, true));
    }

    @Test
    void ofMoreWordsOfAnInterfaceThoseAreNotThatAreUnlikely() {
        assertEquals(5, doubtful(5, 0.8, false));
        assertEquals(4, doubtful(5, 0.95, false));
        assertEquals(0, doubtful(6, 0.8, false));
        assertEquals(0, doubtful(5, 0.8, true));
    }
}
