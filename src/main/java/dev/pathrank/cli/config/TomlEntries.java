package dev.pathrank.cli.config;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** Reader of TOML: sections with keys, whose values are texts, numbers, dates, {@code true}, or lists of these. */
final class TomlEntries {
    private final String name;
    private final List<ConfigEntry> entries = new ArrayList<>();

    private TomlEntries(String name) {
        this.name = name;
    }

    /**
     * Returns the keys of a document, in their order.
     *
     * @param name how messages name the document
     * @throws ConfigException if it is no TOML, or holds something else
     */
    static List<ConfigEntry> of(String name, String toml) {
        TomlParseResult document = Toml.parse(toml);
        for (TomlParseError error : document.errors()) {
            throw new ConfigException(name + ", line " + error.position().line() + ": "
                    + String.valueOf(error.getMessage()).replaceAll("\\s+", " "));
        }
        TomlEntries reader = new TomlEntries(name);
        for (Map.Entry<String, Object> section : document.entrySet()) {
            reader.readSection(document, section.getKey(), section.getValue());
        }
        return reader.entries;
    }

    private void readSection(TomlTable document, String section, Object content) {
        if (!(content instanceof TomlTable table)) {
            throw wrong(document, section, section + " must stand below the name of a command, such as [rank]");
        }
        for (Map.Entry<String, Object> each : table.entrySet()) {
            String key = each.getKey();
            Object value = each.getValue();
            boolean list = value instanceof TomlArray || value instanceof TomlTable;
            List<String> values = texts(value);
            if (values == null) {
                throw wrong(
                        table, key, key + " must be a text, a number, a date, true or false, or a list of such values");
            }
            entries.add(new ConfigEntry(section, key, values, list, line(table, key)));
        }
    }

    /** Returns a value, or the values of a list; null if they have another type. */
    private static @Nullable List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof TomlArray array) {
            array.toList().forEach(each -> texts.add(text(each)));
        } else if (value instanceof TomlTable table) {
            table.entrySet().forEach(each -> {
                String text = text(each.getValue());
                texts.add(text == null ? null : each.getKey() + "=" + text);
            });
        } else {
            texts.add(text(value));
        }
        return texts.contains(null) ? null : texts;
    }

    private static @Nullable String text(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        if (value instanceof LocalDateTime time) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
        }
        return value instanceof String
                        || value instanceof Long
                        || value instanceof Double
                        || value instanceof Boolean
                        || value instanceof LocalDate
                ? value.toString()
                : null;
    }

    private ConfigException wrong(TomlTable table, String key, String message) {
        return new ConfigException(name + ", line " + line(table, key) + ": " + message);
    }

    private static int line(TomlTable table, String key) {
        var position = table.inputPositionOf(List.of(key));
        return position == null ? 1 : position.line();
    }
}
