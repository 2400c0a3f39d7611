package dev.pathrank.tally;

import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.pattern.stated.StatedPattern;
import dev.pathrank.tally.memory.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Tallies of generated traffic. None of them may leave a file behind. */
abstract class TallyProperties {
    static final FoldingRules RULES = FoldingRules.stating(List.of(StatedPattern.ofAnyMethod("/users/<id>/a/<b>")));

    static Path tmp;

    @BeforeContainer
    static void makeFolder() throws IOException {
        tmp = Files.createTempDirectory("tally");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.delete(tmp);
    }

    static TallyOptions options(Limits limits) {
        return new TallyOptions(RULES, limits, tmp, false);
    }

    static Tally tally(Limits limits, List<String> lines) {
        return tally(options(limits), lines);
    }

    static Tally tally(TallyOptions options, List<String> lines) {
        Tally tally = new Tally(options);
        RandomTraffic.add(tally, lines);
        return tally;
    }

    /** Returns the endpoints of a tally and closes it. */
    static List<EndpointStats> stats(Tally tally) throws IOException {
        try (tally) {
            return tally.endpoints(true);
        }
    }
}
