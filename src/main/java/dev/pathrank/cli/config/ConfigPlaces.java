package dev.pathrank.cli.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places where settings are looked for.
 *
 * @param folder the working folder, absolute
 * @param home the user's home folder, absolute; null where there is none
 * @param environment variables by name
 */
public record ConfigPlaces(Path folder, @Nullable Path home, Map<String, String> environment) {
    /** Name of the file that is looked for. */
    public static final String FILE = "pathrank.toml";

    public ConfigPlaces {
        environment = Map.copyOf(environment);
    }

    /** Returns the places of this process. */
    public static ConfigPlaces ofProcess() {
        String home = System.getProperty("user.home", "");
        return new ConfigPlaces(
                Path.of("").toAbsolutePath(),
                home.isEmpty() ? null : Path.of(home).toAbsolutePath(),
                System.getenv());
    }

    /**
     * Returns the nearest file in the working folder or above it, up to the root of the repository or the home folder,
     * whichever comes first; null if there is none.
     */
    @Nullable
    Path find() {
        Path nearest = null;
        for (Path at = folder; at != null; at = at.getParent()) {
            if (nearest == null && Files.isRegularFile(at.resolve(FILE))) {
                nearest = at.resolve(FILE);
            }
            if (at.equals(home) || Files.exists(at.resolve(".git"))) {
                return nearest;
            }
        }
        // Outside of both, the folders above belong to others, such as all who may write to /tmp.
        Path own = folder.resolve(FILE);
        return own.equals(nearest) ? own : null;
    }
}
