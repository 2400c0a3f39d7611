package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.fail;

import dev.pathrank.cli.config.ConfigPlaces;
import dev.pathrank.cli.options.Surroundings;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.source.s3.RetryPolicy;
import dev.pathrank.source.s3.S3Server;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/**
 * A run of the whole program in this process, with its exit code, standard output and standard error. A failed
 * expectation prints all three.
 */
public record Cli(List<String> args, int code, String out, String err) {
    /** When every run begins. */
    private static final Instant NOW = Instant.parse("2017-02-22T10:40:30Z");

    private static final Surroundings NO_TERMINAL = new Surroundings(NOW, false, () -> 80, true, name -> null);

    /** No file and no variable. */
    private static final ConfigPlaces NO_SETTINGS =
            new ConfigPlaces(Path.of("/dev/null").toAbsolutePath(), null, Map.of());

    /** Runs with these words; those of an array or a collection among them are words one by one. */
    public static Cli run(Object... args) {
        return run(InputStream.nullInputStream(), args);
    }

    private static String[] words(Object... args) {
        return Stream.of(args).flatMap(Cli::flat).map(String::valueOf).toArray(String[]::new);
    }

    private static Stream<?> flat(Object arg) {
        return arg instanceof Collection<?> words
                ? words.stream().flatMap(Cli::flat)
                : arg instanceof Object[] words ? Stream.of(words).flatMap(Cli::flat) : Stream.of(arg);
    }

    /** On a terminal of some columns. */
    static Cli onTerminal(int width, boolean noColor, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Surroundings terminal = new Surroundings(NOW, true, () -> width, noColor, name -> null);
        Cli result = run(InputStream.nullInputStream(), out, S3Server.RETRIES, terminal, args);
        return new Cli(result.args, result.code, out.toString(StandardCharsets.UTF_8), result.err);
    }

    /** With variables of the environment. */
    static Cli with(Map<String, String> environment, Object... args) {
        Surroundings around = new Surroundings(NOW, false, () -> 80, true, environment::get);
        return run(InputStream.nullInputStream(), OutputStream.nullOutputStream(), S3Server.RETRIES, around, args);
    }

    /** With settings that may be found in some places. */
    static Cli configured(ConfigPlaces places, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream nothing = InputStream.nullInputStream();
        Cli result = run(nothing, out, S3Server.RETRIES, NO_TERMINAL, places, args);
        return new Cli(result.args, result.code, out.toString(StandardCharsets.UTF_8), result.err);
    }

    /** With standard error on a terminal and standard output into a pipe: what both write, in the order of writing. */
    static String pagedFromTerminal(Object... args) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(all, true, StandardCharsets.UTF_8);
        String[] words = words(args);
        Streams streams = new Streams(InputStream.nullInputStream(), all, errors, false, false, true);
        new PathrankCli(streams, S3Server.RETRIES, NO_TERMINAL, NO_SETTINGS).run(words);
        return all.toString(StandardCharsets.UTF_8);
    }

    static Cli run(byte[] standardInput, Object... args) {
        return run(new ByteArrayInputStream(standardInput), args);
    }

    /** With the test's own standard output, which is not part of the result. */
    static Cli into(OutputStream standardOutput, Object... args) {
        return run(InputStream.nullInputStream(), standardOutput, S3Server.RETRIES, args);
    }

    /** With certain retries of requests to S3. */
    static Cli retrying(RetryPolicy retries, Object... args) {
        return captured(InputStream.nullInputStream(), retries, args);
    }

    private static Cli run(InputStream in, Object... args) {
        return captured(in, S3Server.RETRIES, args);
    }

    private static Cli captured(InputStream in, RetryPolicy retries, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Cli result = run(in, out, retries, args);
        return new Cli(result.args, result.code, out.toString(StandardCharsets.UTF_8), result.err);
    }

    private static Cli run(InputStream in, OutputStream out, RetryPolicy retries, Object... args) {
        return run(in, out, retries, NO_TERMINAL, args);
    }

    private static Cli run(
            InputStream in, OutputStream out, RetryPolicy retries, Surroundings surroundings, Object... args) {
        return run(in, out, retries, surroundings, NO_SETTINGS, args);
    }

    private static Cli run(
            InputStream in,
            OutputStream out,
            RetryPolicy retries,
            Surroundings surroundings,
            ConfigPlaces places,
            Object... args) {
        String[] words = words(args);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Streams streams = new Streams(in, out, errors, false, surroundings.terminal(), false);
        int code = new PathrankCli(streams, retries, surroundings, places).run(words);
        return new Cli(List.of(words), code, "", err.toString(StandardCharsets.UTF_8));
    }

    /** Parses the words without running them; fails if picocli rejects them. */
    public static ParseResult parse(List<String> words) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Streams streams = new Streams(InputStream.nullInputStream(), nowhere, nowhere, false, false, false);
        return new PathrankCli(streams).commandLine().parseArgs(words.toArray(String[]::new));
    }

    public Cli exits(int expected) {
        return code == expected ? this : unexpected("exit code " + expected);
    }

    Cli saysOnErr(String text) {
        return err.contains(text) ? this : unexpected("on standard error: " + text);
    }

    Cli saysNothingOnErr() {
        return err.isEmpty() ? this : unexpected("nothing on standard error");
    }

    Cli doesNotSayOnErr(String text) {
        return err.contains(text) ? unexpected("not on standard error: " + text) : this;
    }

    Cli printsLine(String regex) {
        boolean found = out.lines().anyMatch(Pattern.compile(regex).asMatchPredicate());
        return found ? this : unexpected("a line on standard output that matches " + regex);
    }

    Cli printsNothing() {
        return out.isEmpty() ? this : unexpected("nothing on standard output");
    }

    /** Lines of standard output after the header. */
    List<String> rows() {
        return out.lines().skip(1).toList();
    }

    /** The cell of a column in the row of an endpoint such as {@code GET /user}. */
    String cell(String endpoint, String column) {
        String cell = cells(column).get(endpoint);
        return cell == null ? fail(endpoint + " is not in\n" + this) : cell;
    }

    /** The cells of a column by endpoint, such as {@code GET /user}, in the order of the rows. */
    Map<String, String> cells(String column) {
        List<String> methods = column("method");
        List<String> patterns = column("pattern");
        List<String> values = column(column);
        Map<String, String> cells = new LinkedHashMap<>();
        for (int row = 0; row < values.size(); row++) {
            cells.put(methods.get(row) + " " + patterns.get(row), values.get(row));
        }
        return cells;
    }

    /** Cells of a column of the CSV on standard output; no cell of these tests holds a comma. */
    List<String> column(String name) {
        List<String> header = Arrays.asList(out.lines().findFirst().orElse("").split(","));
        int at = header.indexOf(name);
        return at < 0
                ? fail(this + "\nhas no column " + name)
                : rows().stream().map(row -> row.split(",", -1)[at]).toList();
    }

    private Cli unexpected(String expectation) {
        return fail("expected " + expectation + "\n" + this);
    }

    @Override
    public String toString() {
        return "pathrank " + String.join(" ", args) + "\nexit code: " + code + "\nstandard output:\n" + out
                + "\nstandard error:\n" + err;
    }
}
