package dev.pathrank.cli;

import dev.pathrank.cli.run.EngineProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the run is carried out; none of it changes the report. */
final class RunArguments {
    private static final int MOST_THREADS = 1024;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Process N objects at a time. Default: the number of processors.")
    private Integer threads;

    @Option(
            names = Engines.OPTION,
            paramLabel = "ENGINE",
            description = "Read on this machine (local, the default) or on a cluster (spark).")
    private String engine = Engines.LOCAL;

    @Option(
            names = "--tmp-dir",
            paramLabel = "FOLDER",
            description = "Spill counts there when memory is short. Default: the system's.")
    private Path tmpDir;

    @Option(names = "--quiet", description = "Say nothing but errors.")
    private boolean quiet;

    @Option(names = "--verbose", description = "Say what becomes of each object.")
    private boolean verbose;

    int threads() {
        if (threads == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("--threads must be 1 to " + MOST_THREADS + ", but was " + threads);
        }
        return threads;
    }

    /** @throws IllegalArgumentException if there is none of that name, or another option has no sense with it */
    EngineProvider engine() {
        EngineProvider provider = Engines.named(engine);
        if (threads != null && !engine.equals(Engines.LOCAL)) {
            throw new IllegalArgumentException("--threads is of one machine and says nothing to --engine " + engine
                    + "; leave it out (on Spark a task has as many as spark.task.cpus says)");
        }
        return provider;
    }

    Path tmpDir() {
        Path folder = Optional.ofNullable(tmpDir).orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new IllegalArgumentException("--tmp-dir " + folder + " must be a folder that you may write to");
        }
        return folder;
    }

    Verbosity verbosity() {
        if (quiet && verbose) {
            throw new IllegalArgumentException("--quiet and --verbose contradict each other; give one of them");
        }
        if (quiet) {
            return Verbosity.QUIET;
        }
        return verbose ? Verbosity.VERBOSE : Verbosity.NORMAL;
    }
}
