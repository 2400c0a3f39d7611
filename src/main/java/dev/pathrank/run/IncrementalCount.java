package dev.pathrank.run;

import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.io.IoFailures;
import dev.pathrank.run.ObjectResult.Skipped;
import dev.pathrank.run.fetch.FileVersion;
import dev.pathrank.run.fetch.MemoryExhaustedException;
import dev.pathrank.source.LogObject;
import dev.pathrank.state.State;
import dev.pathrank.state.StateException;
import dev.pathrank.tally.Tally;
import dev.pathrank.tally.file.CountedObject;
import dev.pathrank.tally.file.DatedObject;
import dev.pathrank.tally.file.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts the objects of a run: log objects are read, those that the state knows are skipped, tallies are added. The
 * state grows part by part, so that an interrupted run need not begin again.
 */
final class IncrementalCount implements AutoCloseable {
    /** A disk answers at once; more readers would only hinder each other. */
    private static final int LOCAL_READERS = 2;

    private final Engine engine;
    private final RunSettings settings;
    private final StateOptions storage;
    private final @Nullable State state;
    private final RejectLog rejects;
    private final RunListener listener;
    private final PartialAggregate total;
    private final List<TallySource> tallies = new ArrayList<>();
    private final List<PipedObject> pipes = new ArrayList<>();
    private volatile Engine.@Nullable Reading running;
    private volatile boolean stopped;

    /**
     * @param engine stays open
     * @param state what was counted before, if that is wanted; stays open
     */
    IncrementalCount(
            Engine engine, RunOptions options, @Nullable State state, RejectLog rejects, RunListener listener) {
        this.engine = engine;
        this.settings = options.settings();
        this.storage = options.storage();
        this.state = state;
        this.rejects = rejects;
        this.listener = listener;
        this.total = new PartialAggregate(settings);
    }

    /**
     * Counts everything.
     *
     * @return objects and rows of the report, if it holds more than this has read, or is saved
     * @throws StateException if tallies, logs and state do not fit together
     */
    @Nullable
    ReportTotals count(Listing listing) throws IOException, InterruptedException {
        List<LogObject> logs = new ArrayList<>();
        for (LogObject object : listing.objects()) {
            LogObject source = PipedObject.isOne(object) ? piped(object) : object;
            boolean tally = source instanceof PipedObject piped ? piped.isTally() : TallySource.isOne(source.name());
            if (tally) {
                addTally(source);
            } else {
                logs.add(source);
            }
        }
        rejectOverlaps(logs);
        int connections = connections(listing);
        for (List<LogObject> part : parts(unknown(logs))) {
            read(part, connections);
        }
        return holdsMore() || storage.saves() ? totals() : null;
    }

    /** Returns everything that was counted; closed with this. */
    PartialAggregate sum() {
        return total;
    }

    private boolean holdsMore() {
        return state != null || !tallies.isEmpty();
    }

    private static int connections(Listing listing) {
        boolean remote = listing.objects().stream().anyMatch(LogObject::isRemote);
        return remote ? LogRun.CONNECTIONS : LOCAL_READERS;
    }

    private PipedObject piped(LogObject object) {
        PipedObject piped = new PipedObject(object, settings.tally().tmpDir());
        pipes.add(piped);
        return piped;
    }

    private void addTally(LogObject object) throws IOException {
        try {
            tallies.add(TallySource.of(object, storage.header()));
        } catch (StateException e) {
            throw e;
        } catch (IOException e) {
            fail(object, whyUnreadable(e));
        } catch (OutOfMemoryError e) {
            fail(object, IoFailures.reason(new MemoryExhaustedException(e)));
        }
    }

    private void fail(LogObject object, String why) throws FailFastException {
        ObjectResult.Failed failed = ObjectResult.Failed.of(object.name(), why, 0);
        addResult(failed);
        if (settings.failFast()) {
            throw new FailFastException(failed);
        }
    }

