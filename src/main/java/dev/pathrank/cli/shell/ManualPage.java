package dev.pathrank.cli.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A manual page, in the man macros of roff. */
public final class ManualPage {
    private final StringBuilder page = new StringBuilder();

    private ManualPage() {}

    /**
     * Returns the page of a command.
     *
     * @param command the tool itself or one of its commands
     * @param version of the program, and its date, as they stand at the foot
     */
    public static String of(CommandSpec command, String version) {
        ManualPage page = new ManualPage();
        page.write(command, version);
        return page.page.toString();
    }

    /** Returns the name of the page of a command, such as {@code pathrank-rank}. */
    public static String name(CommandSpec command) {
        return command.parent() == null ? command.name() : command.parent().name() + "-" + command.name();
    }

    private void write(CommandSpec command, String version) {
        page.append(".TH ")
                .append(quoted(name(command).toUpperCase(Locale.ROOT)))
                .append(" 1 \"\" ")
                .append(quoted(version))
                .append("\n.nh\n"); // names of commands have hyphens already
        section("Name");
        line(name(command) + " \\- ", OptionText.header(command));
        section("Synopsis");
        page.append(".nf\n");
        Stream.of(command.usageMessage().customSynopsis())
                .flatMap(line -> String.format(line).lines())
                .forEach(synopsis -> line("", synopsis.strip()));
        page.append(".fi\n");
        if (command.usageMessage().description().length > 0) {
            section("Description");
            block(command.usageMessage().description());
        }
        commands(command);
        options(command);
        footer(command);
        related(command);
    }

    private void commands(CommandSpec command) {
        if (command.subcommands().isEmpty()) {
            return;
        }
        section("Commands");
        for (CommandSpec other : OptionText.commands(command)) {
            page.append(".TP\n");
            line("\\fB", other.name(), "\\fR");
            line("", OptionText.header(other));
        }
    }

    private void options(CommandSpec command) {
        section("Options");
        Set<OptionSpec> grouped = new HashSet<>();
        for (ArgGroupSpec group : command.argGroups()) {
            String heading = group.heading();
            page.append(".SS ")
                    .append(quoted(heading == null ? "" : String.format(heading).strip()))
                    .append('\n');
            group.allOptionsNested().forEach(this::option);
            grouped.addAll(group.allOptionsNested());
        }
        List<OptionSpec> others = command.options().stream()
                .filter(option -> !grouped.contains(option) && !option.hidden())
                .toList();
        if (!grouped.isEmpty() && !others.isEmpty()) {
            page.append(".SS \"OTHER\"\n");
        }
        others.forEach(this::option);
    }

    private void option(OptionSpec option) {
        page.append(".TP\n");
        List<String> names = new ArrayList<>();
        for (String name : option.names()) {
            names.add("\\fB" + escaped(name) + "\\fR");
        }
        String value = OptionText.takesValue(option) ? " \\fI" + escaped(option.paramLabel()) + "\\fR" : "";
        page.append(String.join(", ", names)).append(value).append('\n');
        line("", OptionText.description(option));
    }

    /** The end of the help holds sections: a heading in capitals, and lines that are indented. */
    private void footer(CommandSpec command) {
        String heading = command.usageMessage().footerHeading();
        if (heading != null && !heading.isBlank()) {
            section(String.format(heading).strip());
        }
        block(command.usageMessage().footer());
    }

    private void block(String... lines) {
        for (String format : lines) {
            String text = String.format(format);
            if (text.isBlank()) {
                page.append(".PP\n");
            } else if (text.equals(text.toUpperCase(Locale.ROOT)) && !text.startsWith(" ")) {
                section(text);
            } else if (text.startsWith(" ")) {
                page.append(".nf\n");
                line("", text);
                page.append(".fi\n");
            } else {
                line("", text);
            }
        }
    }

    private void related(CommandSpec command) {
        CommandSpec tool = command.parent() == null ? command : command.parent();
        List<String> others = new ArrayList<>();
        Stream.concat(Stream.of(tool), OptionText.commands(tool).stream())
                .filter(other -> other != command)
                .forEach(other -> others.add("\\fB" + escaped(name(other)) + "\\fR(1)"));
        section("See also");
        page.append(String.join(", ", others)).append('\n');
    }

    private void section(String name) {
        page.append(".SH ").append(quoted(name.toUpperCase(Locale.ROOT))).append('\n');
    }

    private void line(String before, String text) {
        line(before, text, "");
    }

    private void line(String before, String text, String after) {
        String safe = escaped(text);
        boolean isRequest = before.isEmpty() && (safe.startsWith(".") || safe.startsWith("'"));
        page.append(before)
                .append(isRequest ? "\\&" : "")
                .append(safe)
                .append(after)
                .append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-");
    }

    private static String quoted(String text) {
        return '"' + escaped(text).replace("\"", "\\(dq") + '"';
    }
}
