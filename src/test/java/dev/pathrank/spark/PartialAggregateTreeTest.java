package dev.pathrank.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.cbor.CborWriter;
import dev.pathrank.log.FilterOptions;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.RowFilter;
import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.run.ObjectResult;
import dev.pathrank.run.PartialAggregate;
import dev.pathrank.run.PartialAggregateCodec;
import dev.pathrank.run.RejectLog;
import dev.pathrank.run.Retention;
import dev.pathrank.run.RunListener;
import dev.pathrank.run.RunSettings;
import dev.pathrank.run.ThreadedRun;
import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.local.LocalSource;
import dev.pathrank.tally.Tally;
import dev.pathrank.tally.TallyOptions;
import dev.pathrank.tally.file.Span;
import dev.pathrank.tally.memory.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that partial aggregates sent as bytes and merged in a tree equal that of one machine, in any order. */
class PartialAggregateTreeTest {
    private static final Path LOGS = Path.of("sample-logs");

    @TempDir
    private Path folder;

    private final List<LogObject> objects = new ArrayList<>();

    @BeforeEach
    void list() throws Exception {
        new LocalSource("sample-logs", LOGS).list(ListingFilter.ALL, objects::add);
        byte[] whole = Files.readAllBytes(Path.of(objects.get(0).name()));
        Path damaged = Files.write(folder.resolve("damaged.gz"), Arrays.copyOf(whole, whole.length / 2));
        new LocalSource(damaged.toString(), damaged).list(ListingFilter.ALL, objects::add);
    }

    private RunSettings settings(Retention retention) {
        return settings(retention, false);
    }

    private RunSettings settings(Retention retention, boolean dedupe) {
        RowFilter filter = new RowFilter(FilterOptions.NONE);
        return RunSettings.of(
                        LogOptions.DEFAULT,
                        filter,
                        new TallyOptions(FoldingRules.NONE, Limits.DEFAULT, folder, dedupe),
                        1)
                .retaining(retention, Span.ALL);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true"})
    void anyTreeGivesTheTallyOfAll(int seed, boolean dedupe) throws Exception {
        RunSettings settings = settings(Retention.OBJECTS, dedupe);
        Random random = new Random(seed);
        List<byte[]> shares = new ArrayList<>();
        for (int from = 0; from < objects.size(); from += 6) {
            shares.add(PartialAggregateCodec.write(
                    read(objects.subList(from, Math.min(objects.size(), from + 6)), settings)));
        }
        while (shares.size() > 1) {
            Collections.shuffle(shares, random);
            try (PartialAggregate sum = PartialAggregateCodec.read(shares.remove(0), settings)) {
                for (int more = random.nextInt(Math.min(4, shares.size())); more >= 0; more--) {
                    sum.merge(PartialAggregateCodec.read(shares.remove(0), settings));
                }
                shares.add(PartialAggregateCodec.write(sum));
            }
        }
        try (PartialAggregate tree = PartialAggregateCodec.read(shares.get(0), settings);
                PartialAggregate all = read(objects, settings)) {
            assertEquals(all.tally().dropDuplicates(), tree.tally().dropDuplicates());
            assertTrue(all.tally().rows() > 0);
            assertArrayEquals(bytes(all.tally()), bytes(tree.tally()));
            assertEquals(results(all), results(tree));
            assertEquals(
                    all.objects().stream()
                            .map(Object::toString)
                            .map(PartialAggregateTreeTest::plain)
                            .sorted()
                            .toList(),
                    tree.objects().stream()
                            .map(Object::toString)
                            .map(PartialAggregateTreeTest::plain)
                            .sorted()
                            .toList());
            assertEquals(all.rows().read(), tree.rows().read());
            assertEquals(all.rows().rowsByEvidence(), tree.rows().rowsByEvidence());
            assertEquals(all.callsByDistribution(), tree.callsByDistribution());
            assertEquals(all.objectsByLayout(), tree.objectsByLayout());
            assertEquals(all.textBytes(), tree.textBytes());
        }
    }

    @Test
    void everyPartOfAPartialAggregateTravels() {
        // A new part must be written by PartialAggregateCodec and named here.
        assertEquals(
                Set.of(
                        "tally",
                        "days",
                        "rows",
                        "seen",
                        "callsByDistribution",
                        "objectsByLayout",
                        "results",
                        "objects",
                        "textBytes",
                        "passedOverLines",
                        "storedBytes",
                        "delimiterUses"),
                Arrays.stream(PartialAggregate.class.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .map(Field::getName)
                        .filter(name -> !Set.of("byDay", "weighed", "merged").contains(name))
                        .collect(Collectors.toSet()));
    }

    @Test
    void daysTravelOneByOne() throws Exception {
        RunSettings settings = settings(Retention.DAYS);
        Map<Long, List<byte[]>> pieces = new HashMap<>();
        for (LogObject object : objects) {
            try (PartialAggregate share = read(List.of(object), settings)) {
                for (long day : share.days().days()) {
                    try (PartialAggregate one = share.takeDay(day, settings)) {
                        pieces.computeIfAbsent(day, key -> new ArrayList<>()).add(PartialAggregateCodec.write(one));
                    }
                }
            }
        }
        try (PartialAggregate all = read(objects, settings)) {
            assertEquals(all.days().days(), new TreeSet<>(pieces.keySet()));
            for (Map.Entry<Long, List<byte[]>> day : pieces.entrySet()) {
                try (PartialAggregate sum = new PartialAggregate(settings)) {
                    for (byte[] piece : day.getValue()) {
                        sum.merge(PartialAggregateCodec.read(piece, settings));
                    }
                    assertArrayEquals(
                            bytes(all.days().take(day.getKey())),
                            bytes(sum.days().take(day.getKey())));
                }
            }
        }
    }

    private static PartialAggregate read(List<LogObject> objects, RunSettings settings)
            throws IOException, InterruptedException {
        try (ThreadedRun run = ThreadedRun.of(settings, 2, RejectLog.NONE, RunListener.NONE)) {
            PartialAggregate sum = new PartialAggregate(settings);
            sum.merge(run.read(objects));
            return sum;
        }
    }

    private static byte[] bytes(Tally tally) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CborWriter out = new CborWriter(bytes);
        tally.write(out);
        out.flush();
        return bytes.toByteArray();
    }

    private static List<ObjectResult> results(PartialAggregate share) {
        return share.results().stream()
                .sorted(Comparator.comparing(ObjectResult::object))
                .toList();
    }

    /** Row counts do not print themselves. */
    private static String plain(String object) {
        return object.replaceAll("RowCounts@[0-9a-f]+", "");
    }
}
