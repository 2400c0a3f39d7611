package dev.pathrank.pattern.learn.features;

import java.util.Arrays;
import java.util.Map;

/**
 * A sparse vector of token counts, with numbers in place of the tokens, so that many vectors can be compared in pairs.
 */
final class TokenVector {
    private final int[] ids;
    private final double[] roots;
    private final double sum;

    private TokenVector(int[] ids, double[] roots, double sum) {
        this.ids = ids;
        this.roots = roots;
        this.sum = sum;
    }

    /**
     * Returns the vector of some counts.
     *
     * @param numbers the numbers of the tokens seen so far, to which new ones are added
     */
    static TokenVector of(Map<String, Long> counts, Map<String, Integer> numbers) {
        long[] packed = new long[counts.size()];
        double[] unsorted = new double[packed.length];
        double sum = 0;
        int n = 0;
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            int id = numbers.computeIfAbsent(entry.getKey(), token -> numbers.size());
            packed[n] = (long) id << 32 | n;
            unsorted[n++] = Math.sqrt((double) entry.getValue());
            sum += entry.getValue();
        }
        Arrays.sort(packed);
        int[] ids = new int[n];
        double[] roots = new double[n];
        for (int i = 0; i < n; i++) {
            ids[i] = (int) (packed[i] >>> 32);
            roots[i] = unsorted[(int) packed[i]];
        }
        return new TokenVector(ids, roots, sum);
    }

    /** Whether there are no tokens. */
    boolean isEmpty() {
        return ids.length == 0;
    }

    /** Returns the cosine of the angle between the square roots of the counts; 0 where one vector is empty. */
    double cosine(TokenVector other) {
        if (sum == 0 || other.sum == 0) {
            return 0;
        }
        double dot = 0;
        int j = 0;
        for (int i = 0; i < ids.length; i++) {
            while (j < other.ids.length && other.ids[j] < ids[i]) {
                j++;
            }
            if (j == other.ids.length) {
                break;
            }
            if (other.ids[j] == ids[i]) {
                dot += roots[i] * other.roots[j];
            }
        }
        return dot / Math.sqrt(sum * other.sum);
    }

    /**
     * Returns the Jaccard similarity: the tokens that both have, divided by those that either has; 1 where both are
     * empty.
     */
    double jaccard(TokenVector other) {
        int both = 0;
        int j = 0;
        for (int id : ids) {
            while (j < other.ids.length && other.ids[j] < id) {
                j++;
            }
            if (j == other.ids.length) {
                break;
            }
            both += other.ids[j] == id ? 1 : 0;
        }
        int either = ids.length + other.ids.length - both;
        return either == 0 ? 1 : (double) both / either;
    }
}
