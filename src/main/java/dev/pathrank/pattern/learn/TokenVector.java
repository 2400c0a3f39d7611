package dev.pathrank.pattern.learn;

import java.util.Arrays;
import java.util.Map;

/** Counts of tokens with numbers in place of their texts, so that many can be compared with many. */
final class TokenVector {
    private final int[] ids;
    private final double[] roots;
    private final double sum;

    private TokenVector(int[] ids, double[] roots, double sum) {
        this.ids = ids;
        this.roots = roots;
        this.sum = sum;
    }

    /** @param numbers the numbers of the tokens seen so far, to which new ones are added */
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

    boolean isEmpty() {
        return ids.length == 0;
    }

    /** Cosine of the angle between two counts, each damped by its square root; 0 where one is empty. */
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

    /** Tokens that both have among those that either has; 1 where neither has any. */
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