    private void addResult(ObjectResult result) {
        total.addResult(result);
        listener.done(result);
    }

    /** Fails where rows would count twice: in two tallies, or in a tally and in the state or a log that is read now. */
    private void rejectOverlaps(List<LogObject> logs) throws IOException {
        Map<String, TallySource> first = new HashMap<>();
        for (TallySource tally : tallies) {
            for (CountedObject object : tally.objects()) {
                if (object.outcome() == CountedObject.Outcome.LOST) {
                    continue;
                }
                String identity = object.name()
                        + '\n'
                        + object.version()
                        + '\n'
                        + (tally.span().isDay() ? tally.span() : "");
                TallySource other = first.putIfAbsent(identity, tally);
                if (other == null && tally.span().isDay()) {
                    other = first.get(object.name() + '\n' + object.version() + '\n');
                }
                if (other != null) {
                    throw shared(
                            object.name(),
                            other.object().name() + " and " + tally.object().name());
                }
                if (state != null && state.holds(object.name(), object.version())) {
                    throw shared(
                            object.name(), "the state and " + tally.object().name());
                }
            }
        }
        if (!tallies.isEmpty()) {
            rejectCountedLogs(logs);
        }
    }

    /**
     * Fails where a log is in a tally. Logs of one name may be different objects, such as files of two folders; but a
     * log that a tally holds in part, since it was damaged, would count twice once it is whole.
     */
    private void rejectCountedLogs(List<LogObject> logs) throws IOException {
        Map<String, List<LogObject>> byKey = logs.stream().collect(Collectors.groupingBy(LogObject::key));
        for (TallySource tally : tallies) {
            for (CountedObject counted : tally.objects()) {
                if (counted.outcome() == CountedObject.Outcome.LOST) {
                    continue;
                }
                for (LogObject log : byKey.getOrDefault(counted.name(), List.of())) {
                    if (counted.outcome() == CountedObject.Outcome.DAMAGED) {
                        throw shared(
                                log.name(), tally.object().name() + " (in part, as it was damaged) and among the logs");
                    }
                    if (counted.version().equals(FileVersion.of(log))) {
                        throw shared(log.name(), tally.object().name() + " and among the logs");
                    }
                }
            }
        }
    }

    private static StateException shared(String object, String where) {
        return new StateException(
                object + " is counted in " + where + ", so its calls would be counted twice; leave one of them out",
                true);
    }

    /** Returns the logs that are not in the state. */
    private List<LogObject> unknown(List<LogObject> logs) throws FailFastException {
        if (state == null) {
            return logs;
        }
        List<LogObject> unknown = new ArrayList<>();
        Map<String, LogObject> byKey = new HashMap<>();
        for (LogObject log : logs) {
            LogObject same = byKey.putIfAbsent(log.key(), log);
            if (state.holdsName(log.key())) {
                skipKnown(log, state);
            } else if (same != null) {
                fail(
                        log,
                        "has the same name relative to its source as " + same.name()
                                + ", and a state identifies files by that name; give their common parent folder"
                                + " as SOURCE");
            } else {
                unknown.add(log);
            }
        }
        return unknown;
    }

    private void skipKnown(LogObject log, State state) throws FailFastException {
        boolean same;
        try {
            same = state.holds(log.key(), FileVersion.of(log));
        } catch (IOException e) {
            fail(log, IoFailures.reason(e));
            return;
        }
        if (same) {
            addResult(new Skipped(log.name(), Skipped.Cause.COUNTED_BEFORE, ""));
        } else {
            fail(
                    log,
                    "has changed since it was counted: the state holds its earlier rows, and the new ones "
                            + "are not counted."
                            + " Log objects never change; if this change is correct, remove the state and count again");
        }
    }

    /** Returns objects in parts, by their hours; in one part where nothing is stored between parts. */
    private List<List<LogObject>> parts(List<LogObject> logs) {
        return state == null
                ? (logs.isEmpty() ? List.of() : List.of(logs))
                : Batches.of(logs, engine.partBytes(), engine.partObjects());
    }

