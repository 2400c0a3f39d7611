package dev.pathrank.pattern.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.pattern.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The number of distinct values of placeholders, held against the truth: exact while all names are kept, and above that
 * within the standard error of docs/patterns.md, which is 1 ÷ √(k − 2) for k names kept.
 */
class DistinctCountTest {
    /** Different sets of values, from which the error is measured. */
    private static final int SETS = 60;

    @ParameterizedTest
    @CsvSource({"2", "15", "16"})
    void integersAreCountedExactlyUpToTheNamesKept(int n) {
        assertEquals(List.of((long) n), distinct(1, n, i -> "/item/" + i));
    }

    @ParameterizedTest
    @CsvSource({"100", "1000"})
    void wordsAreCountedExactlyUpToAThousand(int n) {
        assertEquals(List.of((long) n), distinct(1, n, i -> "/tag/" + word(i)));
    }

    @ParameterizedTest
    @CsvSource({"17, 16", "60, 16", "800, 16", "10000, 16"})
    void integersAreWithinTheStandardError(int n, int kept) {
        assertWithin(n, kept, 0, i -> "/item/" + i);
    }

    @ParameterizedTest
    @CsvSource({"9, 8", "50, 8", "5000, 8"})
    void uuidsAreWithinTheStandardError(int n, int kept) {
        assertWithin(n, kept, 0, i -> "/item/" + uuid(i));
    }

    @ParameterizedTest
    @CsvSource({"200, 8", "5000, 8"})
    void integersBelowAPlaceholderAreWithinTheStandardError(int n, int kept) {
        assertWithin(n, kept, 1, i -> "/user/" + i % 97 + "/order/" + i);
    }

    @ParameterizedTest
    @Tag("slow")
    @CsvSource({"200, 4", "3000, 4"})
    void integersBelowTwoPlaceholdersAreWithinTheStandardError(int n, int kept) {
        assertWithin(n, kept, 2, i -> "/user/" + i % 13 + "/order/" + i % 29 + "/line/" + i);
    }

    @Test
    void valuesThatOccurBelowManyOthersCountOnce() {
        assertEquals(
                List.of(5L, 3L),
                distinct(0, 15, i -> "/user/" + (i % 5 + 1) + "/month/" + (i / 5 + 1)),
                "five users with the same three months");
    }

    @ParameterizedTest
    @Tag("slow")
    @CsvSource({"3, 1.2", "12, 1.7", "40, 3"})
    void partsOfASegmentAreCountedEachForItself(int widths, double factor) {
        int n = 4000;
        List<Double> off = new ArrayList<>();
        for (int set = 0; set < SETS; set++) {
            SplittableRandom random = new SplittableRandom(set);
            List<Long> counts =
                    distinct(set, n, i -> "/thumb/" + hex(i) + "_" + (100 + random.nextInt(widths)) + "x90.jpg");
            assertEquals(1, counts.get(2), counts::toString);
            off.add(Math.exp(Math.abs(Math.log(counts.get(1) / (double) widths))));
        }
        Collections.sort(off);
        double usual = off.get(2 * SETS / 3);
        assertTrue(usual <= factor, "in two of three cases widths are off by up to the factor " + usual);
    }

    @Test
    void aPartThatTellsSegmentsApartHasAsManyValues() {
        List<Long> counts = distinct(0, 3000, i -> "/thumb/" + hex(i) + "_120x90.jpg");
        assertEquals(List.of(1L, 1L), counts.subList(1, 3));
        assertTrue(counts.get(0) > 1000 && counts.get(0) < 9000, counts::toString);
    }

    /** Whether the error over many sets of {@code n} values is the standard error for {@code kept} names. */
    private static void assertWithin(int n, int kept, int placeholder, Function<Integer, String> path) {
        double standard = 1 / Math.sqrt(kept - 2);
        double sum = 0;
        int within = 0;
        int withinTwice = 0;
        for (int set = 0; set < SETS; set++) {
            double error = distinct(set, n, path).get(placeholder) / (double) n - 1;
            sum += error;
            within += Math.abs(error) <= standard ? 1 : 0;
            withinTwice += Math.abs(error) <= 2 * standard ? 1 : 0;
        }
        String words = String.format(
                Locale.ROOT, "%d values: within %d and %d of %d, bias %.3f", n, within, withinTwice, SETS, sum / SETS);
        assertTrue(within >= 0.58 * SETS && withinTwice >= 0.9 * SETS, words);
        assertTrue(Math.abs(sum / SETS) <= 3 * standard / Math.sqrt(SETS), words);
    }

    /** Returns the distinct values of each placeholder of the one pattern of {@code n} paths, each called twice. */
    private static List<Long> distinct(int set, int n, Function<Integer, String> path) {
        Paths paths = new Paths();
        for (int i = 0; i < n; i++) {
            paths.answered("GET", path.apply(set * 1_000_003 + i), 2);
        }
        paths.answered().settle();
        paths.failedTree().settle();
        List<List<Long>> found = new ArrayList<>();
        PatternLearner.learn(paths.answered(), paths.failedTree(), LearningMode.PATTERNS, true)
                .forEach(learned -> found.add(learned.explanation().distinct()));
        assertEquals(1, found.size(), "one pattern");
        return found.get(0);
    }

    private static String uuid(int i) {
        SplittableRandom random = new SplittableRandom(i);
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static String hex(int i) {
        return String.format(Locale.ROOT, "%016x", new SplittableRandom(i).nextLong() | 0xa000000000000001L);
    }

    private static String word(int i) {
        SplittableRandom random = new SplittableRandom(i);
        StringBuilder word = new StringBuilder();
        for (int k = 0; k < 4; k++) {
            word.append("bdfgklmnprstv".charAt(random.nextInt(13))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }
}
