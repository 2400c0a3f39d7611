package dev.pathrank.plan;

import dev.pathrank.plan.data.Quotas;
import dev.pathrank.rank.Kind;
import dev.pathrank.rank.RankedEndpoint;

/**
 * The target of an endpoint.
 *
 * @param reason in a few words
 */
public record TargetChoice(Target target, String reason) {
    /** Chooses by what the log shows against the limits of each target. */
    static TargetChoice of(RankedEndpoint row, Quotas quotas) {
        if (row.kind() == Kind.ASSET) {
            return new TargetChoice(Target.S3, "static file");
        }
        if (row.stats().connections() > 0) {
            return new TargetChoice(Target.STAYS, "holds connections open");
        }
        if (!row.isCandidate() && row.reason().startsWith("needs redesign")) {
            return new TargetChoice(Target.STAYS, row.reason());
        }
        return quotas.hasHttpApi()
                ? new TargetChoice(Target.HTTP_API, "fits its limits at the lowest price")
                : new TargetChoice(Target.REST_API, "the only API Gateway of that time");
    }
}
