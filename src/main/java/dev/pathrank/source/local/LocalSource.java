package dev.pathrank.source.local;

import dev.pathrank.source.Address;
import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.LogSource;
import dev.pathrank.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A file, or a folder with everything below it (see {@link FolderListing}). A pipe or device may be named as a file is.
 */
public final class LocalSource implements LogSource {
    private final String name;
    private final Path path;

    /**
     * Names a place; it is looked at when it is listed.
     *
     * @param name the path as the user wrote it
     */
    public LocalSource(String name, Path path) {
        this.name = Objects.requireNonNull(name, "name");
        this.path = Objects.requireNonNull(path, "path");
    }

    /** A file that another process has listed. */
    public static LogObject object(Address address) {
        return new LocalFile(address.name(), address.key(), Path.of(address.place()), address.size());
    }

    /** Returns the one path that all names of a file or folder lead to; where it cannot be read, its whole path. */
    public static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize(); // cannot be opened either, which fails later
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void list(ListingFilter keep, Consumer<LogObject> objects) throws SourceException {
        BasicFileAttributes attributes = attributes();
        if (attributes.isDirectory()) {
            listFolder(keep, objects);
        } else if (keep.takes(name)) {
            objects.accept(new LocalFile(
                    name,
                    path.getFileName().toString(),
                    path,
                    attributes.isRegularFile() ? attributes.size() : LogObject.UNKNOWN_SIZE));
        }
    }

    private BasicFileAttributes attributes() throws SourceException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException e) {
            if (Files.notExists(path)) {
                throw new SourceException(
                        "no such file or folder: " + name + ". Check the path: \"ls " + nearestFolder()
                                + "\" shows what exists",
                        e);
            }
            throw new SourceException("cannot access " + name + ": " + FileErrors.of(e), e);
        }
    }

    private void listFolder(ListingFilter keep, Consumer<LogObject> objects) throws SourceException {
        try {
            FolderListing.of(path, name, keep, objects);
        } catch (IOException e) {
            throw new SourceException("cannot list the folder " + name + ": " + FileErrors.of(e), e);
        }
    }

    /** The deepest folder on the way to the path that does exist, which is where a wrong name is found quickest. */
    private Path nearestFolder() {
        Path folder = path.getParent();
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        return folder == null ? Path.of(".") : folder;
    }
}
