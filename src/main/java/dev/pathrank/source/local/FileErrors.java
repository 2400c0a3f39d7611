package dev.pathrank.source.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Words for what the file system refuses: its own exceptions often carry no more than a path. */
final class FileErrors {
    private FileErrors() {}

    static String of(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "it does not exist (any more)";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied (\"ls -ld\" shows who may read it)";
        }
        if (e instanceof NotDirectoryException) {
            return "it is not a folder (any more)";
        }
        if (e instanceof FileSystemLoopException) {
            return "its symbolic links form a loop";
        }
        if (e instanceof FileSystemException refused && refused.getReason() != null) {
            return refused.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
