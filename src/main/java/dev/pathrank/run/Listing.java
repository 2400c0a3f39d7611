package dev.pathrank.run;

import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.LogSource;
import dev.pathrank.source.SourceException;
import dev.pathrank.source.local.LocalSource;
import dev.pathrank.source.s3.S3Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a run, each once, even if sources overlap.
 *
 * @param objects the objects to read
 * @param emptySources names of the sources that hold no object
 * @param failures why sources could not be listed, ready to be printed
 * @param repeated how often an object was found in another source again; each is read once
 */
public record Listing(List<LogObject> objects, List<String> emptySources, List<String> failures, long repeated) {
    private static final String S3 = "s3://";

    /** Lists one source after the other. */
    public static Listing of(List<LogSource> sources, ListingFilter filter) {
        Collector collector = new Collector();
        sources.forEach(source -> collector.list(source, filter));
        return new Listing(collector.objects, collector.emptySources, collector.failures, collector.repeated);
    }

    /** Returns this listing without the objects below {@code folder}, where the program itself keeps its state. */
    Listing outside(@Nullable String folder) {
        if (folder == null) {
            return this;
        }
        Predicate<LogObject> own = folder.regionMatches(true, 0, S3, 0, S3.length())
                ? isBelow(S3 + folder.substring(S3.length()))
                : isBelow(LocalSource.real(Path.of(folder)));
        return new Listing(objects.stream().filter(own.negate()).toList(), emptySources, failures, repeated);
    }

    private static Predicate<LogObject> isBelow(String prefix) {
        String own = prefix.endsWith("/") ? prefix : prefix + "/";
        return object -> object.name().startsWith(own);
    }

    private static Predicate<LogObject> isBelow(Path folder) {
        return object -> object.place() instanceof Path place && place.startsWith(folder);
    }

    /** Fails if one of {@code outputs} is one of the objects, by whatever links. */
    void requireNoneOf(List<Path> outputs) throws OutputIsSourceException {
        Map<Object, Path> written = new HashMap<>();
        outputs.stream().filter(Files::isRegularFile).forEach(output -> written.put(LocalSource.real(output), output));
        for (LogObject object : written.isEmpty() ? List.<LogObject>of() : objects) {
            Path output = written.get(object.place());
            if (output != null) {
                throw new OutputIsSourceException(output, object.name());
            }
        }
    }

    /** Returns the sources that hold no object, with how they were listed. */
    public List<RunNotice.EmptySource> emptySources(ListingFilter filter, S3Options s3) {
        return emptySources.stream()
                .map(name -> new RunNotice.EmptySource(name, filter, s3, objects.isEmpty()))
                .toList();
    }

    /** Returns the stored bytes of all objects whose size is known. */
    public long bytes() {
        return objects.stream()
                .mapToLong(LogObject::size)
                .filter(size -> size != LogObject.UNKNOWN_SIZE)
                .sum();
    }

    private static final class Collector {
        private final List<LogObject> objects = new ArrayList<>();
        private final List<String> emptySources = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
        private final Set<Object> places = new HashSet<>();
        private long repeated;

        void list(LogSource source, ListingFilter filter) {
            long before = objects.size() + repeated;
            try {
                source.list(filter, this::add);
            } catch (SourceException e) {
                failures.add(e.getMessage());
                return;
            }
            if (objects.size() + repeated == before) {
                emptySources.add(source.name());
            }
        }

        private void add(LogObject object) {
            // "logs/a.gz", "./logs/a.gz" and what a link leads to are one file; counting it twice would double its
            // calls.
            if (places.add(object.place())) {
                objects.add(object);
            } else {
                repeated++;
            }
        }
    }
}
