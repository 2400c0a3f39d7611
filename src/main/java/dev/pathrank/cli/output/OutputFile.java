package dev.pathrank.cli.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A file that is written beside its target and renamed, so that a failure never leaves half of it. A symbolic link is followed, an
 * existing file keeps its mode, and a target that is no regular file ({@code /dev/full}, a FIFO) is written in place.
 */
public final class OutputFile implements Output {
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");
    private static final int MOST_LINKS = 40;

    private final Path asked;
    private final Path target;
    private final boolean inPlace;
    private final boolean isPrivate;
    private Path beside;
    private FileChannel channel;
    private OutputStream stream;

    private OutputFile(Path asked, boolean isPrivate) throws IOException {
        this.asked = asked;
        this.inPlace = isInPlace(asked.toAbsolutePath());
        this.target = inPlace ? asked.toAbsolutePath() : followed(asked);
        this.isPrivate = isPrivate;
    }

    /**
     * A file for everybody whom the user's settings allow. Nothing is opened yet, but what is plainly impossible is refused.
     *
     * @throws IOException if the target is a folder or its folder is missing or closed; the message says what to do
     */
    public static OutputFile of(Path asked) throws IOException {
        return checked(new OutputFile(asked, false));
    }

    /** As {@link #of}, for a file that nobody but its owner may read. */
    public static OutputFile ofPrivate(Path asked) throws IOException {
        return checked(new OutputFile(asked, true));
    }

    @Override
    public String name() {
        return asked.toString();
    }

    @Override
    public OutputStream stream() throws IOException {
        if (stream == null) {
            channel = inPlace ? FileChannel.open(target, StandardOpenOption.WRITE) : openBeside();
            stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        }
        return stream;
    }

    @Override
    public void commit() throws IOException {
        stream().flush();
        if (inPlace) {
            closeChannel();
            return;
        }
        channel.force(true); // a disk that fills up late says so here, before the old file is gone
        closeChannel();
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        beside = null;
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
        FileChannel opened = null;
        for (int attempt = 0; opened == null; attempt++) {
            beside = target.resolveSibling(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + "-" + attempt + ".tmp");
            opened = tryCreate(beside, mode.isPresent());
        }
        if (mode.isPresent()) {
            Files.setPosixFilePermissions(beside, mode.get());
        }
        return opened;
    }

    // Made private where the final mode is set explicitly, so that nobody can open it in between; else the user's umask
    // decides.
    private static FileChannel tryCreate(Path path, boolean narrow) throws IOException {
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
        if (Files.isDirectory(file.target)) {
            throw new IOException(file.asked + " is a folder; name a file in it");
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder + " for " + file.asked + "; create it first");
        }
        if (!file.inPlace && !Files.isWritable(folder)) {
            throw new IOException("the folder " + folder + " is not writable for you, so " + file.asked
                    + " cannot be made there; choose another folder");
        }
        return file;
    }

    // /dev/stdout may be a plain file by way of its link; it is still the process's own and not to be replaced.
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

    // Also where the link leads nowhere yet: the file is then made there, as a shell's > does.
    private static Path followed(Path asked) throws IOException {
        Path path = asked.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(path); links++) {
            if (links == MOST_LINKS) {
                throw new IOException(asked + " is a symbolic link that leads back to itself");
            }
            path = path.resolveSibling(Files.readSymbolicLink(path));
        }
        return path;
    }
}
