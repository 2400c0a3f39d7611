package dev.pathrank.report.deploy;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.route.PathWildcard;
import dev.pathrank.rank.EndpointKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The cache behaviours that send moved endpoints to their new origin and everything else to the present one. CloudFront
 * takes the first that matches, so the most specific comes first; an endpoint that stays and that a wildcard would
 * catch has a behaviour of its own before that one.
 *
 * @param items in their order
 * @param warnings paths that they catch besides those they are for
 * @param leftOut endpoints that move and have no behaviour, each with the reason
 */
record BehaviourList(List<Behaviour> items, List<String> warnings, List<String> leftOut) {
    BehaviourList {
        items = List.copyOf(items);
        warnings = List.copyOf(warnings);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A behaviour.
     *
     * @param origin ID to be given to an origin of the distribution
     * @param endpoints that it is for, all with one path pattern
     */
    record Behaviour(PathWildcard path, String origin, List<PlannedEndpoint> endpoints) {
        Behaviour {
            endpoints = List.copyOf(endpoints);
        }

        boolean isNew() {
            return !origin.equals(OriginIds.PRESENT);
        }

        Set<String> methods() {
            return endpoints.stream().map(row -> row.ranked().stats().method()).collect(Collectors.toSet());
        }

        String names() {
            return endpoints.stream().map(PlanDocument::name).collect(Collectors.joining(", "));
        }
    }

    static BehaviourList of(Plan plan, List<PlannedEndpoint> moved) {
        return new Builder().build(plan, moved);
    }

    private static final class Builder {
        private final List<String> warnings = new ArrayList<>();
        private final List<String> leftOut = new ArrayList<>();

        BehaviourList build(Plan plan, List<PlannedEndpoint> moved) {
            List<Behaviour> items = new ArrayList<>(forNewOrigins(moved));
            Set<PlannedEndpoint> gone = new HashSet<>(moved);
            Map<PathWildcard, List<PlannedEndpoint>> staying = byPath(plan.rows().stream()
                    .filter(row -> !gone.contains(row) || !row.target().target().isLambda())
                    .filter(row -> row.ranked().stats().isCalled())
                    .filter(row -> row.ranked().kind() == EndpointKind.ENDPOINT
                            || row.ranked().kind() == EndpointKind.ASSET)
                    .toList());
            List<Behaviour> guards = new ArrayList<>();
            staying.forEach((path, rows) -> guard(new Behaviour(path, OriginIds.PRESENT, rows), items, guards));
            for (Behaviour item : items) {
                if (item.path().hasStar()) {
                    warnings.add(item.path().text() + " (" + item.names()
                            + ") also matches every path that begins and ends" + " like this: * also matches slashes");
                }
            }
            items.addAll(guards);
            items.sort(Comparator.comparing(Behaviour::path, PathWildcard.MOST_SPECIFIC_FIRST));
            OptionalLong quota = plan.options().quotas().of(Quota.BEHAVIOURS);
            if (quota.isPresent() && items.size() > quota.getAsLong()) {
                warnings.add(String.format(
                        Locale.ROOT, "%,d behaviours exceed the quota of %,d", items.size(), quota.getAsLong()));
            }
            return new BehaviourList(items, warnings, leftOut);
        }

        private static Map<PathWildcard, List<PlannedEndpoint>> byPath(List<PlannedEndpoint> rows) {
            Map<PathWildcard, List<PlannedEndpoint>> byPath = new TreeMap<>(PathWildcard.MOST_SPECIFIC_FIRST);
            rows.stream()
                    .sorted(GatewayRoutes.BY_PATTERN)
                    .forEach(row -> byPath.computeIfAbsent(
                                    PathWildcard.of(row.ranked().stats().pattern()), path -> new ArrayList<>())
                            .add(row));
            return byPath;
        }

        private List<Behaviour> forNewOrigins(List<PlannedEndpoint> moved) {
            List<Behaviour> items = new ArrayList<>();
            byPath(moved).forEach((path, rows) -> {
                Map<String, List<PlannedEndpoint>> byOrigin = new LinkedHashMap<>();
                for (PlannedEndpoint row : rows) {
                    if (row.target().target().isLambda()) {
                        byOrigin.computeIfAbsent(OriginIds.of(row), origin -> new ArrayList<>())
                                .add(row);
                    } else {
                        leftOut.add(PlanDocument.otherTarget(row));
                    }
                }
                byOrigin.forEach((origin, its) -> {
                    if (items.isEmpty() || !items.get(items.size() - 1).path().equals(path)) {
                        items.add(new Behaviour(path, origin, its));
                    } else {
                        its.forEach(row -> leftOut.add(PlanDocument.name(row) + ": " + path.text() + " has the origin "
                                + items.get(items.size() - 1).origin()));
                    }
                });
            });
            return items;
        }

        /** Adds a behaviour for an endpoint that stays, if a wildcard of a moved one would catch it. */
        private void guard(Behaviour staying, List<Behaviour> items, List<Behaviour> guards) {
            boolean needed = false;
            for (Behaviour item : items) {
                switch (item.path().relationTo(staying.path())) {
                    case SAME -> {
                        warnings.add(
                                item.path().text() + " also matches " + staying.names()
                                        + ", which does not move: a behaviour cannot distinguish methods, queries or similar paths");
                        return;
                    }
                    case TAKES_ALL -> needed = true;
                    case TAKES_SOME -> {
                        warnings.add(
                                item.path().text() + " and " + staying.path().text() + " (" + staying.names()
                                        + ", which does not move) match some of the same paths; the more"
                                        + " specific one gets them");
                        needed |= PathWildcard.MOST_SPECIFIC_FIRST.compare(staying.path(), item.path()) < 0;
                    }
                    case TAKEN, TAKES_NONE -> {}
                }
            }
            if (needed) {
                guards.add(staying);
            }
        }
    }
}
