package dev.pathrank.cli.config;

import dev.pathrank.io.IoFailures;
import dev.pathrank.io.TextFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A configuration file.
 *
 * @param path where it lies
 * @param name how messages name it
 * @param named whether the user named it; one that was found is trusted less, as it may come with somebody's repository
 * @param entries its keys, in their order
 */
record ConfigFile(Path path, String name, boolean named, List<ConfigEntry> entries) {
    /** More than any list of options needs; a larger file is something else. */
    private static final int MOST_BYTES = 1 << 16;

    ConfigFile {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a file.
     *
     * @throws ConfigException if it cannot be read, or is no TOML of sections with keys
     */
    static ConfigFile read(Path path, String name, boolean named) {
        return new ConfigFile(path, name, named, TomlEntries.of(name, text(path, name)));
    }

    private static String text(Path path, String name) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ConfigException(
                        name + " is larger than " + (MOST_BYTES >> 10) + " KiB, so it is no configuration file");
            }
            return TextFiles.withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new ConfigException(name + " is not UTF-8, so it is no configuration file", e);
        } catch (IOException e) {
            throw new ConfigException(name + " cannot be read: " + IoFailures.reason(e), e);
        }
    }

    String place(int line) {
        return name + ", line " + line;
    }
}
