package dev.pathrank.cli.command;

import dev.pathrank.cli.shell.ManualPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code pathrank generate-manual}, which a release calls: manual pages of all commands. */
@Command(
        name = "generate-manual",
        mixinStandardHelpOptions = true,
        hidden = true,
        customSynopsis = "pathrank generate-manual FOLDER",
        header = "Write a manual page for each command into a folder.")
public final class ManualCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "Made if it is not there.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        CommandSpec tool = spec.root();
        String version = Version.program();
        for (CommandSpec command : Stream.concat(
                        Stream.of(tool), tool.subcommands().values().stream().map(CommandLine::getCommandSpec))
                .toList()) {
            if (!command.usageMessage().hidden()) {
                Files.writeString(folder.resolve(ManualPage.name(command) + ".1"), ManualPage.of(command, version));
            }
        }
        return 0;
    }
}
