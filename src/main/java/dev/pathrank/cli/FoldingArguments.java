package dev.pathrank.cli;

import dev.pathrank.pattern.StatedPattern;
import dev.pathrank.pattern.StatedPatterns;
import dev.pathrank.pattern.routes.DeclaredRoutes;
import dev.pathrank.pattern.routes.RouteFile;
import dev.pathrank.pattern.routes.RouteFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
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
     * What of this says how paths fold, by option.
     *
     * @param declared what the routes files hold
     */
    Map<String, String> settings(DeclaredRoutes declared) {
        Map<String, String> settings = new HashMap<>();
        if (!patterns.isEmpty()) {
            settings.put("--pattern", String.join(" ", patterns));
        }
        if (!declared.isEmpty()) {
            String all = declared.stated().stream()
                    .map(route -> route.method() + " " + route.pattern())
                    .collect(Collectors.joining("\n"));
            settings.put(
                    "--routes",
                    String.format(
                            Locale.ROOT,
                            "of %d routes (checksum %08x)",
                            declared.stated().size(),
                            checksum(all)));
        }
        return settings;
    }

    private static long checksum(String text) {
        CRC32C checksum = new CRC32C();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }

    boolean hasRoutes() {
        return !routes.isEmpty();
    }

    boolean byHost() {
        return byHost;
    }
}
