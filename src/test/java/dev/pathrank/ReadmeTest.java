package dev.pathrank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.DocumentBlock.Output;
import dev.pathrank.cli.Cli;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParseResult;

/**
 * Runs the commands of README.md and of all pages below docs/ that read files of the repository, and compares their
 * output with what the documents show. Commands on other things are parsed, so that a renamed option fails.
 * {@code -Dupdate=true} rewrites the shown output.
 */
class ReadmeTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Set<String> WRITING = Set.of("-o", "--lock", "--save", "--state", "--summary", "--rejects");
    private static final List<String> READ = List.of("docs", "sample-logs");
    private static final int WIDTH = 118;
    /** What stays on a line: a span of code is one word. */
    private static final Pattern WORD = Pattern.compile("(?:`[^`]*`|\\S)+");

    /** The folder for commands that write files; it looks like the project. */
    @TempDir
    private static Path copy;

    @BeforeAll
    static void makeCopy() throws IOException {
        for (String folder : READ) {
            Files.createSymbolicLink(copy.resolve(folder), PROJECT.resolve(folder));
        }
        Path launcher = Files.createDirectory(copy.resolve("scripts")).resolve("pathrank");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.createDirectory(copy.resolve("known"));
        Files.writeString(
                launcher,
                String.join(
                        "\n",
                        "#!/bin/sh",
                        "for known in '" + copy + "'/known/*; do",
                        "    if printf '%s\\n' \"$@\" | cmp -s - \"$known/words\"; then",
                        "        cat \"$known/out\" && cat \"$known/err\" >&2",
                        "        exit \"$(cat \"$known/code\")\"",
                        "    fi",
                        "done",
                        "exec '" + java + "' -XX:TieredStopAtLevel=1 -Xshare:auto -Dfile.encoding=UTF-8 -cp '"
                                + System.getProperty("java.class.path") + "' dev.pathrank.Main \"$@\"",
                        ""));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterAll
    static void removeLinks() throws IOException {
        for (String folder : READ) {
            Files.delete(copy.resolve(folder));
        }
    }

    @TestFactory
    Stream<DynamicContainer> commandsOfDocuments() throws IOException {
        List<DynamicContainer> documents = new ArrayList<>();
        for (Path document : documents()) {
            List<String> lines = Files.readAllLines(document);
            List<DocumentBlock> blocks = DocumentBlock.in(lines);
            Stream<DynamicTest> tests = Golden.updates()
                    ? Stream.of(DynamicTest.dynamicTest("update", () -> update(document, lines, blocks)))
                    : blocks.stream()
                            .map(block -> DynamicTest.dynamicTest(
                                    "line " + block.line() + ": " + block.command(), () -> check(lines, block)));
            documents.add(DynamicContainer.dynamicContainer(
                    PROJECT.relativize(document).toString(), tests));
        }
        return documents.stream();
    }

    /** The documents that this test reads. */
    static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(PROJECT.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    private static void check(List<String> lines, DocumentBlock block) throws IOException, InterruptedException {
        List<ShellText.Statement> statements = ShellText.statements(block.command());
        boolean runs = block.output() != Output.MENTIONED;
        for (ShellText.Statement statement : statements) {
            for (ShellText.Invocation invocation : statement.invocations()) {
                runs &= readsFilesOfTheProject(invocation);
            }
        }
        boolean shows = block.output() == Output.LINES || block.output() == Output.QUOTED;
        if (shows) {
            List<String> shown = unindented(block, lines.subList(block.from(), block.to()));
            assertEquals(text(block, shown), text(block, run(block.command())));
        } else if (runs) {
            run(block.command());
        }
    }

    private static void update(Path document, List<String> lines, List<DocumentBlock> blocks)
            throws IOException, InterruptedException {
        List<String> updated = new ArrayList<>(lines);
        int moved = 0;
        for (DocumentBlock block : blocks) {
            check(List.of(), new DocumentBlock(block.line(), block.command(), 0, 0, "", Output.MENTIONED));
            if (block.output() == Output.LINES || block.output() == Output.QUOTED) {
                List<String> shown = updated.subList(block.from() + moved, block.to() + moved);
                List<String> printed = run(block.command());
                if (!text(block, unindented(block, shown)).equals(text(block, printed))) {
                    List<String> written = block.output() == Output.QUOTED ? quoted(printed) : stripped(printed);
                    written =
                            written.stream().map(line -> block.indent() + line).toList();
                    moved += written.size() - shown.size();
                    shown.clear();
                    shown.addAll(written);
                }
            }
        }
        Files.write(document, updated);
    }

    /** What is compared: figures of time differ from run to run, and line breaks of quotations are free. */
    private static String text(DocumentBlock block, List<String> lines) {
        if (block.output() == Output.QUOTED) {
            return String.join(
                            " ",
                            lines.stream()
                                    .map(line -> line.replaceFirst("^> ?", ""))
                                    .toList())
                    .replaceAll("\\s+", " ")
                    .strip();
        }
        return lines.stream()
                .map(ReadmeTest::withoutTimes)
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    private static String withoutTimes(String line) {
        return line.startsWith("time: ") ? line.replaceAll("[0-9.]+", "0") : line.stripTrailing();
    }

    private static List<String> unindented(DocumentBlock block, List<String> lines) {
        return lines.stream()
                .map(line -> line.startsWith(block.indent())
                        ? line.substring(block.indent().length())
                        : line)
                .toList();
    }

    private static List<String> stripped(List<String> lines) {
        return String.join("\n", lines).stripTrailing().lines().toList();
    }

    private static List<String> quoted(List<String> lines) {
        List<String> quoted = new ArrayList<>();
        for (String line : lines) {
            StringBuilder out = new StringBuilder(">");
            for (String word :
                    WORD.matcher(line).results().map(MatchResult::group).toList()) {
                if (out.length() + 1 + word.length() > WIDTH) {
                    quoted.add(out.toString());
                    out = new StringBuilder(line.startsWith("- ") ? ">  " : ">");
                }
                out.append(' ').append(word);
            }
            quoted.add(out.toString());
        }
        return quoted;
    }

    /** Parses the words of a command, and returns whether all that it reads is here. */
    private static boolean readsFilesOfTheProject(ShellText.Invocation invocation) {
        List<String> words = invocation.words().stream()
                .map(word -> word.contains("$") ? "2017-02-01" : word)
                .toList();
        ParseResult command = Cli.parse(words);
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        List<String> sources = command.matchedPositionals().stream()
                .flatMap(positional -> positional.stringValues().stream())
                .toList();
        boolean here = sources.stream().allMatch(source -> Files.exists(PROJECT.resolve(source)));
        return invocation.program().endsWith("pathrank")
                && (command.isUsageHelpRequested() || command.isVersionHelpRequested() || here && !sources.isEmpty());
    }

    /** The lines that a command prints on standard output, or on standard error where that is all. */
    private static List<String> run(String command) throws IOException, InterruptedException {
        ShellText.Statement statement = ShellText.statements(command).get(0);
        List<String> words = statement.invocations().get(0).words();
        if (statement.isInvocationAlone() && words.stream().noneMatch(WRITING::contains)) {
            Cli result = Cli.run(words.toArray()).exits(0);
            return (result.out().isEmpty() ? result.err() : result.out())
                    .lines()
                    .toList();
        }
        for (ShellText.Statement each : ShellText.statements(command)) {
            for (ShellText.Invocation invocation : each.invocations()) {
                runAhead(invocation);
            }
        }
        return runInShell(command);
    }

    /** Runs here what only reads, and leaves its answer to the launcher: starting Java for it would take longer. */
    private static void runAhead(ShellText.Invocation invocation) throws IOException {
        List<String> words = invocation.words();
        if (readsFilesOfTheProject(invocation)
                && words.stream().noneMatch(word -> WRITING.contains(word) || word.contains("$") || word.equals("-"))) {
            Cli result = Cli.run(words.toArray());
            Path known = Files.createTempDirectory(copy.resolve("known"), "");
            Files.writeString(known.resolve("words"), String.join("\n", words) + "\n");
            Files.writeString(known.resolve("out"), result.out());
            Files.writeString(known.resolve("err"), result.err());
            Files.writeString(known.resolve("code"), Integer.toString(result.code()));
        }
    }

    private static List<String> runInShell(String command) throws IOException, InterruptedException {
        Program.needs("column");
        String path = copy.resolve("scripts") + File.pathSeparator + System.getenv("PATH");
        Program.Ended shell = Program.of("sh", "-c", command)
                .in(copy)
                .with(Map.of("LC_ALL", "C.UTF-8", "PATH", path))
                .run();
        assertEquals(0, shell.code(), command + "\n" + shell.err());
        return (shell.out().isEmpty() ? shell.err() : shell.out()).lines().toList();
    }
}
