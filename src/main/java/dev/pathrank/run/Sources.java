package dev.pathrank.run;

import dev.pathrank.source.Address;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.LogSource;
import dev.pathrank.source.Store;
import dev.pathrank.source.StoreInUseException;
import dev.pathrank.source.local.FolderStore;
import dev.pathrank.source.local.LocalSource;
import dev.pathrank.source.local.StandardInput;
import dev.pathrank.source.s3.S3Connection;
import dev.pathrank.source.s3.S3Location;
import dev.pathrank.source.s3.S3Options;
import dev.pathrank.source.s3.S3Source;
import dev.pathrank.source.s3.S3Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the SOURCE words of one run into places to read: {@code s3://bucket/prefix}, a file, a folder, or {@code -} for
 * standard input. All S3 sources of a run share one connection, which is made when the first of them is used and closed
 * with this.
 */
public final class Sources implements AutoCloseable {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)", Pattern.DOTALL);

    private static final Pattern MISSPELT_S3 = Pattern.compile("(?i)s3:/?(?!/).*", Pattern.DOTALL);

    private final S3Options s3Options;
    private final int parallelGets;
    private final InputStream standardInput;
    private final Runnable throttled;
    private boolean standardInputTaken;
    // Until this is set, nothing of the AWS SDK is loaded, which would double the start-up time of a local run.
    private @Nullable S3Connection s3;

    /**
     * Prepares to read with these options; opens nothing yet.
     *
     * @param parallelGets number of S3 objects that may be open at the same time
     * @param standardInput what {@code -} reads
     */
    public Sources(S3Options s3Options, int parallelGets, InputStream standardInput) {
        this(s3Options, parallelGets, standardInput, () -> {});
    }

    /**
     * Prepares to read with these options; opens nothing yet.
     *
     * @param parallelGets number of S3 objects that may be open at the same time
     * @param standardInput what {@code -} reads
     * @param throttled called, by any thread, each time that S3 asks for fewer requests
     */
    public Sources(S3Options s3Options, int parallelGets, InputStream standardInput, Runnable throttled) {
        this.throttled = throttled;
        this.s3Options = Objects.requireNonNull(s3Options, "s3Options");
        this.parallelGets = parallelGets;
        this.standardInput = Objects.requireNonNull(standardInput, "standardInput");
    }

    /**
     * Returns the place that a word names. Its listing tells whether it exists.
     *
     * @throws IllegalArgumentException if the word cannot name a place; the message is ready to be printed
     */
    public LogSource of(String word) {
        if (word.equals("-")) {
            return standardInput();
        }
        if (MISSPELT_S3.matcher(word).matches()) {
            throw new IllegalArgumentException("a slash is missing in " + word + ": use s3://bucket/prefix");
        }
        Matcher url = SCHEME.matcher(word);
        if (!url.matches()) {
            return new LocalSource(word, path(word));
        }
        if (!isS3(url)) {
            throw new IllegalArgumentException("pathrank cannot read " + word
                    + ": a source is s3://bucket/prefix, a file, a folder, or - for standard input");
        }
        return new S3Source(word, S3Location.parse(word, url.group(2)), s3());
    }

    /**
     * Checks SOURCE words before anything is opened.
     *
     * @throws IllegalArgumentException if {@link #of} would throw it for one of them
     */
    static void requireValid(List<String> words) {
        try (Sources unopened = new Sources(S3Options.DEFAULT, 1, InputStream.nullInputStream())) {
            words.forEach(unopened::of);
        }
    }

    /**
     * Checks the word of a place to write to before it is opened.
     *
     * @throws IllegalArgumentException if it cannot name one; the message is ready to be printed
     */
    public static void requireStore(String word) {
        Matcher url = SCHEME.matcher(word);
        if (word.isBlank() || MISSPELT_S3.matcher(word).matches() || url.matches() && !isS3(url)) {
            throw new IllegalArgumentException("--state \"" + word + "\" is neither a folder nor s3://bucket/prefix");
        }
        if (url.matches()) {
            S3Location.parse(word, url.group(2));
        }
    }

    private static boolean isS3(Matcher url) {
        return url.group(1).equalsIgnoreCase("s3");
    }

    /** Returns an object that another process has listed. */
    public LogObject object(Address address) {
        return address.place().startsWith("s3://") ? S3Source.object(address, s3()) : LocalSource.object(address);
    }

    /**
     * Opens the place that a word names, to write to it.
     *
     * @param word as {@link #requireStore} wants it
     * @param create whether it is created if there is none
     * @param tmpDir folder for what is written before it is sent
     * @throws StoreInUseException if another process works on it
     * @throws IOException if it cannot be opened; the message is ready to be printed
     */
    public Store store(String word, boolean create, Path tmpDir) throws IOException {
        Matcher url = SCHEME.matcher(word);
        if (url.matches()) {
            return S3Store.open(S3Location.parse(word, url.group(2)), s3(), create, tmpDir);
        }
        return FolderStore.open(word, path(word), create);
    }

    private LogSource standardInput() {
        if (standardInputTaken) {
            throw new IllegalArgumentException("standard input (-) is given twice, but can be read only once");
        }
        standardInputTaken = true;
        return new StandardInput(standardInput);
    }

    private static Path path(String word) {
        if (word.isEmpty()) {
            throw new IllegalArgumentException(
                    "a source is empty: give s3://bucket/prefix, a file, a folder, or - for standard input");
        }
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "not a path: " + word + " (" + e.getReason()
                            + "); a name with non-ASCII characters needs a UTF-8 locale, such as LC_ALL=C.UTF-8",
                    e);
        }
    }

    private S3Connection s3() {
        if (s3 == null) {
            s3 = new S3Connection(s3Options, parallelGets, throttled);
        }
        return s3;
    }

    @Override
    public void close() {
        if (s3 != null) {
            s3.close();
        }
    }
}
