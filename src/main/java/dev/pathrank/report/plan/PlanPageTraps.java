package dev.pathrank.report.plan;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.SwitchChoice;
import dev.pathrank.plan.Wave;
import dev.pathrank.plan.route.BehaviourReach;
import dev.pathrank.plan.route.PathWildcard;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.MethodSemantics;
import dev.pathrank.tally.EndpointStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of what can go wrong when a wave is switched, as far as it applies. */
final class PlanPageTraps {
    private static final int NAMED = 5;

    private final Plan plan;
    private final Page page;
    private final List<PlannedEndpoint> rows;
    private final int wave;

    PlanPageTraps(Plan plan, Wave wave, Page page) {
        this.plan = plan;
        this.page = page;
        this.rows = plan.of(wave);
        this.wave = wave.number();
    }

    void write() {
        List<String> traps = new ArrayList<>();
        cached(traps);
        if (byBehaviours()) {
            draggedAlong(traps);
            splitMethods(traps);
        }
        if (!traps.isEmpty()) {
            page.say("When switching:");
            page.list(traps);
        }
    }

    private boolean byBehaviours() {
        return plan.options().waves().choice() == SwitchChoice.BEHAVIOURS;
    }

    private void cached(List<String> traps) {
        List<PlannedEndpoint> hit = rows.stream()
                .filter(row ->
                        row.ranked().stats().calls() > row.ranked().stats().originCalls())
                .toList();
        if (!hit.isEmpty()) {
            traps.add("CloudFront answers part of " + named(hit) + " from its cache: "
                    + (byBehaviours()
                            ? "the new behaviour needs the same cache key."
                            : "where a part of the callers moves first, an answer of either origin serves all.")
                    + " If an answer depends on the user (cookie, Authorization), the cache key must include that, or"
                    + " users receive each other's answers.");
        }
        List<PlannedEndpoint> guarded =
                rows.stream().filter(PlannedEndpoint::auth).toList();
        if (!guarded.isEmpty()) {
            traps.add("Declared as needing a signed-in user: " + named(guarded)
                    + ". Forward the token, and do not cache by path alone.");
        }
    }

    private void draggedAlong(List<String> traps) {
        List<PlannedEndpoint> staying = staying().toList();
        BehaviourReach reach = new BehaviourReach(
                staying.stream().map(row -> row.ranked().stats().pattern()).toList());
        for (PlannedEndpoint row : rows) {
            String pattern = row.ranked().stats().pattern();
            if (!row.ranked().isCandidate()) {
                continue;
            }
            Set<String> taken = Set.copyOf(reach.alsoTaken(pattern));
            List<PlannedEndpoint> dragged = staying.stream()
                    .filter(other -> taken.contains(other.ranked().stats().pattern()))
                    .toList();
            if (!dragged.isEmpty()) {
                traps.add("A cache behaviour `" + PathWildcard.of(pattern).text() + "` for " + page.endpoint(row)
                        + " also matches " + named(dragged)
                        + ": put behaviours for those before it, or route in API Gateway.");
            }
        }
    }

    private void splitMethods(List<String> traps) {
        Set<String> paths =
                rows.stream().map(row -> row.ranked().stats().pattern()).collect(Collectors.toSet());
        List<PlannedEndpoint> later = staying()
                .filter(other -> paths.contains(other.ranked().stats().pattern()))
                .toList();
        if (!later.isEmpty()) {
            traps.add("Other methods of the same paths do not move yet: " + named(later)
                    + ". A cache behaviour cannot distinguish methods; API Gateway or an edge function can.");
        }
    }

    /** Returns the called endpoints that have not moved with this wave. */
    private Stream<PlannedEndpoint> staying() {
        return plan.rows().stream()
                .filter(row -> row.ranked().kind() == EndpointKind.ENDPOINT)
                .filter(row -> calls(row.ranked().stats()))
                .filter(row -> !row.moves() || Objects.requireNonNull(row.wave()) > wave);
    }

    private static boolean calls(EndpointStats stats) {
        return stats.isCalled() && !MethodSemantics.isCompanion(stats.method());
    }

    private String named(List<PlannedEndpoint> some) {
        return some.stream().limit(NAMED).map(page::endpoint).collect(Collectors.joining(", "))
                + (some.size() > NAMED ? " and " + (some.size() - NAMED) + " more" : "");
    }
}
