package dev.pathrank.report.plan;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.Target;
import dev.pathrank.plan.Wave;
import dev.pathrank.plan.route.BehaviourReach;
import dev.pathrank.plan.route.PathWildcard;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.MethodSemantics;
import dev.pathrank.tally.EndpointStats;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of what can go wrong when a wave is switched, as far as it applies. */
final class PlanPageTraps {
    private static final int NAMED = 5;

    private final Plan plan;
    private final Page page;
    private final List<PlannedEndpoint> rows;
    private final Set<PlannedEndpoint> movedByThen;

    PlanPageTraps(Plan plan, Wave wave, Page page) {
        this.plan = plan;
        this.page = page;
        this.rows = plan.of(wave);
        this.movedByThen = new HashSet<>(plan.moving().subList(0, wave.last() + 1));
    }

    void write() {
        page.say("When switching:");
        List<String> traps = new ArrayList<>();
        host(traps);
        stage(traps);
        cached(traps);
        draggedAlong(traps);
        splitMethods(traps);
        traps.add("Keep the old route and its servers until the wave has passed a daily peak: rolling back is then one"
                + " change in CloudFront.");
        page.list(traps);
    }

    private boolean any(Target... targets) {
        Set<Target> wanted = Set.of(targets);
        return rows.stream().anyMatch(row -> wanted.contains(row.target().target()));
    }

    private void host(List<String> traps) {
        if (any(Target.HTTP_API, Target.REST_API, Target.FUNCTION_URL)) {
            traps.add("Do not forward the viewer's Host header to the new origin: API Gateway and function URLs answer"
                    + " only to their own name, or to a custom domain that you set up. Pass what the code reads"
                    + " from Host"
                    + " in another way.");
        }
    }

    private void stage(List<String> traps) {
        if (any(Target.REST_API)) {
            traps.add("A REST API has its stage in the URL (`/prod/…`): put it into CloudFront's origin path, not into"
                    + " links and redirects that the code generates.");
        }
        if (any(Target.HTTP_API)) {
            traps.add("Deploy the HTTP API to the stage `$default`; any other name becomes part of the path that the"
                    + " function sees.");
        }
    }

    private void cached(List<String> traps) {
        List<PlannedEndpoint> hit = rows.stream()
                .filter(row ->
                        row.ranked().stats().calls() > row.ranked().stats().originCalls())
                .toList();
        if (!hit.isEmpty()) {
            traps.add("CloudFront answers part of " + named(hit) + " from its cache: the new behaviour needs the same"
                    + " cache key. If an answer depends on the user (cookie, Authorization), the key must"
                    + " include that, or"
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
                .filter(row -> !movedByThen.contains(row));
    }

    private static boolean calls(EndpointStats stats) {
        return stats.isCalled() && !MethodSemantics.isCompanion(stats.method());
    }

    private String named(List<PlannedEndpoint> some) {
        return some.stream().limit(NAMED).map(page::endpoint).collect(Collectors.joining(", "))
                + (some.size() > NAMED ? " and " + (some.size() - NAMED) + " more" : "");
    }
}
