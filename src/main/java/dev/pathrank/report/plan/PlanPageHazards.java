package dev.pathrank.report.plan;

import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.plan.Hazard;
import dev.pathrank.plan.HazardFinding;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.Target;
import dev.pathrank.plan.data.HazardTable;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The section on hazards: which endpoints show them, and what each target does with them. */
final class PlanPageHazards {
    private static final int NAMED = 3;

    private final Plan plan;
    private final PlaceholderStyle placeholder;
    private final Page page;

    PlanPageHazards(Plan plan, PlaceholderStyle placeholder, Page page) {
        this.plan = plan;
        this.placeholder = placeholder;
        this.page = page;
    }

    /** An endpoint with one of its hazards. */
    private record Sighting(PlannedEndpoint row, HazardFinding seen) {}

    void write() {
        Map<Hazard, List<Sighting>> sightings = plan.rows().stream()
                .flatMap(row -> row.hazards().stream().map(seen -> new Sighting(row, seen)))
                .collect(Collectors.groupingBy(
                        each -> each.seen().hazard(), () -> new EnumMap<>(Hazard.class), Collectors.toList()));
        page.heading(2, "What may behave differently");
        if (sightings.isEmpty()) {
            page.say("None of the known hazards was found in these logs.");
            return;
        }
        page.say("Found in these logs, largest figures first; the CSV lists all of them by endpoint.");
        page.table(
                List.of("hazard", "figure", ">endpoints", "found at"),
                sightings.entrySet().stream()
                        .map(each -> List.of(
                                each.getKey().word(),
                                Page.shown(each.getKey().meaning()),
                                Page.number(each.getValue().size()),
                                named(each.getValue())))
                        .toList());
        HazardTable table = HazardTable.shipped();
        page.say("How each target handles them, as of " + table.asOf() + "; `not known` where there is no source:");
        List<Target> existing = Stream.of(Target.REST_API, Target.HTTP_API, Target.ALB, Target.FUNCTION_URL)
                .filter(target -> target.existsIn(plan.options().quotas()))
                .toList();
        page.table(
                Stream.concat(Stream.of("hazard"), existing.stream().map(Target::word))
                        .toList(),
                sightings.keySet().stream()
                        .map(hazard -> cells(table, hazard, existing))
                        .toList());
        targets();
    }

    private String named(List<Sighting> sightings) {
        String named = sightings.stream()
                .sorted(Comparator.comparingLong(each -> -each.seen().figure()))
                .limit(NAMED)
                .map(each -> page.endpoint(each.row()) + " "
                        + Page.number(each.seen().figure())
                        + (each.seen().paths().isEmpty() ? "" : " (" + paths(each.seen()) + ")"))
                .collect(Collectors.joining(", "));
        return named + (sightings.size() > NAMED ? " and " + (sightings.size() - NAMED) + " more" : "");
    }

    private String paths(HazardFinding seen) {
        return seen.paths().stream()
                .map(path -> "`" + Page.shownPath(placeholder.of(path)) + "`")
                .collect(Collectors.joining(", "));
    }

    private static List<String> cells(HazardTable table, Hazard hazard, List<Target> targets) {
        return Stream.concat(
                        Stream.of(hazard.word()),
                        targets.stream()
                                .map(target -> table.cell(hazard.key(), target.key())
                                        .map(Page::shown)
                                        .orElse(Page.NOT_KNOWN)))
                .toList();
    }

    /** Adds the targets with their reasons. */
    private void targets() {
        Map<String, List<PlannedEndpoint>> byTarget = plan.moving().stream()
                .collect(Collectors.groupingBy(
                        row -> row.target().target().word() + ": "
                                + row.target().reason(),
                        TreeMap::new,
                        Collectors.toList()));
        page.say("Reasons for each target:");
        page.list(byTarget.entrySet().stream()
                .map(each -> Page.shown(each.getKey()) + " ("
                        + each.getValue().stream()
                                .limit(NAMED)
                                .map(page::endpoint)
                                .collect(Collectors.joining(", "))
                        + (each.getValue().size() > NAMED
                                ? " and " + (each.getValue().size() - NAMED) + " more"
                                : "")
                        + ").")
                .toList());
    }
}
