package dev.pathrank.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.log.FilterOptions;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.RowFilter;
import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.run.fetch.MemoryBudget;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.ObjectUnavailableException;
import dev.pathrank.source.TransportException;
import dev.pathrank.tally.RejectSink;
import dev.pathrank.tally.TallyOptions;
import dev.pathrank.tally.memory.Limits;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of objects that arrive, break off, or never come. */
@Timeout(60)
class ThreadedRunTest {
    private static final String FIELDS = "#Fields: date time cs-method cs-uri-stem sc-status\n";

    @TempDir
    Path tmpDir;

    private PartialAggregate read(int threads, RejectLog rejects, LogObject... objects)
            throws IOException, InterruptedException {
        try (ThreadedRun run = ThreadedRun.of(settings(threads), 3, rejects, RunListener.NONE)) {
            return run.read(List.of(objects));
        }
    }

    private RunSettings settings(int threads) {
        return RunSettings.of(
                LogOptions.DEFAULT,
                new RowFilter(FilterOptions.NONE),
                new TallyOptions(FoldingRules.NONE, Limits.DEFAULT, tmpDir, false),
                threads);
    }

    private static byte[] log(int rows) {
        return (FIELDS + "2017-02-12\t16:00:00\tGET\t/a\t200\n".repeat(rows)).getBytes(UTF_8);
    }

