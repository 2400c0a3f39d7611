package dev.pathrank.pattern.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.pattern.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** How coarse a tree of long paths with several parameter values becomes. */
class TreeBoundTest {
    private static final List<String> KINDS = List.of("Acme.Web", "Acme.Mail", "Acme.Files");

    /** Bytes that the paths below need if each row has its nodes for itself. */
    private static final int ROW = 10 * NodeWeight.NODE + 300;

    private static String path(Random random) {
        return "/tenants/" + new UUID(random.nextLong(), random.nextLong()) + "/groups/" + word(random) + "/providers/"
                + KINDS.get(random.nextInt(KINDS.size())) + "/sites/" + word(random) + "/parts/" + word(random);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private static Paths counted(List<String> paths, long limit) {
        Paths counted = new Paths(new TreeLimits(limit, 24, 0));
        paths.forEach(path -> counted.answered("GET", path, 1));
        return counted;
    }

    @Test
    void longPathsKeepTheirNamesWhereEachMayHaveItsOwnNodes() {
        Random random = new Random(7);
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            paths.add(path(random));
        }

        Paths counted = counted(paths, (long) paths.size() * ROW);
        counted.answered().settle();

        assertEquals(0, counted.answered().level());
        assertEquals(
                List.of("Acme.Files", "Acme.Mail", "Acme.Web"),
                counted.learn().keySet().stream()
                        .map(endpoint -> endpoint.split("/")[6])
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void rowsThatAreBelowOneValueAreNotBelowTheOthers() {
        List<String> paths = new ArrayList<>(List.of("/one/two/three/four/five/six/seven/eight/nine/ten/eleven"));
        for (int tenant = 0; tenant < 40; tenant++) {
            String above = "/tenants/" + new UUID(tenant, 7) + "/groups/";
            for (int group = 0; group < 3; group++) {
                String name = word(new Random(3 * tenant + group));
                for (int part = 0; part < 20; part++) {
                    paths.add(above + name + "/part" + (char) ('a' + part));
                }
            }
        }

        Paths counted = counted(paths, Long.MAX_VALUE);
        Paths bounded = counted(paths, 2 * counted.answered().weight());
        bounded.answered().settle();

        assertEquals(0, bounded.answered().level());
    }

    @Property(tries = 60)
    void anySplitEndsAtTheSameLevel(
            @ForAll long seed,
            @ForAll @IntRange(min = 20, max = 400) int rows,
            @ForAll @IntRange(min = 1, max = 8) int part) {
        Random random = new Random(seed);
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            paths.add(random.nextInt(4) == 0 ? "/" + word(random) + "/" + word(random) : path(random));
        }
        long limit = Math.max(1, (long) rows * ROW / part);
        Paths whole = counted(paths, limit);
        whole.answered().settle();

        Collections.shuffle(paths, random);
        Paths sum = counted(List.of(), limit);
        for (int from = 0; from < rows; ) {
            int to = Math.min(rows, from + 1 + random.nextInt(rows));
            sum.answered().absorb(counted(paths.subList(from, to), limit).answered());
            from = to;
        }
        assertTrue(sum.answered().level() <= whole.answered().level(), "a part is coarser than the whole");
        sum.answered().settle();

        assertEquals(whole.answered().level(), sum.answered().level());
        assertEquals(whole.answered().weight(), sum.answered().weight());
        assertEquals(whole.learn(), sum.learn());
    }
}
