package dev.pathrank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another program, which a test runs to its end in a process of its own. */
public final class Program {
    /** Longer than any of them takes on a busy machine, so that a program that hangs fails its test. */
    private static final int PATIENCE_MINUTES = 8;

    private final ProcessBuilder builder;
    private String input = "";

    private Program(List<String> command) {
        builder = new ProcessBuilder(command);
    }

    /** What is left of a program that has ended. */
    public record Ended(int code, String out, String err) {
        /** Returns what it printed; fails if it did not succeed. */
        public String printed() {
            assertEquals(0, code, err);
            return out;
        }
    }

    public static Program of(List<String> command) {
        return new Program(command);
    }

    public static Program of(String... command) {
        return of(List.of(command));
    }

    /** Returns where a program is found, in the folders that a shell looks into. */
    public static Optional<Path> find(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Skips the test where a program is not installed. */
    public static void needs(String name) {
        assumeTrue(find(name).isPresent(), "there is no " + name + " here");
    }

    /** Runs in {@code folder} rather than in the project's. */
    public Program in(Path folder) {
        builder.directory(folder.toFile());
        return this;
    }

    /** Adds variables of the environment. */
    public Program with(Map<String, String> variables) {
        builder.environment().putAll(variables);
        return this;
    }

    /** Has {@code text} as its standard input, which is otherwise empty. */
    public Program reading(String text) {
        input = text;
        return this;
    }

    /** Runs to the end. Its streams are files, so that it waits for nobody who reads or writes them. */
    public Ended run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("program");
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        try {
            Process process = builder.redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            assertTrue(ended, () -> builder.command() + " does not end: " + text(err));
            return new Ended(process.exitValue(), text(out), text(err));
        } finally {
            for (Path file : List.of(in, out, err, folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
