package dev.pathrank.cli.options;

import dev.pathrank.cli.message.Verbosity;
import dev.pathrank.log.FilterOptions;
import dev.pathrank.log.RowFilter;
import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.run.EngineProvider;
import dev.pathrank.run.Engines;
import dev.pathrank.run.Retention;
import dev.pathrank.run.RunSettings;
import dev.pathrank.tally.TallyOptions;
import dev.pathrank.tally.file.Span;
import dev.pathrank.tally.memory.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for how the run is carried out; none of them changes the report. */
final class RunArguments {
    private static final int MOST_THREADS = 1024;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Process N objects at a time. Default: number of processors.")
    private @Nullable Integer threads;

    @Option(
            names = Engines.OPTION,
            paramLabel = "ENGINE",
            description = "Read on this machine (local, the default) or on a cluster (spark).")
    private String engine = Engines.LOCAL;

    @Option(
            names = "--tmp-dir",
            paramLabel = "FOLDER",
            description = "Folder for temporary files. Default: that of the system.")
    private @Nullable Path tmpDir;

    @Option(
            names = "--max-inflight",
            paramLabel = "SIZE",
            converter = Size.class,
            description = "Fetch at most SIZE bytes ahead. Default: 64M.")
    private @Nullable Long maxInflight;

    @Option(names = "--fail-fast", description = "Stop at the first failure and write no report.")
    private boolean failFast;

    @Option(names = "--allow-empty", description = "Write a report without rows, code 0, if no row is counted.")
    private boolean allowEmpty;

    @Option(names = "--dry-run", description = "Print what would be read, the estimated time and the S3 cost.")
    private boolean dryRun;

    @Option(names = "--quiet", description = "Print errors only.")
    private boolean quiet;

    @Option(names = "--verbose", description = "Print a line for each object.")
    private boolean verbose;

    /** Returns how objects are read and counted. */
    RunSettings settings(
            InputArguments input, FilterArguments filter, TimeWindow window, FoldingRules rules, boolean saves) {
        boolean byDay = input.state() != null;
        // With a state every row is counted in its day, whatever days are reported.
        FilterOptions rows = filter.rows(window);
        RowFilter counted = new RowFilter(byDay ? filter.rowsOfAnyTime() : rows);
        Retention stored = saves ? Retention.OBJECTS : Retention.NOTHING;
        return new RunSettings(
                input.log(),
                counted,
                new TallyOptions(rules, Limits.DEFAULT, tmpDir(), input.dedupe()),
                threads(),
                maxInflight(),
                failFast,
                byDay ? Retention.DAYS : stored,
                byDay || saves ? filter.span(window) : Span.ALL);
    }

    private int threads() {
        if (threads == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("--threads must be 1 to " + MOST_THREADS + ", but was " + threads);
        }
        return threads;
    }

    /**
     * Returns where objects are read.
     *
     * @throws IllegalArgumentException if there is no such engine, or another option has no meaning with it
     */
    EngineProvider engine() {
        if (dryRun) {
            return Engines.named(Engines.LOCAL); // nothing is read
        }
        EngineProvider provider = Engines.named(engine);
        if (threads != null && !engine.equals(Engines.LOCAL)) {
            throw new IllegalArgumentException("--threads does not apply to --engine " + engine
                    + "; leave it out (on Spark, spark.task.cpus sets the threads of a task)");
        }
        return provider;
    }

    private long maxInflight() {
        if (maxInflight == null) {
            return RunSettings.usualInflight();
        }
        if (maxInflight < RunSettings.LEAST_INFLIGHT || maxInflight > RunSettings.mostInflight()) {
            throw new IllegalArgumentException(
                    "--max-inflight must be " + Size.words(RunSettings.LEAST_INFLIGHT) + " to "
                            + Size.words(RunSettings.mostInflight()) + ", half of the maximum heap, but was "
                            + Size.words(maxInflight));
        }
        return maxInflight;
    }

    boolean allowEmpty() {
        return allowEmpty;
    }

    boolean dryRun() {
        return dryRun;
    }

    private Path tmpDir() {
        Path folder = tmpDir == null ? Path.of(System.getProperty("java.io.tmpdir")) : tmpDir;
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new IllegalArgumentException("--tmp-dir " + folder + " must be a writable folder");
        }
        return folder;
    }

    Verbosity verbosity() {
        if (quiet && verbose) {
            throw new IllegalArgumentException("--quiet and --verbose contradict each other; use only one of them");
        }
        if (quiet) {
            return Verbosity.QUIET;
        }
        return verbose ? Verbosity.VERBOSE : Verbosity.NORMAL;
    }
}
