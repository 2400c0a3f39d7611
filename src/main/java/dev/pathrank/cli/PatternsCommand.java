package dev.pathrank.cli;

import dev.pathrank.pattern.routes.DeclaredRoutes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pathrank patterns}: how paths become endpoints, and why. */
@Command(
        name = "patterns",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "pathrank patterns [OPTION...] SOURCE...",
            "       pathrank patterns [OPTION...] --assign IN --out OUT"
        },
        header = "Tell how paths become patterns, and why.")
final class PatternsCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", arity = "0..*", hidden = true)
    private List<String> sources = new ArrayList<>();

    @ArgGroup(validate = false, exclusive = false, order = 3, heading = "%nFOLDING%n")
    private FoldingArguments folding = new FoldingArguments();

    @ArgGroup(validate = false, exclusive = false, order = 4, heading = "%nASSIGN%n")
    private AssignArguments assign = new AssignArguments();

    PatternsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        AssignJob job = checked(() -> {
            if (!sources.isEmpty()) {
                throw new IllegalArgumentException("--assign reads a list and no logs; leave out " + sources.get(0));
            }
            DeclaredRoutes routes = folding.routes();
            return new AssignJob(
                    assign.in(),
                    assign.out(),
                    folding.rules(routes),
                    folding.placeholder(),
                    streams,
                    new Messages(streams.err(), Verbosity.NORMAL));
        });
        return job.run().number();
    }

    private <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
