package dev.pathrank.pattern.stated;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree in which {@link StatedPatterns} match, for matching the same patterns in another place, such as a
 * router at the edge: what may follow a sequence of segments.
 *
 * @param pattern that ends here, in printed form; null where none ends
 * @param methods for which it is stated, {@link StatedPattern#ANY_METHOD} among them
 * @param branches in the order in which they are tried: literals, of which at most one matches, then placeholders
 */
public record MatchNode(@Nullable String pattern, List<String> methods, List<Branch> branches) {
    public MatchNode {
        methods = List.copyOf(methods);
        branches = List.copyOf(branches);
    }

    /**
     * A segment that may follow.
     *
     * @param texts the literal texts from left to right; between any two of them stands a placeholder of at least one
     *     byte, so one text alone is a literal segment
     * @param rest whether it may also take the segments that follow
     * @param next what may follow it
     */
    public record Branch(List<String> texts, boolean rest, MatchNode next) {
        public Branch {
            texts = List.copyOf(texts);
        }

        /** Returns whether the segment has no placeholder. */
        public boolean isLiteral() {
            return texts.size() == 1;
        }
    }
}
