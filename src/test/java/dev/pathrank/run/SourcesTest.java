package dev.pathrank.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.SourceException;
import dev.pathrank.source.local.LocalSource;
import dev.pathrank.source.local.StandardInput;
import dev.pathrank.source.s3.S3Location;
import dev.pathrank.source.s3.S3Options;
import dev.pathrank.source.s3.S3Source;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
    private final Sources sources = new Sources(S3Options.DEFAULT, 2, InputStream.nullInputStream());

    @AfterEach
    void close() {
        sources.close();
    }

    @Test
    void tellsPlacesByTheirWords() {
        assertInstanceOf(StandardInput.class, sources.of("-"));
        assertInstanceOf(LocalSource.class, sources.of("logs/2024"));
        assertInstanceOf(LocalSource.class, sources.of("./-"));
        assertInstanceOf(S3Source.class, sources.of("s3://acme-logs/cdn/"));
        assertEquals("s3://acme-logs/cdn/", sources.of("s3://acme-logs/cdn/").name());
    }

    @ParameterizedTest(name = "{0} -> {1} | {2}")
    @CsvSource({
        "acme-logs, acme-logs, ''",
        "acme-logs/, acme-logs, ''",
        "acme-logs/cdn, acme-logs, cdn",
        "acme.logs//cdn/a b, acme.logs, /cdn/a b",
    })
    void splitsALocationIntoBucketAndPrefix(String afterScheme, String bucket, String prefix) {
        assertEquals(new S3Location(bucket, prefix), S3Location.parse("s3://" + afterScheme, afterScheme));
    }

    @ParameterizedTest(name = "\"{0}\": {1}")
    @CsvSource({
        "s3://, invalid bucket name in s3://",
        "s3:///cdn/, invalid bucket name in s3:///cdn/",
        "s3://ab/cdn, invalid bucket name",
        "s3://my bucket/cdn, invalid bucket name",
        "s3a://acme-logs/cdn, a source is s3://bucket/prefix",
        "https://acme-logs.s3.amazonaws.com/cdn, a source is s3://bucket/prefix",
        "'', a source is empty",
    })
    void refusesWordsThatStandForNoPlace(String word, String words) {
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> sources.of(word));
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }

    @Test
    void readsStandardInputOnlyOnce() {
        sources.of("-");
        assertThrows(IllegalArgumentException.class, () -> sources.of("-"));
    }

    @Test
    void loadsNothingOfTheSdkForALocalSource() throws Exception {
        List<String> loaded = new ArrayList<>();
        try (URLClassLoader fresh = new Watching(loaded)) {
            Class<?> probe = fresh.loadClass(LocalListing.class.getName());
            Object listed = ((Callable<?>) probe.getDeclaredConstructor().newInstance()).call();
            assertEquals(1, listed);
        }
        assertTrue(loaded.contains(LocalSource.class.getName()), loaded.toString());
        assertEquals(
                List.of(),
                loaded.stream()
                        .filter(name -> name.startsWith("software.amazon."))
                        .toList());
    }

    /** Run in a class loader of its own. */
    public static final class LocalListing implements Callable<Integer> {
        @Override
        public Integer call() throws SourceException {
            List<LogObject> objects = new ArrayList<>();
            try (Sources sources = new Sources(S3Options.DEFAULT, 1, InputStream.nullInputStream())) {
                sources.of("/dev/null").list(ListingFilter.ALL, objects::add);
            }
            return objects.size();
        }
    }

    /** Loads the class path anew and writes down what is asked of it. */
    private static final class Watching extends URLClassLoader {
        private final List<String> loaded;

        Watching(List<String> loaded) throws IOException {
            super(classPath(), ClassLoader.getPlatformClassLoader());
            this.loaded = loaded;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            loaded.add(name);
            return super.findClass(name);
        }

        private static URL[] classPath() throws IOException {
            List<URL> urls = new ArrayList<>();
            for (String entry :
                    Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator, -1))) {
                urls.add(Path.of(entry).toUri().toURL());
            }
            return urls.toArray(URL[]::new);
        }
    }
}
