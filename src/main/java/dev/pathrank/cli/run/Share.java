package dev.pathrank.cli.run;

import dev.pathrank.tally.RowCounts;
import dev.pathrank.tally.Tally;
import dev.pathrank.tally.TallyOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one thread has added up: a sum in all its parts, so that shares merge in any order. Used by one thread at a time. */
public final class Share implements AutoCloseable {
    private final Tally tally;
    private final RowCounts rows = new RowCounts();
    private final Map<String, Long> callsByDistribution = new HashMap<>();
    private final Map<String, Long> objectsByLayout = new HashMap<>();
    private final List<ObjectResult> results = new ArrayList<>();
    private long textBytes;
    private long passedOverLines;
    private long weighed;
    private boolean usedUp;

    Share(TallyOptions options) {
        tally = new Tally(options);
    }

    /** Adds all that {@code other} holds, which is then used up. */
    void merge(Share other) throws IOException {
        tally.merge(other.tally);
        rows.merge(other.rows);
        other.callsByDistribution.forEach(this::addCalls);
        other.objectsByLayout.forEach((layout, objects) -> objectsByLayout.merge(layout, objects, Long::sum));
        results.addAll(other.results);
        textBytes += other.textBytes;
        passedOverLines += other.passedOverLines;
        other.usedUp = true;
    }

    /** To be called when all is added: see {@link Tally#leaveOutDoubles}. Rows left out count as filtered. */
    public long leaveOutDoubles() throws IOException {
        long leftOut = tally.leaveOutDoubles();
        rows.leaveOut(leftOut);
        return leftOut;
    }

    /** Whether nothing has been added yet. */
    boolean isEmpty() {
        return rows.read() == 0 && results.isEmpty();
    }

    /** Bytes by which this has grown since it was last asked. */
    long gained() {
        long before = weighed;
        weighed = tally.weight();
        return weighed - before;
    }

    /** Bytes it weighed when it was last asked. */
    long weighed() {
        return weighed;
    }

    void addCalls(String distribution, long calls) {
        if (calls > 0) {
            callsByDistribution.merge(distribution, calls, Long::sum);
        }
    }

    void addRecognised(String layout) {
        objectsByLayout.merge(layout, 1L, Long::sum);
    }

    void addResult(ObjectResult result) {
        results.add(result);
    }

    void addTextBytes(long bytes) {
        textBytes += bytes;
    }

    void addPassedOverLines(long lines) {
        passedOverLines += lines;
    }

    public Tally tally() {
        return tally;
    }

    public RowCounts rows() {
        return rows;
    }

    /** Objects that name no columns, by the known layout that they are read by. */
    public Map<String, Long> objectsByLayout() {
        return Map.copyOf(objectsByLayout);
    }

    /** Calls by the id of the distribution that the object's name tells, where it tells one. */
    public Map<String, Long> callsByDistribution() {
        return Map.copyOf(callsByDistribution);
    }

    /** What became of each object, in no order. */
    public List<ObjectResult> results() {
        return List.copyOf(results);
    }

    /** Bytes of log text read, unzipped. */
    public long textBytes() {
        return textBytes;
    }

    /** Lines of other kinds of logs that stood between request rows. */
    public long passedOverLines() {
        return passedOverLines;
    }

    @Override
    public void close() {
        if (usedUp) {
            return;
        }
        tally.close();
    }
}
