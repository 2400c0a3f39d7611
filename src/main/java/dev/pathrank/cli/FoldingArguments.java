package dev.pathrank.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How paths become endpoints. */
final class FoldingArguments {
    @Option(
            names = "--pattern",
            paramLabel = "PATTERN",
            description = "State a pattern, such as '/user/<id>'; it always wins.")
    private List<String> patterns = new ArrayList<>();

    @Option(names = "--by-host", description = "Tell the endpoints of different hosts apart.")
    private boolean byHost;

    List<String> patterns() {
        for (String pattern : patterns) {
            if (!pattern.startsWith("/")) {
                throw new IllegalArgumentException(
                        "--pattern \"" + pattern + "\" is no path; a pattern begins with /, such as /user/<id>");
            }
        }
        return List.copyOf(patterns);
    }

    boolean byHost() {
        return byHost;
    }
}
