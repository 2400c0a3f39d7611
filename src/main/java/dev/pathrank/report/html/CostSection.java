package dev.pathrank.report.html;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlanOptions;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.Target;
import dev.pathrank.plan.cost.Cost;
import dev.pathrank.rank.WindowLength;
import dev.pathrank.report.html.PageTable.Cell;
import dev.pathrank.report.html.PlanView.Part;
import dev.pathrank.time.UtcDay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The cost of a month once everything has moved. */
final class CostSection {
    private static final int SHOWN = 10;
    private static final long A_WEEK = 7L * UtcDay.SECONDS;

    private final Plan plan;
    private final PlanOptions options;
    private final PageText text;

    CostSection(Plan plan, PageText text) {
        this.plan = plan;
        this.options = plan.options();
        this.text = text;
    }

    Part part() {
        List<String> intro = new ArrayList<>();
        intro.add("List prices in US dollars without tax, "
                + text.shown(options.prices().region()) + ", as of "
                + text.shown(options.prices().asOf()) + ". A month has " + Cost.DAYS
                + " days; the traffic of the logs is scaled to that. "
                + (options.freeTier() ? "Lambda's monthly free amounts are deducted." : "No free amount is deducted."));
        if (plan.window().coveredSeconds() < A_WEEK) {
            WindowLength length = plan.window().length();
            intro.add("The logs are " + text.count(length.count(), length.unit().word()) + " long, and a month is "
                    + text.number(plan.monthFactor())
                    + " times that: this is the cost if calls always came as in them. Use longer logs before you rely"
                    + " on it.");
        }
        return new Part("cost", "Cost a month", intro, List.of(bill(), endpoints()), points());
    }

    private PageTable bill() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("Lambda", cost -> Optional.of(cost.lambdaCost(options.prices(), options.freeTier()))));
        rows.add(row("API Gateway", cost -> cost.gatewayCost(options.prices())));
        if (options.vpc()) {
            String nat = text.dollarsOrNotKnown(plan.cost().natHours());
            rows.add(PageTable.row("NAT gateway in each zone, without traffic", nat, nat));
        }
        if (plan.hasRouter()) {
            String router = plan.routerCost().map(text::dollars).orElse(PageText.NOT_KNOWN);
            rows.add(
                    PageTable.row("CloudFront Function of the switch and reads of its store, at most", router, router));
        }
        rows.add(PageTable.row("all", plan.monthlyCost().map(text::dollars).orElse(PageText.NOT_KNOWN), PageText.DASH));
        return PageTable.of("The bill", List.of("what", ">origin calls", ">all calls, without the cache"), rows);
    }

    private List<Cell> row(String what, Function<Cost, Optional<BigDecimal>> cost) {
        return PageTable.row(
                what,
                cost.apply(plan.cost().use()).map(text::dollars).orElse(PageText.NOT_KNOWN),
                cost.apply(plan.cost().uncachedUse()).map(text::dollars).orElse(PageText.NOT_KNOWN));
    }

    private PageTable endpoints() {
        List<PlannedEndpoint> dearest = plan.moving().stream()
                .sorted(Comparator.comparing(CostSection::cost).reversed())
                .limit(SHOWN)
                .toList();
        List<Target> targets = Stream.of(Target.REST_API, Target.HTTP_API, Target.FUNCTION_URL)
                .filter(target -> target.existsIn(options.quotas()))
                .toList();
        String caption = dearest.size() < plan.moving().size()
                ? "The " + SHOWN + " dearest of " + text.count(plan.moving().size(), "endpoint")
                : "Each endpoint";
        return PageTable.of(
                caption + ", and by itself at each target without free amounts",
                Stream.concat(Stream.of("endpoint", ">adds"), targets.stream().map(target -> ">" + target.word()))
                        .toList(),
                dearest.stream().map(row -> row(row, targets)).toList());
    }

    private List<Cell> row(PlannedEndpoint row, List<Target> targets) {
        BigDecimal month = row.costMonth();
        return Stream.concat(
                        Stream.of(Cell.of(text.name(row.ranked())), Cell.of(text.dollarsOrNotKnown(month))),
                        targets.stream().map(target -> Cell.of(at(row, target))))
                .toList();
    }

    private static BigDecimal cost(PlannedEndpoint row) {
        BigDecimal month = row.costMonth();
        return month == null ? BigDecimal.ZERO : month;
    }

    private String at(PlannedEndpoint row, Target target) {
        return plan.costAt(row, target).map(text::dollars).orElse(PageText.NOT_KNOWN);
    }

    private List<String> points() {
        List<String> points = new ArrayList<>();
        plan.armCost()
                .ifPresent(arm -> points.add("On arm64 Lambda costs " + text.dollars(arm)
                        + ", if the code runs there and takes the same time."));
        plan.provisionedPays()
                .ifPresent(
                        part -> points.add("Provisioned concurrency pays for an environment that is busy for more than "
                                + part.movePointRight(2).setScale(0, RoundingMode.HALF_UP) + " % of the time."));
        BigDecimal now = options.currentMonthlyCost();
        points.add(
                now == null
                        ? "Give --current-monthly-cost to see up to which traffic this is cheaper than the present"
                                + " servers."
                        : "Today: " + text.dollars(now) + ". Break-even at about "
                                + plan.breakEvenFactor(now).map(text::number).orElse(PageText.NOT_KNOWN)
                                + " times this traffic: Lambda is cheaper below it.");
        return points;
    }
}
