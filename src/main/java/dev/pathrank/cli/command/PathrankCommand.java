package dev.pathrank.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code pathrank} itself, which only names the others. */
@Command(
        name = "pathrank",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        customSynopsis = "pathrank COMMAND [OPTION...] [ARGUMENT...]",
        header = "Reads CloudFront access logs and ranks endpoints for migration.",
        commandListHeading = "%nCOMMANDS%n",
        footerHeading = "%nEXIT CODES%n",
        footer = {
            "  0  complete",
            "  1  failed: no source gave a log object, --fail-fast stopped, or the output could not be written",
            "  2  wrong usage",
            "  3  the report is written, but something is left out",
            "  4  the report is written, and a threshold is crossed, such as that of --fail-on-new",
            "",
            "EXAMPLE",
            "  pathrank patterns s3://my-logs/cdn/ --lock patterns.lock -o patterns.csv",
            "  pathrank rank s3://my-logs/cdn/ --from 2017-02-01 --to 2017-02-22 -o order.csv"
        })
public final class PathrankCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command is given");
    }
}
