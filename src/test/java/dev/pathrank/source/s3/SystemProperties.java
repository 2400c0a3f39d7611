package dev.pathrank.source.s3;

import java.util.HashMap;
import java.util.Map;

/** System properties that are set until this is closed. An empty value unsets one. */
public final class SystemProperties implements AutoCloseable {
    private final Map<String, String> before = new HashMap<>();

    private SystemProperties() {}

    /** Sets all of them. */
    public static SystemProperties set(Map<String, String> values) {
        SystemProperties properties = new SystemProperties();
        values.forEach((name, value) -> {
            properties.before.put(name, System.getProperty(name, ""));
            put(name, value);
        });
        return properties;
    }

    /** Does something while all of them are set. */
    public static void during(Map<String, String> values, Action action) throws Exception {
        SystemProperties properties = set(values);
        try {
            action.run();
        } finally {
            properties.close();
        }
    }

    private static void put(String name, String value) {
        if (value.isEmpty()) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }

    /** Part of a test. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    @Override
    public void close() {
        before.forEach(SystemProperties::put);
    }
}
