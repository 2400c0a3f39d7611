package dev.pathrank.source;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The address of a log object, by which another process opens it without listing again.
 *
 * @param place {@code s3://bucket/key}, or the absolute path of a file
 * @param name as {@link LogObject#name()}
 * @param key as {@link LogObject#key()}
 * @param size as {@link LogObject#size()}
 * @param version as {@link LogObject#version()}; null if it has none
 */
public record Address(
        String place,
        String name,
        String key,
        long size,
        @Nullable String version) {
    public Address {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
    }
}
