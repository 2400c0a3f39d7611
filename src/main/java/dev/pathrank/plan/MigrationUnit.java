package dev.pathrank.plan;

import dev.pathrank.rank.RankedEndpoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Endpoints that must move in one step.
 *
 * @param phase when
 * @param fixedWave the wave that the user fixed; 0 where there is none
 * @param leaders candidates of the ranking
 * @param followers rows that are no candidates and come along: HEAD with its GET, OPTIONS with its path
 */
record MigrationUnit(Phase phase, int fixedWave, List<RankedEndpoint> leaders, List<RankedEndpoint> followers) {
    MigrationUnit {
        leaders = List.copyOf(leaders);
        followers = List.copyOf(followers);
        if (leaders.isEmpty()) {
            throw new IllegalArgumentException("nothing moves");
        }
    }

    /** All of them, leaders first. */
    List<RankedEndpoint> all() {
        List<RankedEndpoint> all = new ArrayList<>(leaders);
        all.addAll(followers);
        return all;
    }
}
