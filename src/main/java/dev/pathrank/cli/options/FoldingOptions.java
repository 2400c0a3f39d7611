package dev.pathrank.cli.options;

import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.pattern.stated.lock.LockFile;
import dev.pathrank.pattern.stated.routes.DeclaredRoutes;

/**
 * How paths become endpoints, as the user wants it.
 *
 * @param lock patterns that people have reviewed
 * @param routes what a service declares
 * @param rules what follows from these and all else that is pinned
 * @param placeholder how placeholders are written
 * @param byHost whether endpoints of different hosts are told apart
 * @param failsOnNew whether an endpoint that nobody knows of is a failure
 */
public record FoldingOptions(
        LockFile lock,
        DeclaredRoutes routes,
        FoldingRules rules,
        PlaceholderStyle placeholder,
        boolean byHost,
        boolean failsOnNew) {}
