package dev.pathrank.cli.options;

import dev.pathrank.report.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files that a run writes.
 *
 * @param output file of the report; null for standard output
 * @param summary file of the summary, or {@code -} for standard output; null for none
 * @param rejects file of the rejected rows; null for none
 * @param rejectsRaw whether addresses, queries, cookies and referers stay readable there
 * @param save file of the tally; null for none
 * @param lock file of reviewed patterns to which new ones are added; null for none
 * @param folder whether {@code output} is a folder for several files
 */
public record Destinations(
        @Nullable Path output,
        @Nullable Path summary,
        @Nullable Path rejects,
        boolean rejectsRaw,
        @Nullable Path save,
        @Nullable Path lock,
        boolean folder) {
    private static final Pattern ENDING = Pattern.compile("\\.(?:ya?ml|json|template)$");

    /**
     * @throws IllegalArgumentException if a name is empty, two of them would overwrite each other, or several things
     *     would go to standard output
     */
    public Destinations {
        if (output == null && isStandardOutput(summary)) {
            throw new IllegalArgumentException(
                    "--summary - would mix with the report on standard output; give -o FILE or --summary FILE");
        }
        for (Path file : Stream.of(rejects, save, lock).filter(Objects::nonNull).toList()) {
            if (isStandardOutput(file)) {
                throw new IllegalArgumentException("--rejects and --save and --lock write files and cannot go to"
                        + " standard output (-); give the name of a file");
            }
        }
        Set<Path> taken = new HashSet<>();
        for (Path file : Stream.of(output, summary, rejects, save, lock)
                .filter(Objects::nonNull)
                .toList()) {
            Path path = normal(file);
            requireNoFormat(file);
            // An empty name is what a script gives where its variable is not set.
            if (file.toString().isEmpty()) {
                throw new IllegalArgumentException(
                        "the name of an output file is empty; give a name, or leave the option out");
            }
            if ((!path.startsWith("/dev") || Files.isRegularFile(path)) && !taken.add(path)) {
                throw new IllegalArgumentException("two of --output, --summary, --rejects, --save and --lock name "
                        + file + "; give each its own file");
            }
        }
    }

    /** Returns whether a name stands for standard output. */
    public static boolean isStandardOutput(@Nullable Path file) {
        return file != null && file.toString().equals("-");
    }

    /** Fails for the name of a format, which other tools take for {@code --output}. */
    private static void requireNoFormat(Path file) {
        String name = file.toString();
        if (!Files.exists(file)
                && Arrays.stream(Format.values())
                        .anyMatch(format -> format.word().equals(name))) {
            throw new IllegalArgumentException("\"" + name + "\" is the name of a format, not of a file; did you mean"
                    + " --format " + name + " -o FILE? (./" + name + " names a file)");
        }
    }

    /** Returns the same with a folder for several files in place of the report. */
    Destinations withFolder() {
        return new Destinations(output, summary, rejects, rejectsRaw, save, lock, true);
    }

    /**
     * Fails unless several files can be written: into a folder that exists, or one with a new name without ending.
     *
     * @param what is written
     * @return these
     * @throws IllegalArgumentException says what to give instead
     */
    public Destinations requireFolder(String what) {
        if (output == null) {
            throw new IllegalArgumentException(what + "; add -o DIR, a folder for them");
        }
        boolean isFile =
                Files.exists(output) || ENDING.matcher(output.toString()).find();
        if (!folder && isFile) {
            throw new IllegalArgumentException(what + "; give -o a folder instead of " + output);
        }
        return this;
    }

    /** Returns the file of each option that names one. */
    Map<String, Path> byOption() {
        Map<String, Path> files = new LinkedHashMap<>();
        put(files, "--output", output);
        put(files, "--summary", summary);
        put(files, "--rejects", rejects);
        put(files, "--save", save);
        put(files, "--lock", lock);
        return files;
    }

    private static void put(Map<String, Path> files, String option, @Nullable Path file) {
        if (file != null && !isStandardOutput(file)) {
            files.put(option, file);
        }
    }

    private static Path normal(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