    private void read(List<LogObject> part, int connections) throws IOException, InterruptedException {
        try (Engine.Reading run = engine.reading(reading(), connections, rejects, listener)) {
            running = run;
            if (stopped) {
                throw new InterruptedException("the run was ended");
            }
            PartialAggregate sum = run.read(part);
            store(sum);
            total.merge(sum);
        }
    }

    /** The totals of a report with tallies need the objects that are read beside them. */
    private RunSettings reading() {
        return tallies.isEmpty() || settings.retention() != Retention.NOTHING
                ? settings
                : settings.retaining(Retention.OBJECTS, settings.span());
    }

    // Excludes stop(), which would take away what is being stored.
    private synchronized void store(PartialAggregate sum) throws IOException, InterruptedException {
        if (stopped) {
            throw new InterruptedException("the run was ended");
        }
        if (state != null) {
            sum.spillDays();
            state.add(sum.days(), sum.objects());
            sum.forgetStored();
        }
    }

    private ReportTotals totals() throws IOException {
        ReportTotals totals = new ReportTotals(holdsMore(), storage.saves());
        boolean byDay = settings.retention() == Retention.DAYS;
        for (DatedObject object : total.objects()) {
            totals.add(byDay ? object.in(storage.span()) : object.object());
        }
        if (state != null) {
            state.report(storage.span(), total.tally(), totals::add);
        }
        List<CountedObject> objects = new ArrayList<>();
        for (TallySource tally : tallies) {
            if (add(tally)) {
                objects.addAll(tally.objects());
            }
        }
        united(objects).forEach(totals::add);
        return totals;
    }

    /** Adds the rows of a tally; returns whether it could be read. */
    private boolean add(TallySource source) throws IOException {
        try {
            Tally tally = read(source);
            if (tally.rows() > 0) {
                Span rowsOf = new Span(tally.firstSeen(), tally.lastSeen() + 1);
                if (!storage.span().overlaps(rowsOf)) {
                    tally.close();
                    addResult(new Skipped(source.object().name(), Skipped.Cause.OUTSIDE_WINDOW, ""));
                    return false;
                }
                if (!storage.span().holds(rowsOf)) {
                    tally.close();
                    throw new StateException(
                            source.object().name() + " holds rows of " + rowsOf + ", partly outside "
                                    + storage.span()
                                    + ", and a tally cannot be divided; choose a window that takes or leaves all of it",
                            true);
                }
            }
            long rows = tally.rows();
            total.tally().merge(tally);
            addResult(new ObjectResult.Read(source.object().name(), rows));
            return true;
        } catch (StateException e) {
            throw e;
        } catch (IOException e) {
            fail(source.object(), whyUnreadable(e));
            return false;
        }
    }

    private static String whyUnreadable(IOException tally) {
        return IoFailures.reason(tally)
                + (tally instanceof DamagedFileException ? "; save it again from its logs" : "");
    }

    private Tally read(TallySource source) throws IOException {
        try {
            return source.read(settings.tally());
        } catch (OutOfMemoryError e) {
            throw new MemoryExhaustedException(e);
        }
    }

    /** Returns each object once: tallies of two days may both hold rows of one. */
    private static List<CountedObject> united(List<CountedObject> objects) {
        List<CountedObject> united = new ArrayList<>();
        for (CountedObject object : objects.stream().sorted(CountedObject.ORDER).toList()) {
            int last = united.size() - 1;
            if (last >= 0 && united.get(last).same(object)) {
                united.set(last, united.get(last).with(object));
            } else {
                united.add(object);
            }
        }
        return united;
    }

    /** Stops reading, once what is being stored is stored. May be called from another thread. */
    synchronized void stop() {
        stopped = true;
        Engine.Reading now = running;
        if (now != null) {
            now.stop();
        }
    }

    @Override
    public void close() {
        stop();
        total.close();
        pipes.forEach(PipedObject::close);
    }
}
