package dev.pathrank.cli.options;

import dev.pathrank.cli.message.Notice;
import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.pattern.learn.LearningMode;
import dev.pathrank.pattern.segment.QueryPath;
import dev.pathrank.pattern.stated.StatedPattern;
import dev.pathrank.pattern.stated.lock.LockFile;
import dev.pathrank.pattern.stated.routes.DeclaredRoutes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How paths become endpoints.
 *
 * @param lock patterns that people have reviewed, and their file
 * @param routes what a service declares
 * @param hasRoutes whether routes files were named, even if they declare nothing
 * @param rules what follows from these and from all other stated patterns
 * @param placeholder how placeholders are written
 * @param byHost whether endpoints of different hosts are different
 * @param failsOnNew whether an endpoint that is neither locked nor stated crosses a threshold
 * @param given the patterns of {@code --pattern}, as they are printed
 */
public record FoldingOptions(
        Lock lock,
        DeclaredRoutes routes,
        boolean hasRoutes,
        FoldingRules rules,
        PlaceholderStyle placeholder,
        boolean byHost,
        boolean failsOnNew,
        List<String> given) {
    /**
     * The lock file.
     *
     * @param patterns what people have reviewed
     * @param file where it is from, which need not exist yet; null for none
     */
    public record Lock(LockFile patterns, @Nullable Path file) {}

    /** Returns whether patterns are learned in addition to those that are stated. */
    public boolean learns() {
        return rules.learning() == LearningMode.PATTERNS;
    }

    /**
     * Returns what the user should know about the files that were read and the patterns that were given.
     *
     * @param found the patterns of all counted calls
     */
    public List<Notice> notices(Set<String> found) {
        List<Notice> notices = new ArrayList<>();
        if (!routes.leftOut().isEmpty()) {
            notices.add(new Notice.RoutesLeftOut(routes.leftOut()));
        }
        Set<String> shapes = found.stream().map(StatedPattern::shape).collect(Collectors.toSet());
        List<String> unused = given.stream()
                .filter(pattern -> !shapes.contains(StatedPattern.shape(pattern)))
                .toList();
        if (!unused.isEmpty()) {
            notices.add(new Notice.PatternsWithoutCall(unused));
        }
        Set<String> called = found.stream()
                .flatMap(pattern -> QueryPath.keys(pattern).stream())
                .collect(Collectors.toSet());
        List<String> uncalled =
                rules.queryKeys().stream().filter(key -> !called.contains(key)).toList();
        if (!uncalled.isEmpty()) {
            notices.add(new Notice.QueryKeysWithoutCall(uncalled));
        }
        return notices;
    }
}
