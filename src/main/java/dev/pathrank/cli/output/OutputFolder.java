package dev.pathrank.cli.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder that several files are written into, each as {@link OutputFile} does; made when the first one is written.
 */
final class OutputFolder {
    private final Path folder;

    private OutputFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns a folder; creates nothing yet.
     *
     * @throws IOException if there can be no such folder; the message says what to do
     */
    static OutputFolder of(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException(folder + " is a file; give the name of a folder, which may be new");
        }
        if (parent != null && !Files.isDirectory(parent)) {
            throw new IOException("there is no folder " + parent + " for " + folder + "; create it first");
        }
        Path writable = Files.exists(folder) || parent == null ? folder : parent;
        if (!Files.isWritable(writable)) {
            throw new IOException("the folder " + writable + " is not writable; choose another folder");
        }
        return new OutputFolder(folder);
    }

    String name() {
        return folder.toString();
    }

    /**
     * Writes the files in their order, by name.
     *
     * @param own tells names of files of an earlier run; those that are not written anew are deleted
     */
    void write(Map<String, String> files, Predicate<String> own) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
        }
        for (Map.Entry<String, String> each : files.entrySet()) {
            try (OutputFile file = OutputFile.of(folder.resolve(each.getKey()))) {
                file.stream().write(each.getValue().getBytes(StandardCharsets.UTF_8));
                file.commit();
            }
        }
        List<Path> old;
        try (Stream<Path> all = Files.list(folder)) {
            old = all.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return own.test(name) && !files.containsKey(name);
                    })
                    .toList();
        }
        for (Path file : old) {
            Files.delete(file);
        }
    }
}
