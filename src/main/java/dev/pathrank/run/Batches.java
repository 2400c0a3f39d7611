package dev.pathrank.run;

import dev.pathrank.source.KeyHour;
import dev.pathrank.source.LogObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Division of a list of objects into parts of few days each. */
final class Batches {
    private static final Comparator<LogObject> BY_HOUR = Comparator.comparing((LogObject object) ->
                    KeyHour.of(object.name()).map(KeyHour::hour).orElse(Instant.MAX))
            .thenComparing(LogObject::name);

    private Batches() {}

    /**
     * Returns parts in the order of the hours in the objects' names, each as large as allowed.
     *
     * @param mostBytes stored bytes of a part with more than one object
     * @param mostObjects number of objects of a part
     */
    static List<List<LogObject>> of(List<LogObject> objects, long mostBytes, int mostObjects) {
        List<List<LogObject>> parts = new ArrayList<>();
        List<LogObject> part = new ArrayList<>();
        long bytes = 0;
        for (LogObject object : objects.stream().sorted(BY_HOUR).toList()) {
            long size = Math.max(0, object.size());
            if (!part.isEmpty() && (bytes + size > mostBytes || part.size() == mostObjects)) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(object);
            bytes += size;
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }
}
