package dev.pathrank.source;

import dev.pathrank.run.Sources;
import java.util.Objects;
import java.util.Optional;

/**
 * Where another process finds a log object, so that it need not list anew. {@link Sources#object} makes the object of it there.
 *
 * @param place {@code s3://bucket/key}, or the absolute path of a file
 * @param name as {@link LogObject#name()}
 * @param key as {@link LogObject#key()}
 * @param size as {@link LogObject#size()}
 * @param version as {@link LogObject#version()}
 */
public record Address(String place, String name, String key, long size, Optional<String> version) {
    public Address {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(version, "version");
    }
}
