package dev.pathrank.report.deploy;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.report.PlanEmitFormat;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.report.openapi.OpenApiDocument;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of what has moved after a wave: that wave and all before it, because such a document replaces the previous
 * one.
 */
public final class PlanDocument {
    private PlanDocument() {}

    /**
     * What is asked for.
     *
     * @param format of the document
     * @param wave last one that has moved, from 1; more than there are means all of them
     * @param options of the report, for an OpenAPI document
     * @param distribution that cache behaviours are merged into; null for none
     */
    public record Request(
            PlanEmitFormat format,
            int wave,
            ReportOptions options,
            @Nullable DistributionConfig distribution) {}

    /**
     * Writes the document.
     *
     * @param out flushed and left open; should encode as UTF-8
     * @return what it cannot express, and what its user should know
     */
    public static DocumentNotes write(Plan plan, Request request, Writer out) throws IOException {
        List<PlannedEndpoint> moved = movedBy(plan, request.wave());
        return switch (request.format()) {
            case OPENAPI -> {
                OpenApiDocument.write(
                        moved.stream().map(PlannedEndpoint::ranked).toList(), request.options(), out);
                yield DocumentNotes.leftOut(List.of());
            }
            case CLOUDFRONT -> BehavioursDocument.write(plan, moved, request.distribution(), out);
            case APIGATEWAY, CLOUDFRONT_FUNCTION, SAM, CLOUDFORMATION, TERRAFORM ->
                throw new IllegalArgumentException(request.format() + " is written elsewhere");
        };
    }

    /** Returns the endpoints that have moved after a wave, in their order; more than there are means all waves. */
    public static List<PlannedEndpoint> movedBy(Plan plan, int wave) {
        int waves = Math.min(wave, plan.waves().size());
        return waves == 0
                ? List.of()
                : plan.moving().subList(0, plan.waves().get(waves - 1).last() + 1);
    }

    /** Returns that an endpoint has another target than the document is for, and why. */
    public static String otherTarget(PlannedEndpoint row) {
        return name(row) + ": its target is " + row.target().target().word() + "; "
                + row.target().reason();
    }

    /** Returns the name of an endpoint in the plan. */
    public static String name(PlannedEndpoint row) {
        return row.ranked().stats().method() + " " + row.ranked().stats().pattern();
    }
}
