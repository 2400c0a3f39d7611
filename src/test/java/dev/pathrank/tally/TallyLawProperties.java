package dev.pathrank.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.pattern.tree.TreeLimits;
import dev.pathrank.tally.memory.Limits;
import dev.pathrank.tally.seconds.SecondField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Tests of the law: the same rows give the same endpoints, for every division, order and sequence of merges. */
class TallyLawProperties extends TallyProperties {
    private static final TreeLimits WIDE = new TreeLimits(64L << 20, 24, 0);

    /** Caps that hold all of the traffic. */
    static final Limits ROOMY = new Limits(WIDE, WIDE, 256, 16, 1 << 12, 1L << 20);

    /** Caps that are all exceeded: few names, shallow paths, a light tree, sketches at once, seconds on disk. */
    static final Limits TIGHT = new Limits(new TreeLimits(120_000, 4, 3), new TreeLimits(60_000, 3, 3), 3, 2, 16, 64);

    /** Caps that are exceeded only by the weight of the trees, from the finest level on. */
    static final Limits LIGHT =
            new Limits(new TreeLimits(250_000, 24, 0), new TreeLimits(150_000, 24, 0), 256, 16, 1 << 12, 1L << 20);

    @Property(tries = 25)
    void anySplitGivesTheSameEndpointsInRoomyCaps(@ForAll long seed) throws IOException {
        assertLaw(ROOMY, seed, 1500);
    }

    @Property(tries = 25)
    void anySplitGivesTheSameEndpointsWhenEveryCapBites(@ForAll long seed) throws IOException {
        assertLaw(TIGHT, seed, 1500);
    }

    @Property(tries = 25)
    void anySplitGivesTheSameEndpointsWhenOnlyTheWeightBites(@ForAll long seed) throws IOException {
        assertLaw(LIGHT, seed, 3000);
    }

    @Example
    void theTightCapsAllBite() throws IOException {
        try (Tally tally = tally(TIGHT, new RandomTraffic(7).lines(3000))) {
            tally.notices();
            assertTrue(tally.answeredLevel() > TIGHT.answered().firstLevel(), "answered paths were not coarsened");
            assertTrue(tally.failedLevel() > TIGHT.failed().firstLevel(), "failed paths were not coarsened");
            assertTrue(tally.spilled(), "no seconds went to disk");
            assertTrue(
                    tally.endpoints(false).stream().anyMatch(e -> e.pattern().endsWith("/<path>")),
                    "no path was too deep");
            assertTrue(
                    tally.endpoints(false).stream().anyMatch(e -> e.traffic().clients() > TIGHT.exactClients()),
                    "no sketch");
        }
        try (Tally tally = tally(LIGHT, new RandomTraffic(7).lines(3000))) {
            tally.notices();
            assertTrue(tally.answeredLevel() > 0 && tally.failedLevel() > 0, "the light trees were not coarsened");
        }
    }

    @Example
    void theCallsOfAllEndpointsAddUpToTheCountedRows() throws IOException {
        for (Limits limits : List.of(ROOMY, LIGHT, TIGHT)) {
            try (Tally tally = tally(limits, new RandomTraffic(11).lines(2000))) {
                assertEquals(
                        2000,
                        tally.endpoints(false).stream()
                                .mapToLong(EndpointStats::calls)
                                .sum());
                assertEquals(
                        2000,
                        tally.endpoints(true).stream()
                                .mapToLong(EndpointStats::calls)
                                .sum());
            }
        }
    }

    @Property(tries = 10)
    void anEmptyTallyIsZero(@ForAll long seed) throws IOException {
        List<String> lines = new RandomTraffic(seed).lines(400);
        Counted expected = endpoints(tally(TIGHT, lines));
        Tally right = tally(TIGHT, lines);
        right.merge(tally(TIGHT, List.of()));
        assertEquals(expected, endpoints(right));
        Tally left = tally(TIGHT, List.of());
        left.merge(tally(TIGHT, lines));
        assertEquals(expected, endpoints(left));
    }

    private static void assertLaw(Limits limits, long seed, int rows) throws IOException {
        List<String> lines = new RandomTraffic(seed).lines(rows);
        Counted expected = endpoints(tally(limits, lines));
        Random random = new Random(seed);
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        assertEquals(expected, endpoints(tally(limits, shuffled)), "in another order");
        assertEquals(expected, endpoints(mergedInAnyOrder(limits, shuffled, random)), "in parts");
        assertEquals(expected, endpoints(mergedByDay(limits, lines)), "by day");
    }

    /** Parts of any size, merged in random pairs; some parts continue counting after a merge. */
    private static Tally mergedInAnyOrder(Limits limits, List<String> lines, Random random) throws IOException {
        List<Tally> parts = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = Math.min(lines.size(), from + 1 + random.nextInt(lines.size() / 2));
            if (!parts.isEmpty() && random.nextInt(3) == 0) {
                RandomTraffic.add(parts.get(random.nextInt(parts.size())), lines.subList(from, to));
            } else {
                parts.add(tally(limits, lines.subList(from, to)));
            }
            if (parts.size() > 1 && random.nextInt(3) == 0) {
                mergeTwo(parts, random);
            }
            from = to;
        }
        while (parts.size() > 1) {
            mergeTwo(parts, random);
        }
        return parts.get(0);
    }

    private static void mergeTwo(List<Tally> parts, Random random) throws IOException {
        Tally other = parts.remove(random.nextInt(parts.size()));
        parts.get(random.nextInt(parts.size())).merge(other);
    }

    private static Tally mergedByDay(Limits limits, List<String> lines) throws IOException {
        Tally all = tally(limits, List.of());
        for (String day : List.of("2017-02-03", "2017-02-01", "2017-02-02")) {
            all.merge(tally(
                    limits, lines.stream().filter(line -> line.startsWith(day)).toList()));
        }
        return all;
    }

    /** The endpoints, and everything that is kept of them by the second. */
    private record Counted(List<EndpointStats> endpoints, String seconds) {}

    private static Counted endpoints(Tally tally) throws IOException {
        try (tally) {
            TalliedEndpoints tallied = tally.tallied(true);
            StringBuilder seconds = new StringBuilder();
            tallied.replaySeconds(tallied.stats(), (place, day) -> {
                for (int i = 0; i < day.size(); i++) {
                    seconds.append(place)
                            .append(' ')
                            .append(day.day())
                            .append(' ')
                            .append(day.second(i));
                    for (SecondField field : SecondField.values()) {
                        seconds.append(' ').append(day.at(day.second(i), field));
                    }
                    seconds.append('\n');
                }
            });
            return new Counted(tallied.stats(), seconds.toString());
        }
    }
}
