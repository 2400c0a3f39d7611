package dev.pathrank.report.deploy;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.report.PlanEmitFormat;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.report.openapi.OpenApiDocument;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A document of what is deployed at AWS once a wave has moved: that wave and all before it, because such a document
 * replaces the previous one.
 */
public final class PlanDocument {
    private PlanDocument() {}

    /**
     * Writes the document.
     *
     * @param wave last one that has moved, from 1; more than there are means all of them
     * @param out flushed and left open; should encode as UTF-8
     * @return what moves and the document cannot express, each with the reason
     */
    public static List<String> write(Plan plan, PlanEmitFormat emission, int wave, ReportOptions options, Writer out)
            throws IOException {
        List<PlannedEndpoint> moved = movedBy(plan, wave);
        return switch (emission) {
            case OPENAPI -> {
                OpenApiDocument.write(
                        moved.stream().map(PlannedEndpoint::ranked).toList(), options, out);
                yield List.of();
            }
            case APIGATEWAY -> GatewayDocument.write(plan, moved, out);
            case CLOUDFRONT -> BehavioursDocument.write(plan, moved, out);
            case CLOUDFRONT_FUNCTION -> throw new IllegalArgumentException("several files, which RouterFiles makes");
            case SAM -> SamTemplate.write(plan, moved, out);
        };
    }

    private static List<PlannedEndpoint> movedBy(Plan plan, int wave) {
        int waves = Math.min(wave, plan.waves().size());
        return waves == 0
                ? List.of()
                : plan.moving().subList(0, plan.waves().get(waves - 1).last() + 1);
    }

    /** Returns that an endpoint has another target than the document is for, and why. */
    static String otherTarget(PlannedEndpoint row) {
        return name(row) + ": its target is " + row.target().target().word() + "; "
                + row.target().reason();
    }

    /** Returns the name of an endpoint in the plan. */
    static String name(PlannedEndpoint row) {
        return row.ranked().stats().method() + " " + row.ranked().stats().pattern();
    }
}
