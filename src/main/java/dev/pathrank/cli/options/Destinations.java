package dev.pathrank.cli.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a run writes to.
 *
 * @param output the report's file; standard output where empty
 * @param summary the account's file
 * @param rejects the rejected rows' file
 * @param save the tally's file
 * @param rejectsRaw whether addresses, queries, cookies and referers stay readable there
 */
public record Destinations(
        Optional<Path> output,
        Optional<Path> summary,
        Optional<Path> rejects,
        boolean rejectsRaw,
        Optional<Path> save) {
    /** @throws IllegalArgumentException if a name is empty, or two of them would overwrite each other */
    public Destinations {
        Set<Path> taken = new HashSet<>();
        List<Path> files = Stream.of(output, summary, rejects, save)
                .flatMap(Optional::stream)
                .toList();
        for (Path file : files) {
            Path path = file.toAbsolutePath().normalize();
            // What a script gives where its variable is not set.
            if (file.toString().isEmpty()) {
                throw new IllegalArgumentException(
                        "the name of a file to write to is empty; give one, or leave the option out");
            }
            if ((!path.startsWith("/dev") || Files.isRegularFile(path)) && !taken.add(path)) {
                throw new IllegalArgumentException("two of --output, --summary, --rejects and --save name " + file
                        + "; give each a file of its own");
            }
        }
    }

    /** @throws IllegalArgumentException if {@code file} is one of these */
    public void requireOther(Path file) {
        Path path = file.toAbsolutePath().normalize();
        boolean taken = Stream.of(output, summary, rejects)
                .flatMap(Optional::stream)
                .anyMatch(other -> other.toAbsolutePath().normalize().equals(path));
        if (taken) {
            throw new IllegalArgumentException("--lock and an output name " + file + "; give each a file of its own");
        }
    }
}
