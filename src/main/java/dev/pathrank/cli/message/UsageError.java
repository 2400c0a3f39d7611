package dev.pathrank.cli.message;

import dev.pathrank.text.Suggestions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words for what is wrong with a command line, and for what was probably meant. */
public final class UsageError {
    private static final int MOST_SUGGESTIONS = 3;
    /** Words of other tools for options of this one. */
    private static final Map<String, String> SYNONYMS =
            Map.of("--limit", "--top", "--head", "--top", "--since", "--from", "--until", "--to", "--sort", "--order");

    /** Options of other commands for the first rows. */
    private static final Set<String> FIRST_ROWS = Set.of("-n", "--top");

    private UsageError() {}

    /** Returns what is wrong, and a suggestion if there is one. */
    public static String words(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return isCommand(unmatched)
                    ? noSuchCommand(unmatched)
                    : firstLower(String.valueOf(wrong.getMessage())) + suggestion(unmatched);
        }
        return firstLower(String.valueOf(wrong.getMessage()))
                .replace("option option", "option")
                .replaceFirst("(?s)cannot convert ('.*') to BigDecimal .*", "$1 is not a number such as 1.5")
                .replaceFirst(
                        "(?s)cannot convert ('.*') to class java\\.time\\.LocalDate .*",
                        "$1 is not a date such as 2026-12-07")
                .replaceFirst(" is not an? (?:int|long)$", " is not a whole number")
                .replace(" is not a double", " is not a number");
    }

    /** Returns the arguments that show the help of the command. */
    public static String helpFor(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        return command.getParent() == null ? "--help" : command.getCommandName() + " --help";
    }

    private static boolean isCommand(UnmatchedArgumentException unmatched) {
        return unmatched.getCommandLine().getParent() == null && !unmatched.isUnknownOption();
    }

    private static String noSuchCommand(UnmatchedArgumentException unmatched) {
        String word = unmatched.getUnmatched().get(0);
        boolean isSource = word.equals("-") || word.contains("/") || word.contains(".") || Files.exists(Path.of(word));
        return "unknown command '" + word + "'"
                + (isSource
                        ? ". Did you mean pathrank rank " + String.join(" ", unmatched.getUnmatched()) + "?"
                        : suggestionOrCommands(unmatched));
    }

    private static String suggestionOrCommands(UnmatchedArgumentException unmatched) {
        String suggestion = suggestion(unmatched);
        return suggestion.isEmpty()
                ? ". Available commands: "
                        + unmatched.getCommandLine().getSubcommands().entrySet().stream()
                                .filter(each -> !each.getValue()
                                        .getCommandSpec()
                                        .usageMessage()
                                        .hidden())
                                .map(Map.Entry::getKey)
                                .collect(Collectors.joining(", "))
                : suggestion;
    }

    private static String suggestion(UnmatchedArgumentException unmatched) {
        String typed = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
        if (FIRST_ROWS.contains(typed)
                && unmatched.getCommandLine().getCommandName().equals("patterns")) {
            return "; patterns prints every pattern, of which head -n takes the first";
        }
        String synonym = SYNONYMS.get(typed);
        if (synonym != null && words(unmatched).contains(synonym)) {
            return ". Did you mean " + synonym + "?";
        }
        List<String> nearest = Suggestions.nearest(unmatched.getUnmatched().get(0), words(unmatched));
        List<String> suggestions = nearest.isEmpty() ? unmatched.getSuggestions() : nearest;
        return suggestions.isEmpty()
                ? ""
                : ". Did you mean "
                        + suggestions.stream().limit(MOST_SUGGESTIONS).collect(Collectors.joining(" or ")) + "?";
    }

    /** Returns what may have been meant: options, or the names of commands. */
    private static List<String> words(UnmatchedArgumentException unmatched) {
        return List.copyOf(
                unmatched.isUnknownOption()
                        ? unmatched
                                .getCommandLine()
                                .getCommandSpec()
                                .optionsMap()
                                .keySet()
                        : unmatched.getCommandLine().getSubcommands().keySet());
    }

    private static String firstLower(String message) {
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}
