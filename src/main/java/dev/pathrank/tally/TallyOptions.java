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
 */
public record TallyOptions(FoldingRules rules, Limits limits, Path tmpDir) {
    public TallyOptions {
        Objects.requireNonNull(rules, "rules");
    }
}
