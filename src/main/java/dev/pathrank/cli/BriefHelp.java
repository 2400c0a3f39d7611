package dev.pathrank.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Shorter help for a command with many options, so that it fits one screen: groups of options that another command
 * explains are named and not listed.
 */
final class BriefHelp {
    private BriefHelp() {}

    /**
     * Shortens the help of {@code command}.
     *
     * @param other the command that explains the groups
     * @param groups headings that its help has
     */
    static void shortens(CommandLine command, String other, String... groups) {
        String key = UsageMessageSpec.SECTION_KEY_OPTION_LIST;
        IHelpSectionRenderer whole =
                Objects.requireNonNull(command.getHelpSectionMap().get(key), "the list of options");
        command.getHelpSectionMap().put(key, help -> without(whole.render(help), other, List.of(groups)));
    }

    private static String without(String options, String other, List<String> groups) {
        List<String> kept = new ArrayList<>();
        boolean dropping = false;
        for (String line : options.lines().toList()) {
            boolean heading = !line.isBlank() && !line.startsWith(" ");
            if (heading) {
                dropping = Set.copyOf(groups).contains(line.strip());
            }
            if (!dropping) {
                kept.add(line);
            }
        }
        kept.add("The options of " + String.join(", ", groups) + " are listed by \"pathrank " + other + " --help\".");
        return String.join(System.lineSeparator(), kept) + System.lineSeparator();
    }
}
