package dev.pathrank.source.local;

import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.UnreadableObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One walk over a folder: every regular file below it, in the order of the names' UTF-8 bytes, as S3 would list them.
 * Entries whose name begins with {@code .} are left out with all below them; sockets and pipes hold no logs and are
 * left out too.
 *
 * <p>Symbolic links are followed once: a link to what this walk lists under its own name is no second log object (its
 * rows would count twice), which also ends every circle of links.
 */
final class FolderListing {
    /** What begins every name. */
    private final String source;

    private final ListingFilter keep;
    private final Consumer<LogObject> objects;
    /** The real places that are listed with all below them: the folder itself, and where links led out of it. */
    private final Set<Path> roots = new HashSet<>();

    private FolderListing(String source, ListingFilter keep, Consumer<LogObject> objects) {
        this.source = source;
        this.keep = keep;
        this.objects = objects;
    }

    /** Lists {@code folder}, whose objects are named as the user wrote it. */
    static void of(Path folder, String name, ListingFilter keep, Consumer<LogObject> objects) throws IOException {
        String source = name.endsWith("/") ? name : name + "/";
        FolderListing listing = new FolderListing(source, keep, objects);
        Path real = folder.toRealPath();
        listing.roots.add(real);
        listing.walk(entries(folder, source), real);
    }

    private void walk(List<Entry> entries, Path realFolder) {
        for (Entry entry : entries) {
            try {
                visit(entry, realFolder);
            } catch (IOException e) {
                objects.accept(new UnreadableObject(entry.name(), "cannot be read: " + FileErrors.of(e)));
            }
        }
    }

    private void visit(Entry entry, Path realFolder) throws IOException {
        if (!entry.folder() && !keep.takes(entry.name())) {
            return;
        }
        boolean link = Files.isSymbolicLink(entry.path());
        Path real = link
                ? entry.path().toRealPath()
                : realFolder.resolve(entry.path().getFileName());
        if (link ? isListedAnyway(real) : roots.contains(real)) {
            return;
        }
        if (link) {
            roots.add(real);
        }
        if (entry.folder()) {
            walk(entries(entry.path(), entry.name()), real);
        } else {
            listFile(entry);
        }
    }

    private void listFile(Entry entry) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(entry.path(), BasicFileAttributes.class);
        if (attributes.isRegularFile()) {
            objects.accept(new LocalFile(
                    entry.name(), entry.name().substring(source.length()), entry.path(), attributes.size()));
        }
    }

    /** Whether a link's target lies in or is a root and is not hidden there. */
    private boolean isListedAnyway(Path real) {
        for (Path place = real; place != null; place = place.getParent()) {
            if (roots.contains(place)) {
                return true;
            }
            if (place.getFileName() != null && isHidden(place.getFileName())) {
                return false;
            }
        }
        return false;
    }

    private static boolean isHidden(Path fileName) {
        return fileName.toString().startsWith(".");
    }

    private static List<Entry> entries(Path folder, String name) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
            for (Path path : paths) {
                if (!isHidden(path.getFileName())) {
                    entries.add(Entry.of(path, name));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        entries.sort(Entry.BY_NAME);
        return entries;
    }

    /** A visible entry. A folder's name ends in {@code /}, so that it stands where the names of its files belong. */
    private record Entry(String name, Path path, boolean folder) {
        static final Comparator<Entry> BY_NAME =
                Comparator.comparing(entry -> entry.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

        static Entry of(Path path, String parent) {
            boolean folder = Files.isDirectory(path);
            return new Entry(parent + path.getFileName() + (folder ? "/" : ""), path, folder);
        }
    }
}
