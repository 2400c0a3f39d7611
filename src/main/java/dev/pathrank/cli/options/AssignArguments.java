package dev.pathrank.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A list of requests in place of logs. */
public final class AssignArguments {
    @Option(
            names = "--assign",
            paramLabel = "IN",
            description = "Tell the pattern of each METHOD<TAB>PATH[<TAB>STATUS] line; no SOURCE.")
    private Path in;

    @Option(
            names = "--out",
            paramLabel = "OUT",
            description = "Write METHOD<TAB>PATH<TAB>PATTERN there; - is the default.")
    private Path out;

    public boolean isGiven() {
        return in != null;
    }

    public Path in() {
        return in;
    }

    /** Empty for standard output. */
    public Optional<Path> out() {
        if (in == null && out != null) {
            throw new IllegalArgumentException("--out says where --assign IN writes to, which is missing");
        }
        return Optional.ofNullable(out).filter(path -> !path.toString().equals("-"));
    }
}
