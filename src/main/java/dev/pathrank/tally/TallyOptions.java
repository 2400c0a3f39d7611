package dev.pathrank.tally;

import dev.pathrank.pattern.StatedPattern;
import java.nio.file.Path;
import java.util.List;

/**
 * What a tally must know before the first row.
 *
 * @param patterns path patterns the user stated, such as {@code /user/<id>}; they win over everything learned
 * @param limits caps on memory
 * @param tmpDir folder that per-second counts may spill to
 */
public record TallyOptions(List<StatedPattern> patterns, Limits limits, Path tmpDir) {
    public TallyOptions {
        patterns = List.copyOf(patterns);
    }
}
