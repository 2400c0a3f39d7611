package dev.pathrank.cli;

import dev.pathrank.pattern.StatedPatterns;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How paths become endpoints. */
final class FoldingArguments {
    @Option(
            names = "--pattern",
            paramLabel = "PATTERN",
            description = "State a pattern, such as '/user/<id>'; it always wins. Repeatable.")
    private List<String> patterns = new ArrayList<>();

    @Option(names = "--by-host", description = "Tell the endpoints of different hosts apart.")
    private boolean byHost;

    /** @throws IllegalArgumentException if one is no pattern; the message tells the forms */
    List<String> patterns() {
        new StatedPatterns(patterns); // said now, and not in the middle of the work
        return List.copyOf(patterns);
    }

    boolean byHost() {
        return byHost;
    }
}
