package dev.pathrank.tally;

import dev.pathrank.pattern.FoldingRules;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a tally must know before the first row.
 *
 * @param rules what the user decided about paths
 * @param limits caps on memory
 * @param tmpDir folder that per-second counts may spill to
 * @param dedupe whether hours that several kinds of log cover count by one of them
 */
public record TallyOptions(FoldingRules rules, Limits limits, Path tmpDir, boolean dedupe) {
    public TallyOptions {
        Objects.requireNonNull(rules, "rules");
    }

    /** The options of a tally that holds one hour of one kind of log beside many others. */
    TallyOptions ofAnHour() {
        return new TallyOptions(rules, limits.ofAnHour(), tmpDir, false);
    }
}
