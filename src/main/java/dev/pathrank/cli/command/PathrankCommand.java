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
            "  1  failed: no log object, no row counted, stopped by --fail-fast, or output not writable",
            "  2  invalid usage",
            "  3  the report is written, but incomplete",
            "  4  the report is written, and a threshold is exceeded (--fail-on-...)",
            "",
            "EXAMPLE",
            "  pathrank patterns s3://my-logs/cdn/ --lock patterns.lock -o patterns.csv",
            "  pathrank rank s3://my-logs/cdn/ --from 2017-02-01 --to 2017-02-22 -o order.csv",
            "  pathrank compare s3://my-logs/cdn/ --at 2017-02-13T10:00:00Z --fail-on-regression"
        })
public final class PathrankCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "missing command");
    }
}
