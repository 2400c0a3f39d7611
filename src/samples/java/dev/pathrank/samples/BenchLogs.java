package dev.pathrank.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;

/**
 * Writes the input of the benchmark: 120 hours of a busy shop in 33 columns. With junk, it has an attacker's paths, all
 * different, half of them answered 404 and half 200, and one ordinary call for every twenty.
 */
public final class BenchLogs {
    private static final String DISTRIBUTION = "E3BENCHMARKABC";
    private static final Instant START = Instant.parse("2019-12-16T00:00:00Z");
    private static final int OBJECTS = 120;
    private static final int THREADS = 2;
    private static final int LEAST_CALLS = 40;
    private static final int JUNK_TO_ONE_CALL = 20;
    /** The draws of the crowd; those of the objects are numbered from 0. */
    private static final int CROWD = -1;

    private final long rows;
    private final long seed;
    private final boolean junk;
    private final ShopTraffic traffic;
    private final Viewer attacker = Viewer.scanner(1);

    /** @param rows rows, or junk rows where {@code junk} is set */
    BenchLogs(long rows, long seed, boolean junk) {
        this.rows = rows;
        this.seed = seed;
        this.junk = junk;
        List<Route> routes = new ArrayList<>();
        Route.table("declared-routes.txt").forEach(route -> routes.add(route.calledAtLeast(LEAST_CALLS)));
        routes.addAll(Route.table("undeclared-routes.txt"));
        SampleValues values = new SampleValues(20_000, 66, LocalDate.of(2019, 12, 1));
        traffic = new ShopTraffic(routes, Viewer.crowd(100_000, Draw.of(seed, CROWD)), values);
    }

    /** Arguments: the folder, which must not hold other files; the rows; the seed; {@code junk} or {@code calls}. */
    public static void main(String[] args) throws Exception {
        BenchLogs logs = new BenchLogs(Long.parseLong(args[1]), Long.parseLong(args[2]), args[3].equals("junk"));
        Path folder = Files.createDirectories(Path.of(args[0]));
        Size size = logs.write(folder);
        // Begins with a dot, so that it is not read as a log; written last, to mark a complete folder.
        Files.writeString(folder.resolve(".size"), "rows=" + size.rows() + "\nbytes=" + size.bytes() + "\n");
    }

    /** How much was written: rows, and bytes of text before packing. */
    record Size(long rows, long bytes) {
        Size plus(Size other) {
            return new Size(rows + other.rows, bytes + other.bytes);
        }
    }

    /** Writes all objects; which thread writes which does not matter, since each draws for itself. */
    Size write(Path folder) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Size>> objects = new ArrayList<>();
            for (int i = 0; i < OBJECTS; i++) {
                int number = i;
                objects.add(threads.submit(() -> writeObject(folder, number)));
            }
            Size size = new Size(0, 0);
            for (Future<Size> object : objects) {
                size = size.plus(object.get());
            }
            return size;
        } finally {
            threads.shutdownNow();
        }
    }

    private Size writeObject(Path folder, int number) {
        Draw draw = Draw.of(seed, number);
        Instant hour = START.plusSeconds(3600L * number);
        Path file = folder.resolve(LogObjects.name(DISTRIBUTION, hour, draw.letters("0123456789abcdef", 8)));
        ObjectRows object =
                new ObjectRows(number * rows / OBJECTS, (number + 1) * rows / OBJECTS, hour.getEpochSecond(), draw);
        try {
            long bytes = LogObjects.write(file, Deflater.DEFAULT_COMPRESSION, object);
            return new Size(object.written, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** The rows numbered {@code next} to {@code end} - 1, spread over one hour, about in the order of time. */
    private final class ObjectRows implements LogObjects.Rows {
        private final long from;
        private final long end;
        private final long hour;
        private final Draw draw;
        private long next;
        private long written;

        ObjectRows(long from, long end, long hour, Draw draw) {
            this.from = from;
            this.end = end;
            this.hour = hour;
            this.draw = draw;
            next = from;
        }

        @Override
        public boolean next(StringBuilder text) {
            if (next == from) {
                text.append(SampleColumns.COLUMNS_33.header());
            }
            if (next == end) {
                return false;
            }
            long second = hour + (next - from) * 3600 / (end - from);
            if (!junk) {
                add(text, traffic.next(second, draw));
            } else {
                add(text, junk(next, second));
                if (next % JUNK_TO_ONE_CALL == 0) {
                    add(text, traffic.next(second, draw));
                }
            }
            next++;
            return next < end;
        }

        private void add(StringBuilder text, Exchange exchange) {
            SampleColumns.COLUMNS_33.append(text, exchange);
            written++;
        }

        private Exchange junk(long number, long second) {
            int ms = 4 + draw.below(12);
            boolean found = number / 8 % 2 == 1; // every shape of path is answered both ways
            SampleAnswer outcome = found
                    ? new SampleAnswer(200, "Miss", "Miss", ms, ms, 1530, 1210, "text/html")
                    : SampleAnswer.error(404, "Error", ms);
            return traffic.answered(attacker, "GET", JunkPaths.path(number), "", outcome, second, draw);
        }
    }
}
