package dev.pathrank.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The names and headers of commands, which is all of them that the help of the whole tool needs. */
final class CommandHeaders {
    private CommandHeaders() {}

    /**
     * Adds commands without their options, which are what takes time to make.
     *
     * @param commands classes with {@link Command} annotations
     */
    static CommandLine addTo(CommandLine tool, List<Class<?>> commands) {
        for (Class<?> command : commands) {
            Command words = command.getAnnotation(Command.class);
            CommandSpec header = CommandSpec.create().name(words.name());
            header.usageMessage()
                    .header(words.header())
                    .description(words.description())
                    .hidden(words.hidden());
            tool.addSubcommand(words.name(), header);
        }
        return tool;
    }
}
