package dev.pathrank.pattern.stated;

import dev.pathrank.pattern.segment.PathHash;
import dev.pathrank.pattern.segment.QueryPath;
import dev.pathrank.text.ByteSlice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node of the trie of patterns: what may follow a sequence of segments. */
final class PatternTrie {
    private final Map<String, StatedSegment> byText = new HashMap<>();
    private final List<StatedSegment> literals = new ArrayList<>();
    private final List<StatedSegment> placeholders = new ArrayList<>();
    private int number = StatedPatterns.NONE;
    private long methods;

    /**
     * Ends a pattern here and adds its methods. The first of several patterns keeps the place.
     *
     * @param more bits of a mask
     * @return the number of the pattern that ends here from now on
     */
    int claim(int pattern, long more) {
        number = number == StatedPatterns.NONE ? pattern : number;
        methods |= more;
        return number;
    }

    /** Returns the node behind a segment in printed form; it is made if there is none. */
    PatternTrie next(String written) {
        StatedSegment known = byText.get(written);
        if (known != null) {
            return known.next();
        }
        StatedSegment added = StatedSegment.of(written);
        byText.put(written, added);
        add(added);
        StatedSegment raw = added.raw();
        if (!raw.equals(added)) {
            add(raw);
        }
        return added.next();
    }

    private void add(StatedSegment segment) {
        List<StatedSegment> alike = segment.isLiteral() ? literals : placeholders;
        int at = Collections.binarySearch(alike, segment);
        if (at < 0) {
            alike.add(-at - 1, segment);
        }
    }

    /** The pattern of the segments from {@code from} on, a position in the array of {@code path}. */
    int match(ByteSlice path, int from, long accepted) {
        int end = PathHash.slash(path, from);
        StatedSegment literal = literal(path.array(), from, end);
        int found = literal == null ? StatedPatterns.NONE : match(literal, path, from, end, accepted);
        boolean key = QueryPath.isKey(path.array(), from, end);
        for (int i = 0; found == StatedPatterns.NONE && !key && i < placeholders.size(); i++) {
            found = match(placeholders.get(i), path, from, end, accepted);
        }
        return found;
    }

    /** The literal that a segment is, or null. */
    private @Nullable StatedSegment literal(byte[] path, int from, int to) {
        int low = 0;
        int high = literals.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            byte[] text = literals.get(middle).text();
            int order = Arrays.compareUnsigned(text, 0, text.length, path, from, to);
            if (order == 0) {
                return literals.get(middle);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    private static int match(StatedSegment segment, ByteSlice path, int from, int end, long accepted) {
        int to = path.to();
        int until = end;
        int found = StatedPatterns.NONE;
        while (found == StatedPatterns.NONE && until <= to) {
            if (segment.matches(path.array(), from, until)) {
                found = until == to
                        ? segment.next().end(accepted)
                        : segment.next().match(path, until + 1, accepted);
            }
            boolean longer = segment.takesRest() && until < to && !QueryPath.isKey(path.array(), until + 1, to);
            until = longer ? PathHash.slash(path, until + 1) : to + 1;
        }
        return found;
    }

    /**
     * Returns this node and all below it as values.
     *
     * @param patterns the printed form of each pattern, by its number
     * @param stated the methods of a mask
     */
    MatchNode view(IntFunction<String> patterns, LongFunction<List<String>> stated) {
        return new MatchNode(
                number == StatedPatterns.NONE ? null : patterns.apply(number),
                stated.apply(methods),
                Stream.concat(literals.stream(), placeholders.stream())
                        .map(segment -> new MatchNode.Branch(
                                segment.texts(),
                                segment.takesRest(),
                                segment.next().view(patterns, stated)))
                        .toList());
    }

    private int end(long accepted) {
        return (methods & accepted) == 0 ? StatedPatterns.NONE : number;
    }
}
