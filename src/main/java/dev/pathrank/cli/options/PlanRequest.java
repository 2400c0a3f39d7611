package dev.pathrank.cli.options;

import dev.pathrank.plan.PlanOptions;
import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.RankOptions;
import dev.pathrank.report.PlanEmitFormat;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.report.deploy.DistributionConfig;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Checked options of {@code plan}.
 *
 * @param read what is read, and where results go
 * @param rank how candidates are ordered
 * @param declared the user's routes
 * @param report what of the plan is printed, and how
 * @param plan what the plan is calculated with
 * @param emission the document that is written in place of the plan; null for the plan
 * @param failOnBreach whether a plan that exceeds a quota crosses a threshold
 */
public record PlanRequest(
        ReadRequest read,
        RankOptions rank,
        DeclaredEndpoints declared,
        ReportOptions report,
        PlanOptions plan,
        @Nullable Emission emission,
        boolean failOnBreach) {
    /**
     * A document of {@code --emit}.
     *
     * @param document its type
     * @param wave the last wave that has moved, from 1; null for the last of the plan
     * @param percent of the callers of that wave that have moved
     * @param sticky what tells callers apart
     * @param distribution that cache behaviours are merged into; null for none
     */
    public record Emission(
            PlanEmitFormat document,
            @Nullable Integer wave,
            BigDecimal percent,
            String sticky,
            @Nullable DistributionConfig distribution) {}
}
