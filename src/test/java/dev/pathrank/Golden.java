package dev.pathrank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected output in files of the repository. With {@code -Dupdate=true} tests rewrite it. */
public final class Golden {
    private Golden() {}

    /** Returns whether tests write expected output instead of comparing it. */
    public static boolean updates() {
        return Boolean.getBoolean("update");
    }

    /** Compares {@code actual} with the content of {@code file}, or writes it there. */
    public static void assertSame(Path file, String actual) throws IOException {
        if (updates()) {
            Files.writeString(file, actual);
        }
        assertEquals(Files.readString(file), actual, () -> file + " (write it anew with -Dupdate=true)");
    }
}
