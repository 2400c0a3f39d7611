package dev.pathrank.cli.command;

import dev.pathrank.cli.shell.Completion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code pathrank generate-completion}: a script that completes command lines. */
@Command(
        name = "generate-completion",
        mixinStandardHelpOptions = true,
        customSynopsis = "pathrank generate-completion [SHELL]",
        header = "Print a script that completes command lines in bash, zsh or fish.",
        footerHeading = "%nEXAMPLE%n",
        footer = {
            "  source <(pathrank generate-completion)",
            "  pathrank generate-completion fish > ~/.config/fish/completions/pathrank.fish"
        })
public final class CompletionCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SHELL",
            arity = "0..1",
            description = "${COMPLETION-CANDIDATES}. Default: BASH, which zsh reads too.")
    private Completion shell = Completion.BASH;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(shell.script(spec.root().commandLine()));
        return 0;
    }
}
