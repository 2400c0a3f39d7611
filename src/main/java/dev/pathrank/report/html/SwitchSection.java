package dev.pathrank.report.html;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.QuotaUse;
import dev.pathrank.plan.SwitchChoice;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.report.html.PlanView.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How CloudFront sends the calls to their new origin, wave by wave. */
final class SwitchSection {
    private final Plan plan;
    private final PageText text;

    SwitchSection(Plan plan, PageText text) {
        this.plan = plan;
        this.text = text;
    }

    Part part() {
        boolean function = plan.options().waves().choice() == SwitchChoice.FUNCTION;
        List<String> intro = new ArrayList<>();
        intro.add(
                function
                        ? "A CloudFront Function chooses the origin by method and path, so that the methods of a path"
                                + " can move in different waves."
                        : "Cache behaviours choose the origin by path alone, so all methods of a path move together.");
        behaviours().ifPresent(intro::add);
        return new Part(
                "switch",
                "The switch",
                intro,
                List.of(),
                List.of(
                        "pathrank plan with --emit writes the documents of a wave; --wave N takes those up to wave N.",
                        "Do not forward the viewer's Host header: API Gateway and function URLs answer only to their"
                                + " own name, or to a custom domain.",
                        "If an answer depends on the user, the cache key must include what tells users apart.",
                        "Keep the old route and its servers until the wave has passed a daily peak: rolling back is"
                                + " then one change in CloudFront.",
                        "Afterwards compare: pathrank report with --at, the moment of the switch, says what to roll"
                                + " back."));
    }

    private Optional<String> behaviours() {
        return plan.waves().isEmpty()
                ? Optional.empty()
                : plan.waves()
                        .get(plan.waves().size() - 1)
                        .use(Quota.BEHAVIOURS)
                        .filter(use -> use.used() != null)
                        .map(this::words);
    }

    private String words(QuotaUse use) {
        String behaviours = text.numberOrNotKnown(use.used()) + " of " + text.numberOrNotKnown(use.limit());
        return plan.options().waves().choice() == SwitchChoice.FUNCTION
                ? "It needs no cache behaviours, of which a switch by path would use " + behaviours
                        + " after the last wave."
                : "Cache behaviours after the last wave: " + behaviours + ".";
    }
}
