package dev.pathrank.report.deploy;

import dev.pathrank.pattern.learn.Spelling;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.route.PathWildcard;
import dev.pathrank.plan.route.PathWildcard.Relation;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.tally.EndpointStats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The cache behaviours that send moved endpoints to their new origin and everything else to the present one. CloudFront
 * takes the first that matches, so the most specific comes first. What stays and would be caught by a {@code *} has a
 * behaviour of its own before that one: endpoints, declared routes, and spellings that an API takes for other paths. A
 * path moves only if all its methods go to one origin; what a behaviour would send astray is left out.
 *
 * @param items in their order
 * @param warnings paths that they catch besides those they are for
 * @param leftOut endpoints that move and have no behaviour, each with the reason
 */
record BehaviourList(List<Behaviour> items, List<String> warnings, List<String> leftOut) {
    private static final Comparator<Behaviour> IN_ORDER =
            Comparator.comparing(Behaviour::path, PathWildcard.MOST_SPECIFIC_FIRST);

    BehaviourList {
        items = List.copyOf(items);
        warnings = List.copyOf(warnings);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A behaviour.
     *
     * @param origin ID to be given to an origin of the distribution
     * @param endpoints that it is for
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

        private Behaviour with(PathWildcard wider, Behaviour other) {
            List<PlannedEndpoint> all = new ArrayList<>(endpoints);
            all.addAll(other.endpoints);
            return new Behaviour(wider, origin, all);
        }
    }

    /** @param present paths that the distribution has behaviours for */
    static BehaviourList of(Plan plan, List<PlannedEndpoint> moved, List<PathWildcard> present) {
        return new Builder(plan, moved, present).build();
    }

    private static final class Builder {
        private final Plan plan;
        private final OriginIds origins;
        private final Set<PlannedEndpoint> moved;
        private final List<String> warnings = new ArrayList<>();
        private final List<String> leftOut = new ArrayList<>();
        /** What stays, by path: endpoints, declared routes and spellings. */
        private final Map<PathWildcard, List<PlannedEndpoint>> staying =
                new TreeMap<>(PathWildcard.MOST_SPECIFIC_FIRST);

        private final List<PathWildcard> present;

        Builder(Plan plan, List<PlannedEndpoint> moved, List<PathWildcard> present) {
            this.plan = plan;
            this.present = present;
            this.origins = OriginIds.of(plan);
            this.moved = moved.stream()
                    .filter(row -> row.target().target().isLambda())
                    .collect(Collectors.toSet());
            moved.stream()
                    .filter(row -> !this.moved.contains(row))
                    .sorted(GatewayRoutes.BY_PATTERN)
                    .forEach(row -> leftOut.add(PlanDocument.otherTarget(row)));
        }

        BehaviourList build() {
            List<Behaviour> items = new ArrayList<>();
            byPath().forEach((path, rows) -> place(path, rows, items));
            leaveOutAmbiguous(items);
            List<Behaviour> guards = new ArrayList<>();
            staying.forEach((path, rows) -> {
                if (items.stream().anyMatch(item -> isGuardedBy(path, item.path()))) {
                    guards.add(new Behaviour(path, OriginIds.PRESENT, rows));
                }
            });
            items.addAll(guards);
            items.sort(IN_ORDER);
            join(items);
            for (Behaviour item : items) {
                if (item.isNew() && item.path().hasStar()) {
                    warnings.add(item.path().text() + " (" + item.names()
                            + ") also matches every path that begins and ends like this: * also matches slashes");
                }
            }
            OptionalLong quota = plan.options().quotas().of(Quota.BEHAVIOURS);
            if (quota.isPresent() && items.size() > quota.getAsLong()) {
                warnings.add(String.format(
                        Locale.ROOT, "%,d behaviours exceed the quota of %,d", items.size(), quota.getAsLong()));
            }
            return new BehaviourList(items, warnings, leftOut);
        }

        /** Returns everything that is called and has an origin, or is declared, by its path. */
        private Map<PathWildcard, List<PlannedEndpoint>> byPath() {
            Map<PathWildcard, List<PlannedEndpoint>> byPath = new TreeMap<>(PathWildcard.MOST_SPECIFIC_FIRST);
            plan.rows().stream()
                    .filter(row -> row.ranked().kind() != EndpointKind.NOISE
                            && row.ranked().kind() != EndpointKind.UNMATCHED)
                    .sorted(GatewayRoutes.BY_PATTERN)
                    .forEach(row -> byPath.computeIfAbsent(path(row.ranked().stats()), path -> new ArrayList<>())
                            .add(row));
            return byPath;
        }

        private static PathWildcard path(EndpointStats stats) {
            return PathWildcard.of(stats.pattern());
        }

