package dev.pathrank.pattern.segment;

import dev.pathrank.text.ByteSlice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A path that may become an example. It is masked and made printable only when its text is asked for, because most are
 * replaced by another before.
 */
public final class ExamplePath {
    /** No path. */
    public static final ExamplePath NONE = new ExamplePath(null, "");

    /** Longer paths are kept as they are shown, which is bounded. */
    private static final int LONGEST = 512;

    /** As it was on the wire; null where only its text is known. */
    private final byte @Nullable [] path;

    /** As it is shown; empty where that was not asked for. */
    private String text;

    private ExamplePath(byte @Nullable [] path, String text) {
        this.path = path;
        this.text = text;
    }

    /** Returns a copy of a path. */
    public static ExamplePath of(ByteSlice path) {
        return path.length() <= LONGEST
                ? new ExamplePath(path.toByteArray(), "")
                : new ExamplePath(null, MaskedPath.example(path));
    }

    /** Returns the path of a {@link #text()}. */
    public static ExamplePath ofText(String text) {
        return text.isEmpty() ? NONE : new ExamplePath(null, text);
    }

    /** Returns whether this is known to be exactly a path. */
    public boolean is(ByteSlice other) {
        return path != null && other.contentEquals(path);
    }

    /** Returns the path as it may be shown: masked, printable, and cut where it is very long; empty for no path. */
    public String text() {
        return path == null || !text.isEmpty() ? text : MaskedPath.example(ByteSlice.of(path));
    }

    /** Compares the texts; negative where this comes first. */
    public int compareText(ExamplePath other) {
        boolean same = path != null && Arrays.equals(path, other.path);
        return same ? 0 : kept().compareTo(other.kept());
    }

    /** Returns the text, and keeps it: of paths that are shown alike, one is compared with many. */
    private String kept() {
        String shown = text();
        text = shown;
        return shown;
    }
}
