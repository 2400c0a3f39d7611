package dev.pathrank.cli;

import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Window;
import dev.pathrank.tally.TalliedEndpoints;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** What a command makes of a ranking. */
@FunctionalInterface
interface Answer {
    /**
     * Works it out, before anything is written.
     *
     * @throws IOException if what spilled to disk cannot be read
     */
    Given to(Findings findings) throws IOException;

    /**
     * What a run found.
     *
     * @param ranking the whole of it, in its order
     * @param endpoints those in the ranking that were called, with the way back to their seconds
     */
    record Findings(List<RankedEndpoint> ranking, Window window, TalliedEndpoints endpoints) {}

    /**
     * An answer that is worked out.
     *
     * @param report writes it
     * @param crossed whether a threshold that the user set was crossed
     * @param notices what the reader should know beside
     */
    record Given(Findings findings, Outputs.Content report, boolean crossed, List<Notice> notices) {
        void write(Writer writer) throws IOException {
            report.writeTo(writer);
        }
    }
}
