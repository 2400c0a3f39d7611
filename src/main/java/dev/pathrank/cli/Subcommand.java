package dev.pathrank.cli;

import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command of the tool.
 *
 * @param described the class whose {@link Command} annotation describes it
 * @param hasSettings whether the configuration file may give it options
 * @param whole makes it with all its options, which takes longer than to read a small log
 */
record Subcommand(String name, Class<?> described, boolean hasSettings, Supplier<CommandLine> whole) {
    /** Returns its name and header, which is all of it that the help of the whole tool needs. */
    CommandSpec header() {
        Command words = described.getAnnotation(Command.class);
        CommandSpec header = CommandSpec.create().name(name);
        header.usageMessage()
                .header(words.header())
                .description(words.description())
                .hidden(words.hidden());
        return header;
    }
}
