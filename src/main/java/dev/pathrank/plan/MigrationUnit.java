package dev.pathrank.plan;

import dev.pathrank.rank.RankedEndpoint;
import java.util.ArrayList;
import java.util.List;

/**
 * A group of endpoints that must move in one step.
 *
 * @param phase in which they move
 * @param fixedWave the wave that the user fixed; 0 where there is none
 * @param leaders candidates of the ranking
 * @param followers rows that are no candidates and move along: HEAD with its GET, OPTIONS with its path
 */
record MigrationUnit(Phase phase, int fixedWave, List<RankedEndpoint> leaders, List<RankedEndpoint> followers) {
    MigrationUnit {
        leaders = List.copyOf(leaders);
        followers = List.copyOf(followers);
        if (leaders.isEmpty()) {
            throw new IllegalArgumentException("nothing moves");
        }
    }

    /** Returns all endpoints, leaders first. */
    List<RankedEndpoint> all() {
        List<RankedEndpoint> all = new ArrayList<>(leaders);
        all.addAll(followers);
        return all;
    }
}
