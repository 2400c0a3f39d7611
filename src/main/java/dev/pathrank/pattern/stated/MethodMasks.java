package dev.pathrank.pattern.stated;

import dev.pathrank.text.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bit masks of the methods of stated patterns, so that matching a request makes no object. */
final class MethodMasks {
    private static final int MOST = Long.SIZE;

    private final List<String> stated;
    private final byte[][] known;
    private final long[] accepting;
    private final long acceptingUnknown;
    private final long all;

    /**
     * Gives each method a bit.
     *
     * @param methods of stated patterns, perhaps repeatedly
     * @throws IllegalArgumentException if there are more methods than bits
     */
    MethodMasks(Collection<String> methods) {
        stated = methods.stream().distinct().sorted().toList();
        if (stated.size() > MOST) {
            throw new IllegalArgumentException("patterns are stated for " + stated.size()
                    + " different methods, more than " + MOST + ": leave some methods out");
        }
        List<String> requested = Stream.concat(stated.stream(), Stream.of("HEAD", "OPTIONS"))
                .distinct()
                .toList();
        known = requested.stream()
                .map(method -> method.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        accepting = requested.stream().mapToLong(this::accepting).toArray();
        acceptingUnknown = accepting("");
        all = accepting("OPTIONS");
    }

    /** Returns the bits of all methods. */
    long all() {
        return all;
    }

    private long accepting(String requested) {
        long mask = 0;
        for (int i = 0; i < stated.size(); i++) {
            mask |= StatedPattern.accepts(stated.get(i), requested) ? 1L << i : 0;
        }
        return mask;
    }

    /** Returns the bit of a method that a pattern is stated for. */
    long of(String method) {
        return 1L << stated.indexOf(method);
    }

    /** Returns the methods of a mask, in their order. */
    List<String> of(long mask) {
        return IntStream.range(0, stated.size())
                .filter(i -> (mask & 1L << i) != 0)
                .mapToObj(stated::get)
                .toList();
    }

    /** Returns the bits of the methods whose patterns accept requests of {@code method}. */
    long accepting(ByteSlice method) {
        for (int i = 0; i < known.length; i++) {
            if (method.contentEquals(known[i])) {
                return accepting[i];
            }
        }
        return acceptingUnknown;
    }
}
