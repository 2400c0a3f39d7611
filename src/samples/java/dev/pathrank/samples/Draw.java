package dev.pathrank.samples;

import java.util.List;
import java.util.SplittableRandom;

/** Random choices, built on the specified 64-bit sequence only, so that every Java version draws the same. */
final class Draw {
    private final SplittableRandom bits;

    Draw(long seed) {
        bits = new SplittableRandom(seed);
    }

    /** The draws of one part of a whole, independent of those of the other parts. */
    static Draw of(long seed, long part) {
        return new Draw(mix(seed * 0x9E3779B97F4A7C15L + part));
    }

    /** Scrambles a number; different numbers stay different (the finisher of MurmurHash3). */
    static long mix(long number) {
        long mixed = (number ^ (number >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }

    long bits() {
        return bits.nextLong();
    }

    /** A whole number from 0 to {@code bound} - 1. */
    int below(int bound) {
        return (int) (((bits() >>> 32) * bound) >>> 32);
    }

    /** A number from 0 to just below 1. */
    double fraction() {
        return (bits() >>> 11) * 0x1p-53;
    }

    boolean percent(double percent) {
        return fraction() * 100 < percent;
    }

    /** A whole number from 0 to {@code bound} - 1, small ones far more often: a few users make most of the calls. */
    int skewed(int bound) {
        double fraction = fraction();
        return (int) (bound * fraction * fraction * fraction);
    }

    /** A duration: log-normal, like the response times of an origin. */
    double logNormal(double median, double sigma) {
        double normal = -6;
        for (int i = 0; i < 12; i++) {
            normal += fraction(); // the sum of twelve uniforms is close to normal, and the same on every Java
        }
        return median * StrictMath.exp(sigma * normal);
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    String letters(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(below(alphabet.length())));
        }
        return text.toString();
    }
}
