package dev.pathrank.report.plan;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.SwitchChoice;
import dev.pathrank.plan.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The section on how a wave is moved, watched and, if need be, moved back. */
final class PlanPageSwitch {
    private static final int NAMED = 5;

    private final Plan plan;
    private final Page page;

    PlanPageSwitch(Plan plan, Page page) {
        this.plan = plan;
        this.page = page;
    }

    void write() {
        if (plan.waves().isEmpty()) {
            return;
        }
        page.heading(2, "How to move a wave, and how to go back");
        List<String> steps = new ArrayList<>();
        steps.add("Deploy the functions and their API, which get no call yet: `pathrank plan … --emit sam --wave N`"
                + " writes the template, and the code is yours.");
        if (byFunction()) {
            steps.add("Once, put the router at the edge: `--emit cloudfront-function -o router` writes a CloudFront"
                    + " Function, its store and the commands. From then on a wave moves, or a part of its callers"
                    + " (`--percent 5`), when one key of the store changes. A cache behaviour takes one function for"
                    + " each event type, and none beside Lambda@Edge of a viewer event.");
            cached(steps);
        } else {
            steps.add("Insert the cache behaviours of `--emit cloudfront --wave N` into the distribution.");
        }
        host(steps);
        stage(steps);
        patience(steps);
        steps.add("Watch the wave until it has passed a daily peak, and compare it with the time before:"
                + " `pathrank compare LOGS --at TIME --fail-on-regression`.");
        steps.add(
                byFunction()
                        ? "**To go back**, set that key to the wave before: within seconds all calls reach the present"
                                + " servers again. So keep these, and what they store, until then."
                        : "**To go back**, put back the cache behaviours of the wave before: some minutes later all"
                                + " calls reach the present servers again. So keep these, and what they store, until"
                                + " then.");
        page.list(steps);
    }

    private boolean byFunction() {
        return plan.options().waves().choice() == SwitchChoice.FUNCTION;
    }

    private boolean any(Target... targets) {
        Set<Target> wanted = Set.of(targets);
        return plan.moving().stream()
                .anyMatch(row -> wanted.contains(row.target().target()));
    }

    private void cached(List<String> steps) {
        List<PlannedEndpoint> cached = plan.moving().stream()
                .filter(row ->
                        row.ranked().stats().calls() > row.ranked().stats().originCalls())
                .toList();
        if (!cached.isEmpty()) {
            steps.add("CloudFront caches "
                    + cached.stream().limit(NAMED).map(page::endpoint).collect(Collectors.joining(", "))
                    + (cached.size() > NAMED ? " and " + (cached.size() - NAMED) + " more" : "")
                    + ": there a percentage moves misses only, and the answer of one origin then serves all callers.");
        }
    }

    private void host(List<String> steps) {
        if (any(Target.HTTP_API, Target.REST_API, Target.FUNCTION_URL)) {
            steps.add("Do not forward the viewer's Host header to the new origin: API Gateway and function URLs answer"
                    + " only to their own name, or to a custom domain that you set up. Pass what the code reads from"
                    + " Host in another way.");
        }
    }

    private void patience(List<String> steps) {
        if (any(Target.FUNCTION_URL, Target.ALB)) {
            steps.add("CloudFront waits " + plan.options().quotas().originTimeoutSeconds()
                    + " s for an answer of a function URL or a load balancer to begin, and for each part of"
                    + " it, however long the function may run. The origin's response time-out can be 1 to 120 s, and"
                    + " more on request (L-AECE9FA7); `origin-timeout-s` among the `rules` of a file for `--quotas`"
                    + " says what yours is.");
        }
    }

    private void stage(List<String> steps) {
        if (any(Target.REST_API)) {
            steps.add("A REST API has its stage in the URL (`/prod/…`): put it into CloudFront's origin path, not into"
                    + " links and redirects that the code generates.");
        }
        if (any(Target.HTTP_API)) {
            steps.add("Deploy the HTTP API to the stage `$default`; any other name becomes part of the path that the"
                    + " function sees.");
        }
    }
}
