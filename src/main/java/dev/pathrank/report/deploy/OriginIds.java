package dev.pathrank.report.deploy;

import dev.pathrank.plan.AnsweringFunctions;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.Target;
import dev.pathrank.report.deploy.GatewayApis.Api;
import dev.pathrank.report.deploy.GatewayRoutes.Route;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The IDs of the origins of a distribution, and other names in it, that the documents agree on. */
public final class OriginIds {
    /** The present origin, in cache behaviours. */
    static final String PRESENT = "present-origin";

    /** The header by which a load balancer selects a function; its value is the function's name. */
    public static final String FUNCTION_HEADER = "X-Pathrank-Function";

    /** The name of the CloudFront Function that chooses the origin. */
    public static final String ROUTER = "pathrank-router";

    private final Map<String, String> apis = new HashMap<>();
    private final AnsweringFunctions<PlannedEndpoint> functions;

    private OriginIds(AnsweringFunctions<PlannedEndpoint> functions) {
        this.functions = functions;
    }

    /** Returns the IDs for everything that moves. */
    public static OriginIds of(Plan plan) {
        OriginIds ids = new OriginIds(AnsweringFunctions.of(plan));
        for (Api api : GatewayApis.of(plan).apis()) {
            for (Route route : api.routes()) {
                ids.apis.put(PlanDocument.name(route.row()), api.id());
            }
        }
        return ids;
    }

    /**
     * Returns the ID of the origin that answers for an endpoint after its move; each function URL is one of its own,
     * and so is each function behind the load balancer, which a header of its origin selects.
     */
    public String of(PlannedEndpoint row) {
        Target target = row.target().target();
        String word = target.key();
        return target == Target.FUNCTION_URL || target == Target.ALB
                ? word + "-"
                        + Objects.requireNonNullElse(functions.of(row), row).functionName()
                : apis.getOrDefault(PlanDocument.name(row), word);
    }
}