    private static LogObject object(String name, long size, Opening opening) {
        return new LogObject() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream open() throws IOException {
                return opening.open();
            }
        };
    }

    private static LogObject whole(String name, byte[] bytes) {
        return object(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** All of {@code bytes}, and then a connection that stays broken. */
    private static LogObject breakingOff(String name, long size, byte[] bytes) {
        return object(name, size, () -> new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = in.read(buffer, offset, length);
                if (read < 0) {
                    throw new TransportException("the connection was reset", null);
                }
                return read;
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void countsWhatArrives(int threads) throws Exception {
        LogObject[] objects = IntStream.range(0, 50)
                .mapToObj(number -> whole("o" + number, log(number)))
                .toArray(LogObject[]::new);

        PartialAggregate sum = read(threads, RejectLog.NONE, objects);

        assertEquals(49 * 50 / 2, sum.rows().counted());
        assertEquals(49 * 50 / 2, sum.tally().calls());
        assertEquals(50, sum.results().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {LogObject.UNKNOWN_SIZE, 100, 20 << 20})
    void countsNothingOfAnObjectThatBreaksOff(long size) throws Exception {
        PartialAggregate sum = read(2, RejectLog.NONE, breakingOff("broken", size, log(5000)), whole("good", log(3)));

        assertEquals(3, sum.rows().read());
        assertEquals(3, sum.tally().calls());
        assertTrue(
                sum.results().contains(ObjectResult.Failed.of("broken", "the connection was reset", 0)),
                () -> "" + sum.results());
    }

    @ParameterizedTest
    @ValueSource(longs = {-5, Long.MIN_VALUE})
    void failsAnObjectWhoseListedSizeIsNone(long size) throws Exception {
        PartialAggregate sum = read(
                1, RejectLog.NONE, object("odd", size, () -> new ByteArrayInputStream(log(5))), whole("good", log(3)));

        assertEquals(3, sum.tally().calls());
        assertTrue(
                sum.results()
                        .contains(ObjectResult.Failed.of("odd", "its listing gives a size of " + size + " bytes", 0)),
                () -> "" + sum.results());
    }

    @ParameterizedTest
    @ValueSource(longs = {LogObject.UNKNOWN_SIZE, 100, 20 << 20})
    void failsAnObjectForWhichMemoryIsTooShort(long size) throws Exception {
        LogObject huge = object("huge", size, () -> {
            throw new OutOfMemoryError("asked for by a test");
        });
        LogObject endingLate = object("late", size, () -> new FilterInputStream(new ByteArrayInputStream(log(9000))) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = in.read(buffer, offset, length);
                if (read < 0) {
                    throw new OutOfMemoryError("asked for by a test");
                }
                return read;
            }
        });

        PartialAggregate sum = read(1, RejectLog.NONE, huge, endingLate, whole("good", log(3)));

        assertEquals(3, sum.tally().calls());
        assertEquals(2, failures(sum).size(), () -> "" + sum.results());
        assertTrue(failures(sum).stream()
                .allMatch(failed -> failed.why().startsWith("there is not enough memory for it")));
    }

    /** The memory may have been taken by an object that another thread reads. */
    @Test
    void memoryThatEndsBetweenRowsFailsTheObjectAndNotTheRun() throws Exception {
        AtomicLong processed = new AtomicLong();
        RunListener full = new RunListener() {
            @Override
            public void processed(long bytes) {
                long all = processed.addAndGet(bytes);
                if (all > 700_000 && all - bytes <= 700_000) {
                    throw new OutOfMemoryError("asked for by a test");
                }
            }
        };

        PartialAggregate sum;
        try (ThreadedRun run = ThreadedRun.of(settings(1), 3, RejectLog.NONE, full)) {
            sum = run.read(List.of(whole("unlucky", log(40_000)), whole("good", log(3))));
        }

        ObjectResult.Failed failed = failures(sum).get(0);
        assertEquals("unlucky", failed.object());
        assertTrue(failed.why().startsWith("there is not enough memory for it"), failed::why);
        assertTrue(failed.rows() > 0 && failed.rows() < 40_000, () -> failed.rows() + " rows");
        assertEquals(failed.rows() + 3, sum.tally().calls(), "as of a damaged object, the rows before count");
    }

    @Test
    void endsWhenTheThreadThatFetchesDies() {
        LogObject poison = new LogObject() {
            @Override
            public String name() {
                return "poison";
            }

            @Override
            public long size() {
                if (Thread.currentThread().getName().contains("fetch")) {
                    throw new IllegalStateException("asked for by a test");
                }
                return 10;
            }

            @Override
            public InputStream open() {
                return InputStream.nullInputStream();
            }
        };

        assertThrows(IllegalStateException.class, () -> read(1, RejectLog.NONE, poison, whole("good", log(3))));
    }

    @ParameterizedTest
    @ValueSource(longs = {200_000, 20 << 20})
    void failsTextThatIsShorterThanListedAndCountsItsWholeRows(long listed) throws Exception {
        byte[] text = log(5000);
        PartialAggregate sum = read(
                1,
                RejectLog.NONE,
                object("cut", listed, () -> new ByteArrayInputStream(text, 0, text.length - 3)),
                whole("good", log(3)));

        assertEquals(4999 + 3, sum.tally().calls());
        ObjectResult.Failed failed = failures(sum).get(0);
        assertEquals("cut", failed.object());
        assertEquals("truncated: " + (text.length - 3) + " of the " + listed + " listed bytes received", failed.why());
        assertEquals(4999, failed.rows());
    }

    private static List<ObjectResult.Failed> failures(PartialAggregate sum) {
        return sum.results().stream()
                .filter(ObjectResult.Failed.class::isInstance)
                .map(ObjectResult.Failed.class::cast)
                .toList();
    }

    @Test
    void takesBackTheRejectedRowsOfAnObjectThatBreaksOff() throws Exception {
        byte[] bad = (FIELDS + "2017-02-12\t16:00:00\tGET\t/a\tOOO\n").getBytes(UTF_8);
        List<String> rejected = new ArrayList<>();
        RejectLog rejects = () -> new RejectLog.Part() {
            private int begin;

            @Override
            public RejectSink of(String object) {
                begin = rejected.size();
                return (reason, line, row, personal) -> rejected.add(object + ":" + line);
            }

            @Override
            public void takeBack() {
                rejected.subList(begin, rejected.size()).clear();
            }
        };

        read(1, rejects, breakingOff("broken", LogObject.UNKNOWN_SIZE, bad), whole("good", bad));

        assertEquals(List.of("good:2"), rejected);
    }

    @Test
    void namesTheFolderWhereATemporaryFileCannotBeWritten() {
        byte[] bad = (FIELDS + "2017-02-12\t16:00:00\tGET\t/a\tOOO\n").getBytes(UTF_8);
        RejectLog full = () -> new RejectLog.Part() {
            @Override
            public RejectSink of(String object) {
                return (reason, line, row, personal) -> {
                    throw new IOException("No space left on device");
                };
            }

            @Override
            public void takeBack() {}
        };

        IOException thrown = assertThrows(IOException.class, () -> read(1, full, whole("bad", bad)));

        assertEquals(
                "a temporary file in " + tmpDir + " cannot be written: No space left on device."
                        + " Free some space or choose another folder with --tmp-dir",
                thrown.getMessage());
    }

    @Test
    void streamsAnObjectThatHasGrownSinceItWasListed() throws Exception {
        byte[] grown = log(300_000);
        assertTrue(grown.length > MemoryBudget.WHOLE_OBJECT);

        PartialAggregate sum = read(2, RejectLog.NONE, object("grown", 10, () -> new ByteArrayInputStream(grown)));

        assertEquals(300_000, sum.rows().counted());
    }

    @Test
    void namesAnObjectThatCannotBeOpened() throws Exception {
        LogObject denied = object("denied", 10, () -> {
            throw new ObjectUnavailableException("access is denied", null);
        });

        PartialAggregate sum = read(1, RejectLog.NONE, denied);

        assertEquals(List.of(ObjectResult.Failed.of("denied", "access is denied", 0)), sum.results());
    }

    @Test
    void endsWithTheFaultThatTheProgramMeets() {
        IllegalArgumentException fault = new IllegalArgumentException("a fault");
        LogObject faulty = object("faulty", 10, () -> {
            throw fault;
        });

        IllegalStateException thrown =
                assertThrows(IllegalStateException.class, () -> read(2, RejectLog.NONE, faulty, whole("good", log(1))));

        assertSame(fault, rootOf(thrown));
    }

    /** @param comments lines that make the object large; of large ones on disk, one is ahead of those in work */
    @ParameterizedTest
    @CsvSource({"0, 3", "4000000, 2"})
    void fetchesAheadAndNotMoreThanAllowed(int comments, int expected) throws Exception {
        byte[] log = (new String(log(1), UTF_8) + "#\n".repeat(comments)).getBytes(UTF_8);
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(expected);
        CountDownLatch tooMany = new CountDownLatch(expected + 1);
        // Only up to the listed size: an object that has grown is opened again by the thread that processes it.
        LogObject[] objects = IntStream.range(0, 9)
                .mapToObj(number -> object("o" + number, log.length, () -> {
                    most.accumulateAndGet(open.incrementAndGet(), Math::max);
                    enough.countDown();
                    tooMany.countDown();
                    await(enough);
                    awaitInVain(tooMany);
                    return new ByteArrayInputStream(log) {
                        @Override
                        public void close() {
                            open.decrementAndGet();
                        }
                    };
                }))
                .toArray(LogObject[]::new);

        assertEquals(9, read(1, RejectLog.NONE, objects).rows().counted());
        assertEquals(expected, most.get());
    }

    @Test
    void endsWhenItIsStoppedFromOutside() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        LogObject endless = object("endless", LogObject.UNKNOWN_SIZE, () -> new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                reading.countDown();
                Arrays.fill(buffer, offset, offset + length, (byte) '\n');
                return length;
            }
        });
        try (ThreadedRun run = ThreadedRun.of(settings(1), 1, RejectLog.NONE, RunListener.NONE)) {
            Thread stopper = new Thread(() -> {
                await(reading);
                run.stop();
            });
            stopper.start();

            assertThrows(InterruptedException.class, () -> run.read(List.of(endless)));
            stopper.join();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits, so that unexpected requests would arrive. */
    private static void awaitInVain(CountDownLatch latch) {
        try {
            latch.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Throwable rootOf(Throwable thrown) {
        return thrown.getCause() == null ? thrown : rootOf(thrown.getCause());
    }

    private interface Opening {
        InputStream open() throws IOException;
    }
}
