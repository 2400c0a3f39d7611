package dev.pathrank.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Tests that of an hour with two log types the more detailed one counts, for every division of the rows and with
 * spilling to disk.
 */
class DedupeLawProperties extends TallyProperties {
    @Property(tries = 20)
    void anySplitCountsEachHourByItsRichestKind(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<String> all = new RandomTraffic(seed).lines(800);
        String hourWithoutV2 = hour(all.get(0));
        List<String> v2 = new ArrayList<>(all.subList(400, 800));
        v2.removeIf(line -> hour(line).equals(hourWithoutV2));
        List<String> legacy = all.subList(0, 400);
        Set<String> covered = v2.stream().map(DedupeLawProperties::hour).collect(Collectors.toSet());
        List<String> counted = new ArrayList<>(v2);
        legacy.stream().filter(line -> !covered.contains(hour(line))).forEach(counted::add);

        Tally sum = tally(true, List.of());
        for (Tally part : parts(v2, legacy, random)) {
            part.spillTo(random.nextBoolean() ? 0 : Long.MAX_VALUE);
            sum.merge(part);
            part.close();
            sum.spillTo(random.nextBoolean() ? 0 : 100_000);
        }
        long leftOut = sum.dropDuplicates();

        assertTrue(leftOut > 0);
        assertEquals(v2.size() + legacy.size() - counted.size(), leftOut);
        assertEquals(stats(tally(false, counted)), stats(sum));
    }

    private static String hour(String line) {
        return line.substring(0, "2017-02-01\t00".length());
    }

    private static List<Tally> parts(List<String> v2, List<String> legacy, Random random) {
        List<Tally> parts = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            Tally tally = tally(true, List.of());
            RandomTraffic.add(tally, everyFourth(v2, part));
            RandomTraffic.addLegacy(tally, everyFourth(legacy, part));
            parts.add(tally);
        }
        Collections.shuffle(parts, random);
        return parts;
    }

    private static List<String> everyFourth(List<String> lines, int from) {
        List<String> some = new ArrayList<>();
        for (int line = from; line < lines.size(); line += 4) {
            some.add(lines.get(line));
        }
        return some;
    }

    private static Tally tally(boolean dedupe, List<String> lines) {
        return tally(new TallyOptions(RULES, TallyLawProperties.ROOMY, tmp, dedupe), lines);
    }
}
