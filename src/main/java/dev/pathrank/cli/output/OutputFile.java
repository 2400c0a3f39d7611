package dev.pathrank.cli.output;

import dev.pathrank.io.TemporaryFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * File that is written under a temporary name beside its target and then renamed, so that a failure never leaves half
 * of it. A symbolic link is followed, an existing file keeps its mode, and a target that is not a regular file
 * ({@code /dev/full}, a FIFO) is written in place.
 */
public final class OutputFile implements Output {
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");
    private static final int MOST_LINKS = 40;
    private static final Pattern LEFT_BEHIND = Pattern.compile("(\\d+)-\\d+\\.tmp");

    private final Path asked;
    private final Path target;
    private final boolean inPlace;
    private final boolean isPrivate;
    private @Nullable Path beside;
    private @Nullable FileChannel channel;
    private @Nullable OutputStream stream;

    private OutputFile(Path asked, boolean isPrivate) throws IOException {
        this.asked = asked;
        this.inPlace = isInPlace(asked.toAbsolutePath());
        this.target = inPlace ? asked.toAbsolutePath() : followed(asked);
        this.isPrivate = isPrivate;
    }

    /**
     * Returns a file with the permissions of the user's umask. Opens nothing yet.
     *
     * @throws IOException if the target is a folder or its folder is missing or closed; the message says what to do
     */
    public static OutputFile of(Path asked) throws IOException {
        return checked(new OutputFile(asked, false));
    }

    /**
     * Returns a file that only its owner may read. Opens nothing yet.
     *
     * @throws IOException as {@link #of}
     */
    public static OutputFile ofPrivate(Path asked) throws IOException {
        return checked(new OutputFile(asked, true));
    }

    @Override
    public String name() {
        return asked.toString();
    }

    @Override
    public OutputStream stream() throws IOException {
        OutputStream opened = stream;
        if (opened == null) {
            channel = inPlace ? FileChannel.open(target, StandardOpenOption.WRITE) : openBeside();
            opened = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            stream = opened;
        }
        return opened;
    }

    @Override
    public void commit() throws IOException {
        stream().flush();
        if (inPlace) {
            closeChannel();
            return;
        }
        Objects.requireNonNull(channel, "channel").force(true); // a full disk shows here, before the old file is gone
        // Before its lock is given back: until then nobody takes the file for one that was left behind.
        Files.move(
                Objects.requireNonNull(beside, "beside"),
                target,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        beside = null;
        closeChannel();
    }

    @Override
    public void close() throws IOException {
        try {
            closeChannel();
        } finally {
            if (beside != null) {
                Files.deleteIfExists(beside);
            }
        }
    }

    private void closeChannel() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    private FileChannel openBeside() throws IOException {
        Optional<Set<PosixFilePermission>> mode = mode();
        for (int attempt = 0; ; attempt++) {
            Path path = target.resolveSibling(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + "-" + attempt + ".tmp");
            FileChannel opened = tryCreate(path, mode.isPresent());
            if (opened != null) {
                beside = path;
                channel = opened;
                TemporaryFile.lock(opened);
                if (mode.isPresent()) {
                    Files.setPosixFilePermissions(path, mode.get());
                }
                return opened;
            }
        }
    }

    // Private at first where the mode is set explicitly, so that nobody can open the file before that; else the user's
    // umask decides.
    private static @Nullable FileChannel tryCreate(Path path, boolean narrow) throws IOException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            return narrow
                    ? FileChannel.open(path, options, PosixFilePermissions.asFileAttribute(PRIVATE))
                    : FileChannel.open(path, options);
        } catch (FileAlreadyExistsException taken) {
            return null;
        }
    }

    private Optional<Set<PosixFilePermission>> mode() throws IOException {
        if (!target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Optional.empty();
        }
        if (isPrivate) {
            return Optional.of(PRIVATE);
        }
        return Files.exists(target) ? Optional.of(Files.getPosixFilePermissions(target)) : Optional.empty();
    }

    private static OutputFile checked(OutputFile file) throws IOException {
        Path folder = file.target.getParent();
        if (folder == null || Files.isDirectory(file.target)) {
            throw new IOException(file.asked + " is a folder; give the name of a file in it");
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder + " for " + file.asked + "; create it first");
        }
        if (!file.inPlace) {
            file.sweep(folder);
        }
        if (!file.inPlace && !Files.isWritable(folder)) {
            throw new IOException("the folder " + folder + " is not writable, so " + file.asked
                    + " cannot be created there; choose another folder");
        }
        return file;
    }

    /** Removes what killed runs have left of this file. */
    private void sweep(Path folder) {
        String begin = "." + target.getFileName() + ".";
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, file -> file.getFileName().toString().startsWith(begin))) {
            for (Path file : files) {
                Matcher rest = LEFT_BEHIND.matcher(file.getFileName().toString().substring(begin.length()));
                if (rest.matches()) {
                    TemporaryFile.removeLeftBehind(file, rest.group(1));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // a folder that cannot be read may still be written to
        }
    }

    // /dev/stdout may link to a regular file, which belongs to the process and must not be replaced.
    private static boolean isInPlace(Path path) throws IOException {
        return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path) || isDescriptor(path);
    }

    // By its name alone: /dev/shm lies under /dev too, and its files are files.
    private static boolean isDescriptor(Path path) throws IOException {
        Path place = path;
        for (int links = 0; links < MOST_LINKS; links++) {
            if (place.startsWith("/proc") || place.startsWith("/dev/fd")) {
                return true;
            }
            if (!Files.isSymbolicLink(place)) {
                return false;
            }
            place = place.resolveSibling(Files.readSymbolicLink(place)).normalize();
        }
        return false;
    }

    // Also where the target of the link does not exist yet: it is created there, as by the > of a shell.
    private static Path followed(Path asked) throws IOException {
        Path path = asked.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(path); links++) {
            if (links == MOST_LINKS) {
                throw new IOException(asked + " is a symbolic link that points back to itself");
            }
            path = path.resolveSibling(Files.readSymbolicLink(path));
        }
        return path;
    }
}
