package dev.pathrank.cli.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What completion and manual pages say of options and commands. */
final class OptionText {
    private OptionText() {}

    /** Returns the description of an option, on one line. */
    static String description(ArgSpec option) {
        return String.join(" ", option.description()).strip(); // picocli has formatted it, other than that of a command
    }

    /** Returns what a command does, on one line. */
    static String header(CommandSpec command) {
        String[] header = command.usageMessage().header();
        return line(header.length > 0 ? header : command.usageMessage().description());
    }

    /** Returns lines of a description as one line; they are format strings. */
    static String line(String... description) {
        return Stream.of(description)
                .map(line -> String.format(line).strip())
                .filter(line -> !line.isEmpty())
                .reduce((all, line) -> all + " " + line)
                .orElse("");
    }

    /** Returns the first sentence of a description, without its full stop. */
    static String sentence(ArgSpec option) {
        return description(option).replaceFirst("\\. .*", "").replaceFirst("\\.$", "");
    }

    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    /** Returns whether a value is the name of a file. */
    static boolean takesFile(OptionSpec option) {
        Class<?>[] types = option.typeInfo().getAuxiliaryTypes();
        return option.typeInfo().getType() == Path.class || types.length > 0 && types[0] == Path.class;
    }

    /** Returns the words that a value may be; empty if it is free. */
    static List<String> words(OptionSpec option) {
        List<String> words = new ArrayList<>();
        if (option.completionCandidates() != null) {
            option.completionCandidates().forEach(words::add);
        }
        return words;
    }

    /** Returns the commands that are no help about others, in their order. */
    static List<CommandSpec> commands(CommandSpec tool) {
        return tool.subcommands().values().stream()
                .distinct()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .toList();
    }
}
