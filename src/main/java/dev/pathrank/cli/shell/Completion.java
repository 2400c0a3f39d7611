package dev.pathrank.cli.shell;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion of command lines: each shell has the script that makes it. */
public enum Completion {
    /** Completes names of files where nothing else fits. Serves zsh too, which reads scripts of bash. */
    BASH(tool -> AutoComplete.bash(tool.getCommandName(), tool)),
    /** With descriptions. */
    ZSH(Completion::zsh),
    /** With descriptions. */
    FISH(Completion::fish);

    private final Function<CommandLine, String> script;

    Completion(Function<CommandLine, String> script) {
        this.script = script;
    }

    /** Returns the script for all commands of a tool. */
    public String script(CommandLine tool) {
        return script.apply(tool);
    }

    private static String zsh(CommandLine tool) {
        CommandSpec root = tool.getCommandSpec();
        String name = root.name();
        List<CommandSpec> commands = OptionText.commands(root);
        StringBuilder script = new StringBuilder("#compdef " + name + "\n\n_" + name + "() {\n"
                + "  local curcontext=$curcontext state line ret=1\n"
                + "  typeset -A opt_args\n"
                + "  local -a commands=(\n");
        commands.forEach(command -> script.append("    ")
                .append(quoted(command.name() + ":" + OptionText.header(command)))
                .append('\n'));
        script.append("  )\n  _arguments -C \\\n");
        options(root)
                .forEach(option -> script.append("    ").append(zsh(option)).append(" \\\n"));
        script.append("""
                    '1: :->command' '*:: :->words' && ret=0
                  case $state in
                    command) _describe command commands && ret=0 ;;
                    words)
                      case ${words[1]} in
                """);
        for (CommandSpec command : commands) {
            script.append("        ").append(command.name()).append(")\n          _arguments -s \\\n");
            options(command)
                    .forEach(option ->
                            script.append("            ").append(zsh(option)).append(" \\\n"));
            script.append("            '*:SOURCE:_files' && ret=0\n          ;;\n");
        }
        return script.append("      esac\n      ;;\n  esac\n  return ret\n}\n\n")
                // Called by zsh as a function of its folder, or read by the user.
                .append("if [ \"$funcstack[1]\" = _" + name + " ]; then _" + name + " \"$@\"; else compdef _" + name
                        + " " + name + "; fi\n")
                .toString();
    }

    private static String zsh(OptionSpec option) {
        String value = "";
        if (OptionText.takesValue(option)) {
            String words = String.join(" ", OptionText.words(option));
            String action = OptionText.takesFile(option) ? "_files" : words.isEmpty() ? "" : "(" + words + ")";
            value = ":" + plain(option.paramLabel()) + ":" + action;
        }
        String described = "[" + plain(OptionText.sentence(option)) + "]" + value;
        boolean repeatable = option.isMultiValue();
        return names(option)
                .map(name -> quoted((repeatable ? "*" : "") + name + value(option, name) + described))
                .collect(Collectors.joining(" "));
    }

    /** A long option may have its value behind an equals sign. */
    private static String value(OptionSpec option, String name) {
        return !OptionText.takesValue(option) ? "" : name.startsWith("--") ? "=" : "+";
    }

    /** Returns a text without the signs that end a part of a specification. */
    private static String plain(String text) {
        return text.replaceAll("[\\[\\]:\\\\]", " ").replaceAll(" +", " ").strip();
    }

    private static String fish(CommandLine tool) {
        CommandSpec root = tool.getCommandSpec();
        String start = "complete -c " + root.name();
        StringBuilder script = new StringBuilder(start + " -f\n");
        String none = " -n __fish_use_subcommand";
        options(root)
                .forEach(option ->
                        script.append(start).append(none).append(fish(option)).append('\n'));
        for (CommandSpec command : OptionText.commands(root)) {
            script.append(start + none + " -a " + command.name() + " -d " + quoted(OptionText.header(command)) + "\n");
        }
        for (CommandSpec command : OptionText.commands(root)) {
            String here = start + " -n '__fish_seen_subcommand_from " + command.name() + "'";
            script.append(here).append(" -F\n");
            options(command)
                    .forEach(option -> script.append(here).append(fish(option)).append('\n'));
        }
        return script.toString();
    }

    private static String fish(OptionSpec option) {
        String names = names(option)
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining());
        String value = "";
        if (OptionText.takesValue(option)) {
            List<String> words = OptionText.words(option);
            value = OptionText.takesFile(option)
                    ? " -r -F"
                    : words.isEmpty() ? " -x" : " -x -a " + quoted(String.join(" ", words));
        }
        return names + value + " -d " + quoted(OptionText.sentence(option));
    }

    private static Stream<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(option -> !option.hidden());
    }

    private static Stream<String> names(OptionSpec option) {
        return Stream.of(option.names());
    }

    /** Returns a text as one word of the shell; a quote within becomes a typographic one, which all of them take. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "\u2019") + "'";
    }
}
