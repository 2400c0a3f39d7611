package dev.pathrank.pattern;

import dev.pathrank.pattern.learn.LearningMode;
import dev.pathrank.pattern.stated.LiteralPaths;
import dev.pathrank.pattern.stated.StatedPattern;
import java.util.List;
import java.util.Objects;

/**
 * What the user decided about paths before the first one is seen.
 *
 * @param patterns path patterns, such as {@code /user/<id>}; they win over everything learned
 * @param literals paths that are never folded, such as {@code /user/me}, nor is what they begin with in longer ones
 * @param learning what becomes of all other paths
 */
public record FoldingRules(List<StatedPattern> patterns, List<String> literals, LearningMode learning) {
    /** Everything is learned. */
    public static final FoldingRules NONE = stating(List.of());

    /** @throws IllegalArgumentException if a literal path is none; the message tells the form */
    public FoldingRules {
        patterns = List.copyOf(patterns);
        literals = List.copyOf(literals);
        literals.forEach(LiteralPaths::requirePath);
        Objects.requireNonNull(learning, "learning");
    }

    /** Patterns, and all else is learned. */
    public static FoldingRules stating(List<StatedPattern> patterns) {
        return new FoldingRules(patterns, List.of(), LearningMode.PATTERNS);
    }
}
