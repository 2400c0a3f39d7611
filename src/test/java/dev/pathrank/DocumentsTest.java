package dev.pathrank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.cli.Cli;
import dev.pathrank.cli.message.ExitCode;
import dev.pathrank.log.RejectReason;
import dev.pathrank.plan.Hazard;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParseResult;

/** What the documents name exists, and what they list is complete. */
class DocumentsTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final int WIDTH = 120;

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern OPTION = Pattern.compile("`(--[a-z][a-z0-9-]+)[^`]*`");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+(?:[A-Z0-9][A-Za-z0-9]*|[a-z]+))`");
    private static final Pattern SOURCE_FILE = Pattern.compile("`((?:src|scripts|docs|sample-logs)/[A-Za-z0-9_./-]*)`");
    private static final Pattern COLUMNS =
            Pattern.compile("Columns of `(rank|patterns|plan|compare)`: ([a-z0-9_,\\s]+)\\.", Pattern.DOTALL);

    /** Documents on the code: a capitalised word in backticks is a class. */
    private static final Set<String> ON_CODE = Set.of("design.md", "performance.md", "cluster.md");
    /** Classes of Java itself. */
    private static final Set<String> OF_JAVA = Set.of("IOException", "GZIPInputStream", "StrictMath");
    /** Options of other programs. */
    private static final Set<String> OF_OTHERS = Set.of("--conf", "--class", "--expanded", "--tpo");

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(ReadmeTest.documents());
        Stream.of("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
                .map(PROJECT::resolve)
                .forEach(documents::add);
        return documents;
    }

    private static String text(String document) throws IOException {
        return Files.readString(PROJECT.resolve(document));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) throws IOException {
        for (String link : found(LINK, Files.readString(document))
                .filter(link -> !link.startsWith("http"))
                .toList()) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
            assertTrue(Files.exists(target), document + " links to " + link);
            if (parts.length > 1) {
                assertTrue(anchors(target).contains(parts[1]), document + " links to " + link);
            }
        }
    }

    private static Set<String> anchors(Path document) throws IOException {
        Set<String> anchors = new HashSet<>();
        for (String line : Files.readAllLines(document)) {
            if (line.startsWith("#")) {
                anchors.add(line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'));
            }
        }
        return anchors;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyFileOfTheProjectThatIsNamedExists(Path document) throws IOException {
        found(SOURCE_FILE, Files.readString(document))
                .forEach(file -> assertTrue(Files.exists(PROJECT.resolve(file)), document + " names " + file));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyOptionThatIsNamedExists(Path document) throws IOException {
        Set<String> options = new HashSet<>(OF_OTHERS);
        for (String command : List.of("rank", "patterns", "plan", "compare", "report", "config")) {
            ParseResult parsed = Cli.parse(List.of(command, "--help")).subcommand();
            parsed.commandSpec().options().forEach(option -> options.addAll(List.of(option.names())));
        }
        String scripts = scripts();
        found(OPTION, Files.readString(document))
                .filter(option -> !options.contains(option) && !scripts.contains(option))
                .forEach(option -> assertEquals("an option", option, document::toString));
    }

    private static String scripts() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(PROJECT.resolve("scripts"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    @Test
    void theFrontPageIsReadToTheEnd() throws IOException {
        assertTrue(text("README.md").lines().count() <= 200, "README.md has at most 200 lines; docs/ has the rest");
    }

    @Test
    void everyPageIsReachedFromTheFrontPage() throws IOException {
        String readme = text("README.md");
        for (Path page : ReadmeTest.documents()) {
            String link = PROJECT.relativize(page).toString();
            assertTrue(link.equals("README.md") || readme.contains("](" + link), link);
        }
    }

    @Test
    void everyClassThatIsNamedExists() throws IOException {
        Set<String> classes = new HashSet<>(OF_JAVA);
        try (Stream<Path> files = Files.walk(PROJECT.resolve("src"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> classes.add(name.substring(0, name.length() - ".java".length())));
        }
        for (String document : ON_CODE) {
            Set<String> dead = found(CLASS, text("docs/" + document))
                    .filter(name -> !classes.contains(name))
                    .collect(Collectors.toSet());
            assertEquals(Set.of(), dead, document);
        }
    }

    @Test
    void everyFolderOfTheCodeIsInTheTableOfFolders() throws IOException {
        String design = text("docs/design.md");
        try (Stream<Path> folders = Files.list(PROJECT.resolve("src/main/java/dev/pathrank"))) {
            folders.filter(Files::isDirectory)
                    .map(folder -> "`" + folder.getFileName() + "`")
                    .forEach(name -> assertTrue(
                            design.lines().anyMatch(line -> line.startsWith("| `") && line.contains(name)), name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank", "patterns", "plan", "compare"})
    void theContractNamesTheColumns(String command) throws IOException {
        String header = Cli.run(
                        command, "sample-logs", "--quiet", command.equals("compare") ? "sample-logs" : "--no-learn")
                .exits(0)
                .out()
                .lines()
                .findFirst()
                .orElseThrow();
        List<String> columns = COLUMNS.matcher(text("docs/contract.md"))
                .results()
                .filter(result -> result.group(1).equals(command))
                .map(result -> result.group(2).replaceAll("\\s+", ""))
                .toList();

        assertEquals(List.of(header), columns);
    }

    @ParameterizedTest
    @EnumSource(RejectReason.class)
    void theContractNamesTheReasonsOfRejectedRows(RejectReason reason) throws IOException {
        assertTrue(text("docs/contract.md").contains("`" + reason.word() + "`"));
    }

    @ParameterizedTest
    @EnumSource(EndpointKind.class)
    void theContractNamesTheKinds(EndpointKind kind) throws IOException {
        assertTrue(text("docs/contract.md").contains("| `" + kind.word() + "` |"));
    }

    @ParameterizedTest
    @EnumSource(value = ExitCode.class, mode = EnumSource.Mode.EXCLUDE, names = "INTERRUPTED")
    void theContractNamesTheExitCodes(ExitCode code) throws IOException {
        assertTrue(text("docs/contract.md").contains("\n| " + code.number() + " | "));
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void thePageOnTheScoreHasTheWeights(Preset preset) throws IOException {
        String weights = Stream.of(
                        preset.weights().value(),
                        preset.weights().fit(),
                        preset.weights().ease(),
                        preset.weights().risk())
                .map(weight -> String.format(Locale.ROOT, "%.2f", weight).substring(1))
                .collect(Collectors.joining(" | ", " | ", " |"));
        assertTrue(text("docs/score.md")
                .lines()
                .anyMatch(line -> line.startsWith("| `" + preset.word() + "`") && line.endsWith(weights)));
    }

    @ParameterizedTest
    @EnumSource(Hazard.class)
    void thePageOnThePlanNamesTheHazards(Hazard hazard) throws IOException {
        assertTrue(text("docs/plan.md").contains("`" + hazard.word() + "`"));
    }

    /** Except tables, which cannot be wrapped, and code blocks. */
    @ParameterizedTest
    @MethodSource("documents")
    void linesEndAtTheMargin(Path document) throws IOException {
        boolean code = false;
        for (String line : Files.readAllLines(document)) {
            code ^= line.strip().startsWith("```");
            boolean free = code || line.startsWith("|") || line.contains("](http");
            assertTrue(free || line.codePointCount(0, line.length()) <= WIDTH, line);
        }
    }
}
