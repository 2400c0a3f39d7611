package dev.pathrank.report.stack;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.report.deploy.GatewayApis;
import dev.pathrank.report.deploy.GatewayApis.Api;
import dev.pathrank.report.deploy.GatewayRoutes;
import dev.pathrank.report.deploy.OriginIds;
import dev.pathrank.report.deploy.PlanDocument;
import dev.pathrank.report.stack.Deferred.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What is deployed once a wave has moved, as values: every form of a template is made from it.
 *
 * @param functions in the order in which they move
 * @param apis that have a route
 * @param service what the whole service has once
 * @param leftOut what moves and is not in it, each with the reason
 * @param warnings what its user must do besides
 */
record Deployment(
        List<ResourceGroup> functions,
        List<ResourceGroup> apis,
        ResourceGroup service,
        List<String> leftOut,
        List<String> warnings) {
    /**
     * Roles of an account by default; requests of up to 10,000 are approved at once (AWS IAM user guide, "IAM and AWS
     * STS quotas", "Roles per account", 2026-11-29).
     */
    private static final int MOST_ROLES = 1000;

    /** Rules, and target groups, of a load balancer (Elastic Load Balancing guide, "Quotas", 2026: 100 each). */
    private static final int MOST_RULES = 100;

    Deployment {
        functions = List.copyOf(functions);
        apis = List.copyOf(apis);
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
    }

    /**
     * Returns what is deployed.
     *
     * @param wave last one that has moved, from 1; more than there are means all of them
     */
    static Deployment of(Plan plan, int wave) {
        List<PlannedEndpoint> moved = PlanDocument.movedBy(plan, wave);
        FunctionGroups functions = new FunctionGroups(plan, moved);
        List<String> leftOut = new ArrayList<>();
        moved.stream()
                .filter(row -> !row.target().target().isLambda())
                .sorted(GatewayRoutes.BY_PATTERN)
                .forEach(row -> leftOut.add(PlanDocument.otherTarget(row)));
        GatewayApis apis = GatewayApis.of(plan);
        apis.leftOut().forEach(each -> leftOut.add(each + "; its function has no route"));
        ReservedConcurrency reserved = ReservedConcurrency.of(plan, functions.functions());
        if (reserved != null && !reserved.isPossible()) {
            leftOut.add(reserved.reason());
        }
        List<String> warnings = new ArrayList<>();
        List<ResourceGroup> groups = new ArrayList<>();
        List<Resource> service = new ArrayList<>();
        if (!functions.functions().isEmpty()) {
            int last = functions.functions().stream()
                    .mapToInt(row -> Objects.requireNonNull(row.wave()))
                    .max()
                    .orElseThrow();
            StackAlarms alarms = new StackAlarms(plan, last);
            service.addAll(alarms.ofLambda());
            for (Api api : apis.apis()) {
                GatewayBody body = new GatewayBody(plan, api, wave, false);
                if (!body.functions().isEmpty()) {
                    groups.add(ApiGroup.of(plan, api, wave, alarms));
                    warnings.addAll(body.warnings());
                }
            }
        }
        if (functions.functions().stream().anyMatch(FunctionGroups::hasUrl)) {
            service.add(FunctionGroups.accessControl());
        }
        if (functions.functions().isEmpty()) {
            warnings.add("no function answers for what has moved by then, so there is nothing to deploy");
        }
        warnings.addAll(warnings(functions.functions()));
        return new Deployment(
                functions.groups(reserved), groups, new ResourceGroup("service", service, Map.of()), leftOut, warnings);
    }

    private static List<String> warnings(List<PlannedEndpoint> functions) {
        List<String> warnings = new ArrayList<>();
        long alb =
                functions.stream().filter(FunctionGroups::isBehindLoadBalancer).count();
        if (alb > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%,d functions are behind a load balancer: give its listener as %s, and each origin the header %s"
                            + " that the outputs name",
                    alb,
                    Parameter.LISTENER_ARN.word(),
                    OriginIds.FUNCTION_HEADER));
        }
        if (alb > MOST_RULES) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%,d functions have a rule each and a load balancer has %,d unless AWS raises the quota",
                    alb,
                    MOST_RULES));
        }
        if (functions.size() > MOST_ROLES) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%,d functions have a role each and an account has %,d unless AWS raises the quota",
                    functions.size(),
                    MOST_ROLES));
        }
        return warnings;
    }

    /** Returns all groups, what the service has once first. */
    List<ResourceGroup> groups() {
        List<ResourceGroup> all = new ArrayList<>();
        all.add(service);
        all.addAll(functions);
        all.addAll(apis);
        return all;
    }
}
