package dev.pathrank.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is kept of a run for later ones. */
final class StoreArguments {
    @Option(
            names = "--state",
            paramLabel = "PLACE",
            description = "Keep counts by day in a folder or s3://; read only new objects.")
    private String state;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Write what is reported as a tally, a SOURCE for later.")
    private Path save;

    Optional<String> state() {
        return Optional.ofNullable(state);
    }

    /** @throws IllegalArgumentException if the name would not be recognised as a source */
    Optional<Path> save() {
        if (save != null && !TallySource.isOne(save.toString())) {
            throw new IllegalArgumentException("--save " + save + " must end in " + TallySource.SUFFIX
                    + ", by which a SOURCE is known as a tally");
        }
        return Optional.ofNullable(save);
    }
}
