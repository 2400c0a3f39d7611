package dev.pathrank.run;

import dev.pathrank.io.IoFailures;
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
import java.util.Optional;

/**
 * Counts what a run was given: log objects are read, those that the state knows are passed over, tallies are added. The state grows part by part, so that
 * whoever is interrupted does not begin anew.
 */
public final class IncrementalCount implements AutoCloseable {
    private final Engine engine;
    private final RunSettings settings;
    private final StateOptions storing;
    private final Optional<State> state;
    private final int connections;
    private final RejectLog rejects;
    private final RunListener watcher;
    private final PartialAggregate total;
    private final List<TallySource> tallies = new ArrayList<>();
    private volatile Engine.Reading running;
    private volatile boolean stopped;

    /**
     * @param engine stays open
     * @param state what was counted before, if that is wanted
     * @param connections how many objects are fetched ahead at the same time
     */
    public IncrementalCount(
            Engine engine,
            RunSettings settings,
            StateOptions storing,
            Optional<State> state,
            int connections,
            RejectLog rejects,
            RunListener watcher) {
        this.engine = engine;
        this.settings = settings;
        this.storing = storing;
        this.state = state;
        this.connections = connections;
        this.rejects = rejects;
        this.watcher = watcher;
        this.total = new PartialAggregate(settings);
    }

    /** What a run has counted. */
    public record Counted(PartialAggregate sum, Optional<ReportedObjects> reported) {}

    /**
     * Counts all of it.
     *
     * @throws StateException if tallies, logs and state do not fit together
     */
    public Counted count(List<LogObject> listed) throws IOException, InterruptedException {
        List<LogObject> logs = new ArrayList<>();
        for (LogObject object : listed) {
            if (TallySource.isOne(object.name())) {
                addTally(object);
            } else {
                logs.add(object);
            }
        }
        rejectOverlaps(logs);
        for (List<LogObject> part : parts(unknown(logs))) {
            read(part);
        }
        boolean stored = state.isPresent() || !tallies.isEmpty();
        return new Counted(total, stored || storing.saves() ? Optional.of(reported()) : Optional.empty());
    }

    private void addTally(LogObject object) throws IOException {
        try {
            tallies.add(TallySource.of(object, storing.header()));
        } catch (StateException e) {
            throw e;
        } catch (IOException e) {
            fail(object, IoFailures.reason(e));
        }
    }

    private void fail(LogObject object, String why) throws FailFastException {
        ObjectResult.Failed failed = new ObjectResult.Failed(object.name(), why, 0);
        addResult(failed);
        if (settings.failFast()) {
            throw new FailFastException(failed);
        }
    }

    private void addResult(ObjectResult result) {
        total.addResult(result);
        watcher.done(result);
    }

    /** Nothing may count twice: neither in two tallies, nor in a tally and in the state or a log that is read now. */
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
                if (state.isPresent() && state.get().holds(object.name(), object.version())) {
                    throw shared(
                            object.name(), "the state and " + tally.object().name());
                }
            }
        }
        if (!tallies.isEmpty()) {
            rejectOverlaps(logs, first);
        }
    }

    private static void rejectOverlaps(List<LogObject> logs, Map<String, TallySource> tallies) throws IOException {
        Map<String, TallySource> byName = new HashMap<>();
        tallies.forEach((identity, tally) -> byName.put(identity.substring(0, identity.indexOf('\n')), tally));
        for (LogObject log : logs) {
            TallySource tally = byName.get(log.key());
            if (tally != null) {
                String version = FileVersion.of(log);
                if (tally.objects().stream()
                        .anyMatch(each ->
                                each.name().equals(log.key()) && each.version().equals(version))) {
                    throw shared(log.name(), tally.object().name() + " and among the logs");
                }
            }
        }
    }

    private static StateException shared(String object, String where) {
        return new StateException(
                object + " is counted in " + where + ", so its calls would count twice; leave one of them out", true);
    }

    /** The logs that are not in the state. */
    private List<LogObject> unknown(List<LogObject> logs) throws FailFastException {
        if (state.isEmpty()) {
            return logs;
        }
        List<LogObject> unknown = new ArrayList<>();
        Map<String, LogObject> byKey = new HashMap<>();
        for (LogObject log : logs) {
            LogObject same = byKey.putIfAbsent(log.key(), log);
            if (state.get().holdsName(log.key())) {
                known(log);
            } else if (same != null) {
                fail(
                        log,
                        "has the same name below its source as " + same.name()
                                + ", and a state knows files by that; name the folder above both as SOURCE");
            } else {
                unknown.add(log);
            }
        }
        return unknown;
    }

    private void known(LogObject log) throws FailFastException {
        boolean same;
        try {
            same = state.get().holds(log.key(), FileVersion.of(log));
        } catch (IOException e) {
            fail(log, IoFailures.reason(e));
            return;
        }
        if (same) {
            addResult(new ObjectResult.Skipped(log.name(), "already in the state"));
        } else {
            fail(
                    log,
                    "has changed since it was counted: the state holds its earlier rows, and the new ones are not counted."
                            + " Log objects never change; if this one rightly did, remove the state and count again");
        }
    }

    /** Objects in the order of their hours, in parts; where nothing is stored between parts, all at once. */
    private List<List<LogObject>> parts(List<LogObject> logs) {
        return state.isEmpty()
                ? (logs.isEmpty() ? List.of() : List.of(logs))
                : Batches.of(logs, engine.partBytes(), engine.partObjects());
    }

    private void read(List<LogObject> part) throws IOException, InterruptedException {
        try (Engine.Reading run = engine.reading(settings, connections, rejects, watcher)) {
            running = run;
            if (stopped) {
                throw new InterruptedException("the run was ended");
            }
            PartialAggregate sum = run.read(part);
            store(sum);
            total.merge(sum);
        }
    }

    // Not while stop() takes away what is being stored.
    private synchronized void store(PartialAggregate sum) throws IOException, InterruptedException {
        if (stopped) {
            throw new InterruptedException("the run was ended");
        }
        if (state.isPresent()) {
            sum.spillDays();
            state.get().add(sum.days(), sum.objects());
            sum.forgetStored();
        }
    }

    private ReportedObjects reported() throws IOException {
        ReportedObjects reported = new ReportedObjects(state.isPresent() || !tallies.isEmpty(), storing.saves());
        boolean byDay = settings.keeping() == Retention.DAYS;
        for (DatedObject object : total.objects()) {
            reported.add(byDay ? object.in(storing.span()) : object.object());
        }
        if (state.isPresent()) {
            state.get().report(storing.span(), total.tally(), reported::add);
        }
        List<CountedObject> objects = new ArrayList<>();
        for (TallySource tally : tallies) {
            if (add(tally)) {
                objects.addAll(tally.objects());
            }
        }
        united(objects).forEach(reported::add);
        return reported;
    }

    /** Whether it could be read. */
    private boolean add(TallySource source) throws IOException {
        try {
            Tally tally = source.read(settings.tally());
            if (tally.rows() > 0) {
                Span rowsOf = new Span(tally.firstSeen(), tally.lastSeen() + 1);
                if (!storing.span().holds(rowsOf)) {
                    tally.close();
                    throw new StateException(
                            source.object().name() + " holds rows of " + rowsOf
                                    + ", which --from and --to cut, and a tally cannot be cut; give a wider time",
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
            fail(source.object(), IoFailures.reason(e));
            return false;
        }
    }

    /** Each object once: tallies of two days may both hold rows of one. */
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

    /** Stops whatever still runs, once what is being stored is stored. May be called from another thread. */
    public synchronized void stop() {
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
    }
}
