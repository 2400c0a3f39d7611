package dev.pathrank.tally;

import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.tally.memory.Limits;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The options of a tally, needed before the first row.
 *
 * @param rules the user's decisions about paths
 * @param limits caps on memory
 * @param tmpDir folder for per-second counts that spill
 * @param dedupe whether an hour that several log types cover is counted by one of them only
 */
public record TallyOptions(FoldingRules rules, Limits limits, Path tmpDir, boolean dedupe) {
    public TallyOptions {
        Objects.requireNonNull(rules, "rules");
    }

    /** Returns the options of one of many hourly tallies. */
    TallyOptions ofAnHour() {
        return new TallyOptions(rules, limits.ofAnHour(), tmpDir, false);
    }
}
