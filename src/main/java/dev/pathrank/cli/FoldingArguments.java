package dev.pathrank.cli;

import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.pattern.Learning;
import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.pattern.StatedPattern;
import dev.pathrank.pattern.StatedPatterns;
import dev.pathrank.pattern.routes.DeclaredRoutes;
import dev.pathrank.pattern.routes.RouteFile;
import dev.pathrank.pattern.routes.RouteFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How paths become endpoints. */
final class FoldingArguments {
    @Option(
            names = "--pattern",
            paramLabel = "PATTERN",
            description = "State a pattern, such as '/user/<id>'; it always wins. Repeatable.")
    private List<String> patterns = new ArrayList<>();

    @Option(
            names = "--routes",
            paramLabel = "FILE",
            description = "Read declared routes: OpenAPI, METHOD /path lines, CSV. Repeatable.")
    private List<Path> routes = new ArrayList<>();

    @Option(
            names = "--literal",
            paramLabel = "PATH",
            description = "Never fold this path, such as /user/me, nor what lies below it. Repeatable.")
    private List<String> literals = new ArrayList<>();

    @Option(names = "--no-learn", description = "Learn nothing: paths stay as they are where nothing is stated.")
    private boolean noLearn;

    @Option(
            names = "--placeholder",
            paramLabel = "STYLE",
            converter = Words.Placeholders.class,
            completionCandidates = Words.Placeholders.class,
            description = "Write placeholders as ${COMPLETION-CANDIDATES}. Default angle: <id>.")
    private PlaceholderStyle placeholder = PlaceholderStyle.ANGLE;

    @Option(names = "--by-host", description = "Tell the endpoints of different hosts apart.")
    private boolean byHost;

    /**
     * What the user declared, by route and not by pattern.
     *
     * @throws IllegalArgumentException if a file cannot be read or understood, or a pattern is none; the message tells the forms
     */
    DeclaredRoutes routes() {
        StatedPatterns stated = new StatedPatterns(patterns());
        return DeclaredRoutes.of(routes.stream().map(FoldingArguments::read).toList(), stated.written());
    }

    private static RouteFile read(Path file) {
        try {
            return RouteFile.read(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--routes " + file + " cannot be read: " + Failures.words(e) + ". Name a file of routes", e);
        } catch (RouteFileException e) {
            throw new IllegalArgumentException("--routes " + e.getMessage(), e);
        }
    }

    /** The patterns of {@code --pattern}, as they were written. */
    List<StatedPattern> patterns() {
        return patterns.stream().map(StatedPattern::ofAnyMethod).toList();
    }

    /**
     * What is decided before any path is seen.
     *
     * @param routes what {@link #routes()} gave
     */
    FoldingRules rules(DeclaredRoutes routes) {
        List<StatedPattern> stated =
                Stream.concat(patterns().stream(), routes.stated().stream()).toList();
        return new FoldingRules(stated, literals, noLearn ? Learning.NOTHING : Learning.PATTERNS);
    }

    PlaceholderStyle placeholder() {
        return placeholder;
    }

    boolean hasRoutes() {
        return !routes.isEmpty();
    }

    boolean byHost() {
        return byHost;
    }
}
