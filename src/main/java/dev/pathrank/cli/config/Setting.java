package dev.pathrank.cli.config;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A value that an option has from elsewhere than the command line.
 *
 * @param option its longest name, with dashes
 * @param values as they would be written on the command line; empty for a flag that is switched on
 * @param origin the line of the file, or the variable
 */
public record Setting(String option, List<String> values, String origin) {
    public Setting {
        values = List.copyOf(values);
    }

    /** Returns the words that give the option these values. */
    public List<String> words() {
        return values.isEmpty()
                ? List.of(option)
                : values.stream().map(value -> option + "=" + value).toList();
    }

    /** Returns whether a value is the name of a file, as far as its option and its look tell. */
    public boolean namesFile(OptionSpec spec) {
        return values.stream().anyMatch(value -> SettingReader.isFile(spec, value));
    }

    @Override
    public String toString() {
        return values.isEmpty()
                ? option
                : values.stream().map(value -> option + " " + value).collect(Collectors.joining(" "));
    }
}
