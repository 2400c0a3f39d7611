package dev.pathrank.plan.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A YAML document of names and figures (library snakeyaml-engine). Every scalar is a text until it is read as a figure,
 * so that no price becomes a floating-point number.
 *
 * @param file for messages
 * @param entries of the outermost mapping
 */
record DataFile(String file, Map<String, Object> entries) {
    /** Reads a document. */
    static DataFile of(String file, String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        try {
            List<Object> documents = new ArrayList<>(); // none where there are only comments
            new Load(settings).loadAllFromString(yaml).forEach(documents::add);
            return new DataFile(file, mapping(file, documents.size() == 1 ? documents.get(0) : documents));
        } catch (YamlEngineException e) {
            throw new DataFileException(
                    file,
                    "is not valid YAML: "
                            + String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ") + "; correct it");
        }
    }

    /** Returns a document that ships with the program. */
    static DataFile shipped(String name) {
        try (InputStream in = DataFile.class.getResourceAsStream("/dev/pathrank/plan/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> mapping(String file, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new DataFileException(file, "must contain names with values, such as \"lambda-concurrency: 3000\"");
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        map.forEach((key, entry) -> entries.put(String.valueOf(key), entry));
        return entries;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    String text(String key) {
        Object value = entries.get(key);
        return value == null ? "" : String.valueOf(value);
    }

    /** Returns the mapping below a key; an empty one where there is none. */
    DataFile below(String key) {
        Object value = entries.get(key);
        return new DataFile(file, value == null ? Map.of() : mapping(file + ", " + key + ",", value));
    }

    /** Returns the mappings in the list below a key. */
    List<DataFile> each(String key) {
        if (!(entries.get(key) instanceof List<?> list)) {
            throw new DataFileException(file, "needs a list under \"" + key + "\"");
        }
        return list.stream()
                .map(item -> new DataFile(file, mapping(file, item)))
                .toList();
    }

    /** Returns the texts of the list below a key; none where there is no list. */
    List<String> texts(String key) {
        return entries.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Returns a figure that is 0 or more. */
    BigDecimal figure(String key) {
        String text = text(key).replace("_", "");
        try {
            BigDecimal figure = new BigDecimal(text);
            if (figure.signum() >= 0) {
                return figure;
            }
        } catch (NumberFormatException e) {
            // reported below, as for a negative one
        }
        throw new DataFileException(file, "has \"" + text + "\" for " + key + "; write a number, 0 or more");
    }

    /** @throws DataFileException if there is an unknown key */
    void requireKeys(Set<String> known) {
        for (String key : entries.keySet()) {
            if (!known.contains(key)) {
                throw new DataFileException(
                        file, "has \"" + key + "\", which is unknown; known are " + new TreeSet<>(known));
            }
        }
    }
}
