package dev.pathrank.plan;

import java.util.List;

/**
 * A hazard of one endpoint.
 *
 * @param figure calls, milliseconds or bytes, as the hazard says; above 0
 * @param paths that show it: patterns, or one masked example; printable, and empty where the endpoint's own pattern says it
 */
public record HazardFinding(Hazard hazard, long figure, List<String> paths) {
    /** Paths that are told. */
    static final int MOST_PATHS = 3;

    public HazardFinding {
        paths = paths.stream().limit(MOST_PATHS).toList();
    }

    static HazardFinding of(Hazard hazard, long figure) {
        return new HazardFinding(hazard, figure, List.of());
    }
}
