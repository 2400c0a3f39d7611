package dev.pathrank.pattern;

import dev.pathrank.pattern.learn.LearningMode;
import dev.pathrank.pattern.stated.LiteralPaths;
import dev.pathrank.pattern.stated.QueryKeys;
import dev.pathrank.pattern.stated.StatedPattern;
import java.util.List;
import java.util.Objects;

/**
 * The rules for folding that the user gives before the first path is read.
 *
 * @param patterns path patterns, such as {@code /user/<id>}, which are matched before anything is learned
 * @param literals paths, such as {@code /user/me}, that are never folded, neither alone nor at the beginning of longer
 *     paths
 * @param learning what happens to all other paths
 * @param queryKeys keys of the query whose values are part of endpoints, in the order in which they are printed
 */
public record FoldingRules(
        List<StatedPattern> patterns, List<String> literals, LearningMode learning, List<String> queryKeys) {
    /** No patterns and literal paths; everything is learned. */
    public static final FoldingRules NONE = stating(List.of());

    /** @throws IllegalArgumentException if a literal path or a query key is none; the message shows the form */
    public FoldingRules {
        patterns = List.copyOf(patterns);
        literals = List.copyOf(literals);
        literals.forEach(LiteralPaths::requirePath);
        Objects.requireNonNull(learning, "learning");
        queryKeys = List.copyOf(queryKeys);
        QueryKeys.require(queryKeys);
        for (StatedPattern stated : patterns) {
            QueryKeys.requireKnown(stated.pattern(), queryKeys);
        }
        for (String literal : literals) {
            QueryKeys.requireKnown(literal, queryKeys);
        }
    }

    /** Returns rules by which the given patterns are matched and everything else is learned. */
    public static FoldingRules stating(List<StatedPattern> patterns) {
        return new FoldingRules(patterns, List.of(), LearningMode.PATTERNS, List.of());
    }
}
