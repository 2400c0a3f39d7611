package dev.pathrank.run;

import dev.pathrank.source.KeyHour;
import dev.pathrank.source.LogObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Division of a list of objects into batches that follow each other in time, so that each has few days. */
final class Batches {
    private static final Comparator<LogObject> BY_HOUR = Comparator.comparing((LogObject object) ->
                    KeyHour.of(object.name()).map(KeyHour::hour).orElse(Instant.MAX))
            .thenComparing(LogObject::name);

    private Batches() {}

    /**
     * Returns batches in the order of the hours in the objects' names, each as large as allowed.
     *
     * @param mostBytes stored bytes of a batch with more than one object
     * @param mostObjects number of objects of a batch
     */
    static List<List<LogObject>> of(List<LogObject> objects, long mostBytes, int mostObjects) {
        List<List<LogObject>> batches = new ArrayList<>();
        List<LogObject> batch = new ArrayList<>();
        long bytes = 0;
        for (LogObject object : objects.stream().sorted(BY_HOUR).toList()) {
            long size = Math.max(0, object.size());
            if (!batch.isEmpty() && (bytes + size > mostBytes || batch.size() == mostObjects)) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(object);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
