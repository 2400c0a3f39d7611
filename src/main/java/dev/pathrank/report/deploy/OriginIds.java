package dev.pathrank.report.deploy;

import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.Target;

/** The IDs of the origins of a distribution that the documents name. */
public final class OriginIds {
    /** The present origin, in cache behaviours. */
    static final String PRESENT = "present-origin";

    private OriginIds() {}

    /**
     * Returns the ID of the origin that answers for an endpoint after its move; each function URL is one of its own.
     */
    public static String of(PlannedEndpoint row) {
        Target target = row.target().target();
        String word = target.key();
        return target == Target.FUNCTION_URL ? word + "-" + row.functionName() : word;
    }
}
