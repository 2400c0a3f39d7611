package dev.pathrank.plan;

import dev.pathrank.tally.EndpointStats;
import dev.pathrank.tally.seconds.SecondsVisitor;
import java.io.IOException;
import java.util.List;

/** A source of the seconds of the run, which may be on disk. It can be read more than once. */
@FunctionalInterface
public interface PerSecondSource {
    /**
     * Shows a visitor the seconds of some endpoints, days ascending, within a day in the order given.
     *
     * @throws IOException if they cannot be read
     */
    void replay(List<EndpointStats> chosen, SecondsVisitor visitor) throws IOException;
}
