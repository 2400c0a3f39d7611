package dev.pathrank.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.pattern.learn.LearningMode;
import dev.pathrank.pattern.stated.StatedPattern;
import dev.pathrank.tally.memory.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Tests of the law with keys of the query in the tree: every split, order and cap gives the same endpoints. */
class QueryKeyLawProperties extends TallyProperties {
    private static final FoldingRules KEYS = new FoldingRules(
            List.of(StatedPattern.ofAnyMethod("/users?a=<x>&b=<y>")),
            List.of("/orders?a=1"),
            LearningMode.PATTERNS,
            List.of("a", "b"));

    @Property(tries = 8)
    void anySplitGivesTheSameEndpoints(@ForAll long seed) throws IOException {
        for (Limits limits : List.of(TallyLawProperties.ROOMY, TallyLawProperties.TIGHT, TallyLawProperties.LIGHT)) {
            Random random = new Random(seed);
            List<String> lines = new ArrayList<>(new RandomTraffic(seed).lines(1200));
            lines.replaceAll(line -> line.replaceFirst("\ta=1\t", "\t" + query(random) + "\t"));
            List<EndpointStats> expected = stats(counted(limits, lines));
            Collections.shuffle(lines, random);
            int cut = random.nextInt(lines.size());
            Tally first = counted(limits, lines.subList(0, cut));
            first.merge(counted(limits, lines.subList(cut, lines.size())));

            assertEquals(expected, stats(first));
        }
    }

    private static String query(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "a=" + random.nextInt(2000);
            case 1 -> "a=word" + (char) ('a' + random.nextInt(26)) + "/" + random.nextInt(50);
            case 2 -> "b=" + random.nextInt(3) + "&a=" + random.nextInt(3);
            case 3 -> "a=" + "x/".repeat(random.nextInt(40));
            case 4 -> "b=";
            default -> "a=1&a=2";
        };
    }

    private static Tally counted(Limits limits, List<String> lines) {
        return tally(new TallyOptions(KEYS, limits, tmp, false), lines);
    }
}
