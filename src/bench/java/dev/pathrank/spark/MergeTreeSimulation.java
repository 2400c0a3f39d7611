package dev.pathrank.spark;

import dev.pathrank.log.FilterOptions;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.RowFilter;
import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.run.PartialAggregate;
import dev.pathrank.run.PartialAggregateCodec;
import dev.pathrank.run.RejectLog;
import dev.pathrank.run.RunListener;
import dev.pathrank.run.RunSettings;
import dev.pathrank.run.ThreadedRun;
import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.local.LocalSource;
import dev.pathrank.tally.TallyOptions;
import dev.pathrank.tally.memory.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code MergeTreeSimulation FOLDER PIECES SHARES PROCESSORS}: estimates the cost of the merge tree on a cluster. The
 * logs of FOLDER are read in PIECES and their partial aggregates are merged in the tree of {@link SparkReading}, each
 * step measured. From these figures it calculates a tree of SHARES partial aggregates on PROCESSORS; levels that were
 * not measured cost as much as the top one. Spark's own cost for a level is measured separately.
 */
public final class MergeTreeSimulation {
    /** A stage of a thousand short tasks, as Spark's driver starts and ends them. */
    private static final double STAGE_S = 0.5;

    private static final double NETWORK_BYTES_S = 100e6;

    private static final RunSettings SETTINGS = RunSettings.of(
            LogOptions.DEFAULT,
            new RowFilter(FilterOptions.NONE),
            new TallyOptions(FoldingRules.NONE, Limits.DEFAULT, Path.of(System.getProperty("java.io.tmpdir")), false),
            1);

    private MergeTreeSimulation() {}

    /** One level as it was measured: mean bytes of what it makes, and seconds for one of it. */
    private record Level(int shares, double bytes, double mergeS) {}

    public static void main(String[] args) throws Exception {
        List<LogObject> objects = new ArrayList<>();
        new LocalSource(args[0], Path.of(args[0])).list(ListingFilter.ALL, objects::add);
        int pieces = Integer.parseInt(args[1]);
        List<byte[]> shares = new ArrayList<>();
        double readS = 0;
        double writeS = 0;
        for (int piece = 0; piece < pieces; piece++) {
            List<LogObject> some =
                    objects.subList(objects.size() * piece / pieces, objects.size() * (piece + 1) / pieces);
            long begin = System.nanoTime();
            try (ThreadedRun run = ThreadedRun.of(SETTINGS, 2, RejectLog.NONE, RunListener.NONE)) {
                PartialAggregate share = run.read(some);
                long read = System.nanoTime();
                shares.add(PartialAggregateCodec.write(share));
                readS += (read - begin) / 1e9;
                writeS += (System.nanoTime() - read) / 1e9;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d pieces: %.2f s to read one, %.3f s to write its share of %,.0f bytes%n",
                pieces,
                readS / pieces,
                writeS / pieces,
                bytes(shares));
        List<Level> levels = measured(shares);
        simulate(levels, bytes(shares), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    }

    private static List<Level> measured(List<byte[]> leaves) throws Exception {
        List<Level> levels = new ArrayList<>();
        List<byte[]> below = leaves;
        while (below.size() > 1) {
            List<byte[]> above = new ArrayList<>();
            long begin = System.nanoTime();
            for (int from = 0; from < below.size(); from += SparkReading.TOGETHER) {
                try (PartialAggregate sum = PartialAggregateCodec.read(below.get(from), SETTINGS)) {
                    for (int at = from + 1; at < Math.min(below.size(), from + SparkReading.TOGETHER); at++) {
                        sum.merge(PartialAggregateCodec.read(below.get(at), SETTINGS));
                    }
                    above.add(PartialAggregateCodec.write(sum));
                }
            }
            Level level = new Level(above.size(), bytes(above), (System.nanoTime() - begin) / 1e9 / above.size());
            System.out.printf(
                    Locale.ROOT,
                    "%d shares to %d: %.3f s and %,.0f bytes each%n",
                    below.size(),
                    level.shares(),
                    level.mergeS(),
                    level.bytes());
            levels.add(level);
            below = above;
        }
        return levels;
    }

    private static void simulate(List<Level> measured, double leafBytes, int shares, int processors) {
        double moved = 0;
        double seconds = 0;
        double bytes = leafBytes;
        int width = shares;
        for (int depth = 0; width > 1; depth++) {
            Level level = measured.get(Math.min(depth, measured.size() - 1));
            int above = (width + SparkReading.TOGETHER - 1) / SparkReading.TOGETHER;
            double rounds = Math.ceil((double) above / processors);
            double fetchS = SparkReading.TOGETHER * bytes / NETWORK_BYTES_S;
            moved += width * bytes;
            seconds += rounds * (level.mergeS() + fetchS) + STAGE_S;
            System.out.printf(
                    Locale.ROOT,
                    "%,8d shares to %,6d: %,.0f MB move, %.1f s%n",
                    width,
                    above,
                    width * bytes / 1e6,
                    rounds * (level.mergeS() + fetchS) + STAGE_S);
            bytes = level.bytes();
            width = above;
        }
        System.out.printf(
                Locale.ROOT,
                "in all %,.0f MB move, %.1f s; the driver gets one share of %,.0f bytes%n",
                moved / 1e6,
                seconds,
                bytes);
    }

    private static double bytes(List<byte[]> shares) {
        return shares.stream().mapToInt(share -> share.length).average().orElseThrow();
    }
}
