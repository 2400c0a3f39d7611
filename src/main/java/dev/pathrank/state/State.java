package dev.pathrank.state;

import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.cbor.OtherVersionException;
import dev.pathrank.io.IoConsumer;
import dev.pathrank.source.Store;
import dev.pathrank.tally.DayTallies;
import dev.pathrank.tally.Tally;
import dev.pathrank.tally.TallyOptions;
import dev.pathrank.tally.file.CountedObject;
import dev.pathrank.tally.file.DatedObject;
import dev.pathrank.tally.file.Span;
import dev.pathrank.tally.file.TallyFileReader;
import dev.pathrank.tally.file.TallyFileWriter;
import dev.pathrank.tally.file.TallyHeader;
import dev.pathrank.tally.memory.HeapGrowth;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything counted so far, by UTC day. Only {@link #add} changes it, completely or not at all. Used by one thread.
 *
 * <p>No more than two tallies are in memory at a time, and of the objects only their hashes.
 */
public final class State implements AutoCloseable {
    private static final Comparator<DatedObject> ORDER = Comparator.comparing(DatedObject::object, CountedObject.ORDER);

    private final Store store;
    private final TallyOptions options;
    private final ObjectIndex known = new ObjectIndex();
    private final HeapGrowth heap = new HeapGrowth();
    private Manifest manifest;
    /** Whether the store holds a manifest. */
    private boolean begun;

    private boolean closed;

    private State(Store store, TallyHeader now, TallyOptions options) {
        this.store = store;
        this.options = options;
        this.manifest = new Manifest(now, new TreeMap<>());
    }

    /**
     * Opens a state, or begins one, and checks that all of its files are as they were written.
     *
     * @param store closed with this
     * @param now how this run counts
     * @throws StateException if it cannot be used as it is; nothing in it was changed
     */
    public static State open(Store store, TallyHeader now, TallyOptions options) throws IOException {
        State state = new State(store, now, options);
        try {
            state.load();
            state.check(now);
            store.sweep(state.manifest.files().values());
            return state;
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Returns whether a folder of this machine holds a state, which removes every tally in it that is not its own. */
    public static boolean isIn(Path folder) {
        return Manifest.isOne(folder.resolve("manifest"));
    }

    private void check(TallyHeader now) throws IOException {
        Optional<StateException> problem = Compatibility.problem("the state " + store.name(), manifest.header(), now);
        if (problem.isPresent()) {
            throw problem.get();
        }
        checkFiles();
    }

    private void load() throws IOException {
        Optional<InputStream> root = store.root();
        begun = root.isPresent();
        if (!begun) {
            if (store.hasFiles()) {
                throw damaged("its manifest is missing", null);
            }
            return;
        }
        try (InputStream in = new BufferedInputStream(root.get())) {
            manifest = Manifest.read(
                    in, each -> known.add(each.object().name(), each.object().version()));
        } catch (OtherVersionException e) {
            throw otherVersion("it", e);
        } catch (DamagedFileException e) {
            throw damaged("its manifest " + e.getMessage(), e);
        }
    }

    private void checkFiles() throws IOException {
        for (String file : manifest.files().values()) {
            try (InputStream in = store.open(file)) {
                byte[] begin = in.readNBytes(TallyFileReader.ENVELOPE.beginLength());
                if (!ContentName.fits(file, new SequenceInputStream(new ByteArrayInputStream(begin), in))) {
                    throw damaged(file + " does not match its checksum", null);
                }
                // Here and not when a day is read: by then other days may have files of this version.
                TallyFileReader.ENVELOPE.check(begin);
            } catch (OtherVersionException e) {
                throw otherVersion("its file " + file, e);
            } catch (DamagedFileException e) {
                throw damaged(file + " " + e.getMessage(), e);
            } catch (NoSuchFileException e) {
                throw damaged(file + " is missing", e);
            }
        }
    }

    private StateException otherVersion(String what, OtherVersionException cause) {
        return new StateException(
                "the state " + store.name() + " was created by another version of pathrank: " + what + " "
                        + cause.getMessage(),
                cause);
    }

    private StateException damaged(String what, @Nullable IOException cause) {
        return new StateException(
                "the state " + store.name() + " is damaged: " + what
                        + ". Restore it from a copy, or remove it and count the logs again; nothing in it was changed",
                cause);
    }

    /** Returns whether nothing was ever added. */
    public boolean isEmpty() {
        return known.isEmpty();
    }

    /** Returns whether an object of that name and version is in it. */
    public boolean holds(String name, String version) {
        return known.find(name, version).filter(ObjectIndex.Found.SAME::equals).isPresent();
    }

    /** Returns whether any version of an object of that name is in it. */
    public boolean holdsName(String name) {
        return known.find(name, "").isPresent();
    }

    /** Returns the days that have rows, since 1970-01-01. */
    public SortedSet<Long> days() {
        return new TreeSet<>(manifest.files().keySet());
    }

    /**
     * Adds the rows of objects that are not in it yet, all or none.
     *
     * @param rows used up
     * @param objects each with the days of its rows; damaged or lost ones do not count as read and must have no rows
     *     here
     */
    public void add(DayTallies rows, List<DatedObject> objects) throws IOException {
        List<DatedObject> added = new ArrayList<>(
                objects.stream().filter(each -> each.object().isWhole()).toList());
        if (added.isEmpty()) {
            return;
        }
        added.sort(ORDER);
        begin();
        TreeMap<Long, String> files = new TreeMap<>(manifest.files());
        Set<String> replaced = new HashSet<>();
        for (long day : rows.days()) {
            String before = files.get(day);
            files.put(day, write(day, rows, added, before));
            heap.check();
            if (before != null && !before.equals(files.get(day))) {
                replaced.add(before);
            }
        }
        Manifest next = new Manifest(manifest.header(), files);
        try (Store.Draft draft = store.draft()) {
            next.write(draft.stream(), to -> merge(added, to));
            draft.replaceRoot();
        }
        manifest = next;
        added.forEach(each -> known.add(each.object().name(), each.object().version()));
        store.remove(replaced);
    }

    /** Writes a manifest before the first file, so that files without one show that it was lost. */
    private void begin() throws IOException {
        if (!begun) {
            try (Store.Draft draft = store.draft()) {
                manifest.write(draft.stream(), to -> {});
                draft.replaceRoot();
            }
            begun = true;
        }
    }

    /** Writes the file of a day, old and new rows together, and returns its name. */
    private String write(long day, DayTallies rows, List<DatedObject> added, @Nullable String before)
            throws IOException {
        Span span = Span.ofDay(day);
        List<CountedObject> objects = new ArrayList<>();
        try (Tally sum = rows.take(day)) {
            if (before != null) {
                sum.merge(read(before, objects::add));
            }
            added.stream()
                    .filter(each -> each.rowsByDay().containsKey(day))
                    .map(each -> each.in(span))
                    .forEach(objects::add);
            objects.sort(CountedObject.ORDER);
            TallyHeader header = new TallyHeader(
                    manifest.header().schema(), manifest.header().settings(), span);
            try (Store.Draft draft = store.draft()) {
                DigestOutputStream digest = new DigestOutputStream(draft.stream(), ContentName.digest());
                TallyFileWriter.write(digest, header, objects, sum);
                String name = ContentName.of(day, digest.getMessageDigest());
                draft.put(name);
                return name;
            }
        }
    }

    private Tally read(String file, Consumer<CountedObject> objects) throws IOException {
        try (InputStream in = new BufferedInputStream(store.open(file))) {
            return TallyFileReader.tally(in, options, objects);
        } catch (OtherVersionException e) {
            throw otherVersion("its file " + file, e);
        } catch (DamagedFileException | NoSuchFileException e) {
            throw damaged(file + " " + e.getMessage(), e);
        }
    }

    /** Hands over the objects of the stored manifest and the sorted new ones, in one order. */
    private void merge(List<DatedObject> added, IoConsumer<DatedObject> to) throws IOException {
        int[] next = {0};
        eachObject(old -> {
            while (next[0] < added.size() && ORDER.compare(added.get(next[0]), old) < 0) {
                to.accept(added.get(next[0]++));
            }
            to.accept(old);
        });
        while (next[0] < added.size()) {
            to.accept(added.get(next[0]++));
        }
    }

    private void eachObject(IoConsumer<DatedObject> to) throws IOException {
        Optional<InputStream> root = store.root();
        if (root.isPresent()) {
            try (InputStream in = new BufferedInputStream(root.get())) {
                Manifest.read(in, to);
            }
        }
    }

    /**
     * Adds the rows of some days to a tally.
     *
     * @param span whole days
     * @param sum counted as the state is
     * @param objects takes every object that has a row in these days, or all objects where {@code span} is unbounded
     */
    public void report(Span span, Tally sum, Consumer<CountedObject> objects) throws IOException {
        for (Map.Entry<Long, String> day : manifest.files().entrySet()) {
            if (span.holds(Span.ofDay(day.getKey()))) {
                sum.merge(read(day.getValue(), object -> {}));
                heap.check();
            }
        }
        eachObject(each -> {
            if (span.equals(Span.ALL) || each.reaches(span)) {
                objects.accept(each.in(span));
            }
        });
    }

    /** Lets others use the place; this may then be closed again, and nothing else. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            store.close();
        }
    }
}
