package dev.pathrank.report.html;

import dev.pathrank.plan.Hazard;
import dev.pathrank.plan.HazardFinding;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.report.html.PageTable.Cell;
import dev.pathrank.report.html.PlanView.Part;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What may behave differently behind the new targets, and how to mend it. */
final class HazardSection {
    private static final int NAMED = 3;

    private final Plan plan;
    private final PageText text;

    HazardSection(Plan plan, PageText text) {
        this.plan = plan;
        this.text = text;
    }

    private record Sighting(PlannedEndpoint row, HazardFinding seen) {}

    Part part() {
        Map<Hazard, List<Sighting>> sightings = plan.rows().stream()
                .flatMap(row -> row.hazards().stream().map(seen -> new Sighting(row, seen)))
                .collect(Collectors.groupingBy(
                        each -> each.seen().hazard(), () -> new EnumMap<>(Hazard.class), Collectors.toList()));
        if (sightings.isEmpty()) {
            return new Part(
                    "hazards",
                    "Hazards",
                    List.of("None of the known hazards was found in these logs."),
                    List.of(),
                    List.of());
        }
        return new Part(
                "hazards",
                "Hazards",
                List.of("What may behave differently behind the new targets, and how to mend it."),
                List.of(PageTable.of(
                        "Hazards found in these logs",
                        List.of("hazard", ">endpoints", "what was seen", "most at", "how to mend it"),
                        sightings.entrySet().stream()
                                .map(each -> row(each.getKey(), each.getValue()))
                                .toList())),
                List.of());
    }

    private List<Cell> row(Hazard hazard, List<Sighting> all) {
        String named = all.stream()
                .sorted(Comparator.comparingLong(each -> -each.seen().figure()))
                .limit(NAMED)
                .map(each -> text.name(each.row().ranked()).text() + " "
                        + text.number(each.seen().figure()))
                .collect(Collectors.joining(", "));
        return PageTable.row(
                hazard.word(),
                text.number(all.size()),
                hazard.meaning(),
                named + (all.size() > NAMED ? " and " + text.number(all.size() - NAMED) + " more" : ""),
                cure(hazard));
    }

    private static String cure(Hazard hazard) {
        return switch (hazard) {
            case CONNECTIONS -> "Leave it where it is, or rebuild it on a WebSocket API.";
            case SLOW ->
                "Answer at once and do the work behind a queue, or stream the answer: whatever the target is,"
                        + " CloudFront waits 30 s for each part of it unless its origin says otherwise.";
            case RETRIES -> "Make sure that a repeated call does no harm; the new target ends it sooner.";
            case NO_ANSWER -> "Find out why viewers leave: it is slow for them already.";
            case LARGE_ANSWER -> "Compress or page the answer, or hand out a presigned URL of S3.";
            case LARGE_REQUEST -> "Upload to S3 with a presigned URL.";
            case LONG_HEADERS -> "Shorten cookies and queries, or choose a target that accepts more.";
            case LARGE_DOWNLOAD, RANGES -> "Serve it from S3 behind CloudFront.";
            case SEMICOLON_IN_QUERY, RAW_BRACE_IN_QUERY ->
                "Have clients encode it, and test what the target passes on.";
            case REPEATED_KEY -> "Read all values: event version 2 of the HTTP API joins them by commas.";
            case ENCODED_SLASH -> "Test it: a gateway may decode it and match another route.";
            case ENCODED_PATH -> "Choose a target that keeps it encoded, or decode nothing twice in the code.";
            case DOUBLED_SLASH -> "Redirect to the single slash at CloudFront before the switch.";
            case SPELLINGS -> "Rewrite to one spelling at CloudFront, or add a route for each.";
            case PLACEHOLDER_IN_SEGMENT -> "Use a greedy route and take the segment apart in the code.";
            case QUERY_KEY ->
                "They stay. Plan without --query-key to move the path whole, and let the code look at the query.";
            case HEAD_AND_OPTIONS -> "Add routes for them, or let the gateway answer CORS.";
            case METHODS_SPLIT -> "Switch by method in a CloudFront Function, or move all methods together.";
            case WIDE_BEHAVIOUR -> "Put a behaviour for the others before it, or switch in a CloudFront Function.";
            case SHARED_CACHE -> "Put what tells users apart into the cache key, or do not cache it.";
        };
    }
}
