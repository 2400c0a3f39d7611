package dev.pathrank.cli.options;

import dev.pathrank.io.IoFailures;
import dev.pathrank.io.TextFiles;
import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.pattern.learn.LearningMode;
import dev.pathrank.pattern.stated.StatedPattern;
import dev.pathrank.pattern.stated.StatedPatterns;
import dev.pathrank.pattern.stated.lock.LockFile;
import dev.pathrank.pattern.stated.lock.LockFileException;
import dev.pathrank.pattern.stated.routes.DeclaredRoutes;
import dev.pathrank.pattern.stated.routes.RouteFile;
import dev.pathrank.pattern.stated.routes.RouteFileException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for how paths become endpoints; the same for every command. */
final class FoldingArguments {
    private static final Pattern STAR = Pattern.compile("/\\*+(?=/|$)");

    @Option(
            names = "--pattern",
            paramLabel = "PATTERN",
            description = "State a pattern, such as '/user/<id>'; it takes precedence. Repeatable.")
    private List<String> patterns = new ArrayList<>();

    @Option(
            names = "--literal",
            paramLabel = "PATH",
            description = "Keep this path literal, such as /user/me. Repeatable.")
    private List<String> literals = new ArrayList<>();

    @Option(
            names = "--query-key",
            paramLabel = "KEY",
            description = "Count each value of this key of the query as an endpoint. Repeatable.")
    private List<String> queryKeys = new ArrayList<>();

    @Option(
            names = "--routes",
            paramLabel = "FILE",
            description = "Read declared routes: OpenAPI, METHOD /path lines, CSV. Repeatable.")
    private List<Path> routes = new ArrayList<>();

    @Option(
            names = "--lock",
            paramLabel = "FILE",
            description = "Use the reviewed patterns in FILE; 'patterns' adds new ones to it.")
    private @Nullable Path lock;

    @Option(names = "--locked", description = "Use locked patterns only; other paths are one row for each method.")
    private boolean locked;

    @Option(names = "--fail-on-new", description = "Exit with code 4 if an endpoint is neither locked nor stated.")
    private boolean failOnNew;

    @Option(
            names = "--no-learn",
            description = "Learn no patterns; keep paths that match no stated pattern as they are.")
    private boolean noLearn;

    @Option(
            names = "--placeholder",
            paramLabel = "STYLE",
            converter = EnumConverters.Placeholders.class,
            completionCandidates = EnumConverters.Placeholders.class,
            description = "Write placeholders as ${COMPLETION-CANDIDATES}: <id>, {id}, :id.")
    private PlaceholderStyle placeholder = PlaceholderStyle.ANGLE;

    @Option(names = "--by-host", description = "Report the endpoints of each host separately.")
    private boolean byHost;

    /**
     * Returns all of these options.
     *
     * @param mayMakeLock whether the lock file need not exist yet
     * @throws IllegalArgumentException if a file cannot be read or understood, a pattern is not valid, or options
     *     contradict each other
     */
    FoldingOptions options(boolean mayMakeLock) {
        if (lock == null && (locked || failOnNew)) {
            throw new IllegalArgumentException(
                    (locked ? "--locked" : "--fail-on-new") + " needs --lock FILE, which is missing");
        }
        LockFile reviewed = lock == null ? LockFile.EMPTY : lockFile(lock, mayMakeLock && !locked);
        List<StatedPattern> stated = new ArrayList<>(reviewed.patterns());
        List<String> given = new ArrayList<>();
        for (String pattern : patterns) {
            requireNoStar(pattern);
            StatedPattern named = named(StatedPattern.ofAnyMethod(pattern), stated);
            stated.add(named);
            given.add(named.pattern());
        }
        List<String> written = stated.stream().map(StatedPattern::pattern).toList();
        DeclaredRoutes declared = DeclaredRoutes.of(
                routes.stream().map(FoldingArguments::routeFile).toList(), written);
        return new FoldingOptions(
                new FoldingOptions.Lock(reviewed, lock),
                declared,
                !routes.isEmpty(),
                new FoldingRules(
                        Stream.concat(stated.stream(), declared.stated().stream())
                                .toList(),
                        literals,
                        learning(),
                        queryKeys),
                placeholder,
                byHost,
                failOnNew,
                given);
    }

    private static void requireNoStar(String pattern) {
        if (STAR.matcher(pattern).find()) {
            throw new IllegalArgumentException(
                    "--pattern \"" + pattern + "\" has a * where a placeholder is meant; write "
                            + STAR.matcher(pattern).replaceAll("/<name>") + ", or %2A for the character itself");
        }
    }

    /** Returns the options that decide how paths fold, by name; a stored count is valid for equal ones only. */
    Map<String, String> settings(FoldingOptions folded) {
        Map<String, String> settings = new HashMap<>();
        put(settings, "--pattern", String.join(" ", patterns));
        put(settings, "--literal", String.join(" ", literals));
        put(settings, "--query-key", String.join(" ", queryKeys));
        put(settings, "--lock", summed(folded.lock().patterns().patterns()));
        put(settings, "--routes", summed(folded.routes().stated()));
        put(settings, "--locked", locked ? "on" : "");
        put(settings, "--no-learn", noLearn ? "on" : "");
        return settings;
    }

    private static void put(Map<String, String> settings, String option, String value) {
        if (!value.isEmpty()) {
            settings.put(option, value);
        }
    }

    /** Returns number and checksum of patterns, which may be too many to be named one by one. */
    private static String summed(List<StatedPattern> patterns) {
        if (patterns.isEmpty()) {
            return "";
        }
        CRC32C checksum = new CRC32C();
        for (StatedPattern pattern : patterns) {
            checksum.update((pattern.method() + " " + pattern.pattern() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return String.format(Locale.ROOT, "of %,d patterns (checksum %08x)", patterns.size(), checksum.getValue());
    }

    private LearningMode learning() {
        if (locked) {
            return LearningMode.LOCKED;
        }
        return noLearn ? LearningMode.NOTHING : LearningMode.PATTERNS;
    }

    /** Returns a pattern as it is printed, with the placeholder names of an earlier one that is otherwise equal. */
    private static StatedPattern named(StatedPattern pattern, List<StatedPattern> before) {
        String printed = new StatedPatterns(List.of(pattern)).written().get(0);
        return before.stream()
                .map(StatedPattern::pattern)
                .filter(other -> StatedPattern.shape(other).equals(StatedPattern.shape(printed)))
                .findFirst()
                .map(StatedPattern::ofAnyMethod)
                .orElse(StatedPattern.ofAnyMethod(printed));
    }

    private static LockFile lockFile(Path lock, boolean mayMake) {
        if (mayMake && !Files.exists(lock)) {
            return LockFile.EMPTY;
        }
        try {
            return LockFile.read(lock.toString(), TextFiles.read(lock));
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException("--lock " + lock + " is not text in UTF-8; give a lock file", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--lock " + lock + " cannot be read: " + IoFailures.reason(e)
                            + (Files.exists(lock) ? "" : ". 'pathrank patterns SOURCE... --lock FILE' creates it"),
                    e);
        } catch (LockFileException e) {
            throw new IllegalArgumentException("--lock " + e.getMessage(), e);
        }
    }

    private static RouteFile routeFile(Path file) {
        try {
            return RouteFile.read(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--routes " + file + " cannot be read: " + IoFailures.reason(e) + ". Give a routes file", e);
        } catch (RouteFileException e) {
            throw new IllegalArgumentException("--routes " + e.getMessage(), e);
        }
    }
}