        /** Makes the behaviour of a path of which everything that is called goes to one new origin; else it stays. */
        private void place(PathWildcard path, List<PlannedEndpoint> rows, List<Behaviour> items) {
            List<PlannedEndpoint> going = rows.stream().filter(moved::contains).toList();
            List<PlannedEndpoint> others = rows.stream()
                    .filter(row -> !moved.contains(row) && row.ranked().stats().isCalled())
                    .toList();
            Set<String> origins = going.stream().map(this.origins::of).collect(Collectors.toSet());
            if (!others.isEmpty() || origins.size() > 1) {
                String why = others.isEmpty()
                        ? " would need several origins"
                        : " is the path of " + PlanDocument.name(others.get(0)) + " too; which does not move with it";
                going.forEach(row -> leftOut.add(PlanDocument.name(row) + ": " + path.text() + why
                        + "; a behaviour cannot distinguish methods or queries or similar paths"));
            }
            if (going.isEmpty() || !others.isEmpty() || origins.size() > 1) {
                staying.computeIfAbsent(path, each -> new ArrayList<>()).addAll(rows);
                return;
            }
            items.add(new Behaviour(path, origins.iterator().next(), going));
            going.stream().filter(row -> row.target().target().isGateway()).forEach(this::addSpellings);
        }

        /** API Gateway takes another spelling for another path, so it stays. */
        private void addSpellings(PlannedEndpoint row) {
            for (Spelling spelling : row.ranked().stats().spellings()) {
                PathWildcard path = PathWildcard.of(spelling.text());
                if (!path.equals(path(row.ranked().stats()))) {
                    staying.computeIfAbsent(path, each -> new ArrayList<>()).add(row);
                }
            }
        }

        /** Leaves out what would catch some paths of others and cannot be kept from it by the order. */
        private void leaveOutAmbiguous(List<Behaviour> items) {
            List<Behaviour> ambiguous = new ArrayList<>();
            for (Behaviour item : items) {
                PathWildcard rival = staying.keySet().stream()
                        .filter(other -> isAmbiguous(item.path(), other))
                        .findFirst()
                        .or(() -> items.stream()
                                .filter(other -> !other.origin().equals(item.origin()))
                                .map(Behaviour::path)
                                .filter(other -> isAmbiguous(item.path(), other))
                                .findFirst())
                        .orElse(null);
                if (rival != null) {
                    ambiguous.add(item);
                    item.endpoints()
                            .forEach(row -> leftOut.add(PlanDocument.name(row) + ": "
                                    + item.path().text() + " and " + rival.text() + " match some of the same paths"));
                }
            }
            items.removeAll(ambiguous);
            ambiguous.forEach(item -> staying.computeIfAbsent(item.path(), each -> new ArrayList<>())
                    .addAll(item.endpoints()));
        }

        private static boolean isAmbiguous(PathWildcard item, PathWildcard other) {
            return item.relationTo(other) == Relation.TAKES_SOME
                    && PathWildcard.MOST_SPECIFIC_FIRST.compare(item, other) < 0;
        }

        private static boolean isGuardedBy(PathWildcard staying, PathWildcard item) {
            Relation relation = item.relationTo(staying);
            return relation == Relation.TAKES_ALL || relation == Relation.TAKES_SOME;
        }

        /** Joins behaviours of one origin where a wider one takes nothing else that is known. */
        private void join(List<Behaviour> items) {
            for (Behaviour each : List.copyOf(items)) {
                for (String text = each.path().text(); each.isNew() && text.lastIndexOf('/') > 0; ) {
                    text = text.substring(0, text.lastIndexOf('/'));
                    widen(new PathWildcard(text + "/*"), each.origin(), items);
                }
            }
            for (int at = items.size() - 1; at >= 0; at--) {
                Behaviour item = items.get(at);
                for (int below = items.size() - 1; below > at; below--) {
                    Behaviour wider = items.get(below);
                    if (item.isNew()
                            && wider.origin().equals(item.origin())
                            && wider.path().relationTo(item.path()) == Relation.TAKES_ALL
                            && !staysApart(item.path(), wider.path())
                            && items.subList(at + 1, below).stream()
                                    .allMatch(between -> between.origin().equals(item.origin())
                                            || between.path().relationTo(item.path()) == Relation.TAKES_NONE)) {
                        items.set(below, wider.with(wider.path(), item));
                        items.remove(at);
                        break;
                    }
                }
            }
        }

        /** Returns whether the distribution has a behaviour for paths of one, and not for all paths of a wider one. */
        private boolean staysApart(PathWildcard item, PathWildcard wider) {
            return present.stream()
                    .filter(path -> path.relationTo(item) != Relation.TAKES_NONE)
                    .map(path -> path.relationTo(wider))
                    .anyMatch(relation -> !relation.takesAll());
        }

        /** Puts a wider behaviour in place of two or more, unless it would catch anything else that is known. */
        private void widen(PathWildcard wider, String origin, List<Behaviour> items) {
            List<Behaviour> caught = items.stream()
                    .filter(item -> item.path().relationTo(wider) != Relation.TAKES_NONE)
                    .toList();
            boolean alone = caught.size() > 1
                    && caught.stream()
                            .allMatch(item -> item.origin().equals(origin)
                                    && wider.relationTo(item.path()) == Relation.TAKES_ALL
                                    && !staysApart(item.path(), wider))
                    && staying.keySet().stream().allMatch(path -> path.relationTo(wider) == Relation.TAKES_NONE);
            if (alone) {
                Set<PlannedEndpoint> endpoints = new HashSet<>();
                caught.forEach(item -> endpoints.addAll(item.endpoints()));
                items.removeAll(caught);
                items.add(new Behaviour(
                        wider,
                        origin,
                        endpoints.stream().sorted(GatewayRoutes.BY_PATTERN).toList()));
                items.sort(IN_ORDER);
            }
        }
    }
}
