package dev.pathrank.plan;

import java.util.List;

/**
 * A hazard that the logs show for one endpoint.
 *
 * @param figure calls, milliseconds or bytes, as the hazard says; above 0
 * @param paths that show it: patterns, or one masked example; printable, and empty where the endpoint's own pattern
 *     shows it
 */
public record HazardFinding(Hazard hazard, long figure, List<String> paths) {
    /** The most paths that are kept. */
    static final int MOST_PATHS = 3;

    public HazardFinding {
        paths = paths.stream().limit(MOST_PATHS).toList();
    }

    static HazardFinding of(Hazard hazard, long figure) {
        return new HazardFinding(hazard, figure, List.of());
    }
}
