package dev.pathrank.plan;

import dev.pathrank.tally.EndpointStats;
import dev.pathrank.tally.seconds.DayVisitor;
import java.io.IOException;
import java.util.List;

/** The seconds of the run, which may lie on disk. */
@FunctionalInterface
public interface PerSecondSource {
    /**
     * Shows a visitor the seconds of some endpoints, days ascending, and within a day in their order.
     *
     * @throws IOException if they cannot be read
     */
    void replay(List<EndpointStats> chosen, DayVisitor visitor) throws IOException;
}
