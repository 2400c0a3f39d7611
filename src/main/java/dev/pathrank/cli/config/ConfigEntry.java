package dev.pathrank.cli.config;

import java.util.List;

/**
 * A key of a configuration file.
 *
 * @param section the command that it is meant for
 * @param key the name of an option without dashes
 * @param values as they would be written on the command line
 * @param list whether the file has a list or a table of values
 * @param line where the key stands, from 1
 */
record ConfigEntry(String section, String key, List<String> values, boolean list, int line) {
    ConfigEntry {
        values = List.copyOf(values);
    }
}
