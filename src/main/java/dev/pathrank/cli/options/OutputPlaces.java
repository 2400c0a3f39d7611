package dev.pathrank.cli.options;

import dev.pathrank.state.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A check that a run writes no file where it, or the next run, reads: over a source, into a folder of logs or into a
 * state.
 */
final class OutputPlaces {
    private OutputPlaces() {}

    /**
     * Checks the places of all outputs.
     *
     * @param outputs file by option
     * @param state the place of the state, or null for none
     * @throws IllegalArgumentException if an output lies where it must not; the message names both
     */
    static void require(Map<String, Path> outputs, List<String> sources, @Nullable String state) {
        outputs.forEach((option, file) -> {
            if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
                return; // a device or pipe is written in place
            }
            Path place = real(file);
            for (String source : sources) {
                folderOrFile(source).ifPresent(read -> requireOutside(option, file, place, source, read));
            }
            if (state != null && folderOrFile(state).filter(place::startsWith).isPresent()) {
                throw new IllegalArgumentException(
                        option + " " + file + " is in the state " + state + "; choose a location outside of it");
            }
        });
        Path save = outputs.get("--save");
        Path folder = save == null ? null : real(save).getParent();
        if (folder != null && State.isIn(folder)) {
            throw new IllegalArgumentException("--save " + save + " is in the state " + folder
                    + ", whose next run would remove it; choose a location outside of it");
        }
    }

    private static void requireOutside(String option, Path file, Path place, String source, Path read) {
        if (place.equals(read)) {
            throw new IllegalArgumentException(option + " " + file + " is the SOURCE " + source
                    + ", which it would overwrite; choose another file");
        }
        if (Files.isDirectory(read) && place.startsWith(read) && !isHidden(read.relativize(place))) {
            throw new IllegalArgumentException(option + " " + file + " is in the SOURCE " + source
                    + ", where it would be read as a log; choose a location outside of it");
        }
    }

    /** Returns whether a folder's listing leaves a path out. */
    private static boolean isHidden(Path below) {
        for (Path name : below) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** Returns the place of a word, or nothing where it is none of this machine. */
    private static Optional<Path> folderOrFile(String word) {
        if (word.equals("-") || word.contains("://")) {
            return Optional.empty();
        }
        try {
            return Optional.of(real(Path.of(word)));
        } catch (InvalidPathException e) {
            return Optional.empty(); // refused where it is opened
        }
    }

    /** Returns where a path leads, through links; for a file that is not there yet, where it would be made. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            // below
        }
        try {
            Path linked = Files.isSymbolicLink(absolute)
                    ? absolute.resolveSibling(Files.readSymbolicLink(absolute))
                    : absolute;
            Path folder = linked.getParent();
            return folder == null ? linked : folder.toRealPath().resolve(linked.getFileName());
        } catch (IOException e) {
            return absolute.normalize();
        }
    }
}
