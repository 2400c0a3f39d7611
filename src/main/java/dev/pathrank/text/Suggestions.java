package dev.pathrank.text;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finder of the word that was meant, by edit distance. Picocli compares pairs of letters, which one slip can change
 * completely in a short word: it finds {@code patterns} nearest to {@code rnak}.
 */
public final class Suggestions {
    /** Letters of a word for which one slip is forgiven. */
    private static final int LETTERS_PER_SLIP = 3;

    private Suggestions() {}

    /**
     * Returns the words that differ least from {@code typed} and are near enough to be meant; first those of the same
     * letters, as nobody who types {@code tpo} for {@code top} means {@code to}.
     */
    public static List<String> nearest(String typed, List<String> words) {
        String name = name(typed);
        int forgiven = Math.min(2, name.length() / LETTERS_PER_SLIP);
        int least =
                words.stream().mapToInt(word -> slips(name, name(word))).min().orElse(Integer.MAX_VALUE);
        return words.stream()
                .filter(word -> least <= forgiven && slips(name, name(word)) == least)
                .sorted(Comparator.comparing(
                                (String word) -> !letters(name(word)).equals(letters(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static String name(String option) {
        return option.replaceFirst("^-+", "").replaceFirst("=.*", "");
    }

    private static List<Integer> letters(String word) {
        return word.chars().sorted().boxed().toList();
    }

    /** Returns the number of letters missing, added, mistaken, or exchanged with their neighbour. */
    private static int slips(String a, String b) {
        int[][] slips = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : least(slips, a, b, i, j);
            }
        }
        return slips[a.length()][b.length()];
    }

    private static int least(int[][] slips, String a, String b, int i, int j) {
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        int mistaken = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        return IntStream.of(
                        slips[i - 1][j] + 1,
                        slips[i][j - 1] + 1,
                        slips[i - 1][j - 1] + mistaken,
                        exchanged ? slips[i - 2][j - 2] + 1 : Integer.MAX_VALUE)
                .min()
                .orElseThrow();
    }
}
