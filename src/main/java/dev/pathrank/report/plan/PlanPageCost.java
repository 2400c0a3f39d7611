package dev.pathrank.report.plan;

import dev.pathrank.plan.Forecast;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlanOptions;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.Target;
import dev.pathrank.plan.cost.Cost;
import dev.pathrank.plan.cost.LoadBalancerUse;
import dev.pathrank.plan.data.Price;
import dev.pathrank.rank.WindowLength;
import dev.pathrank.time.UtcDay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The section on the cost of a month. */
final class PlanPageCost {
    private static final int MOST = 50;
    private static final long A_WEEK = 7 * UtcDay.SECONDS;

    private final Plan plan;
    private final Page page;
    private final PlanOptions options;
    /** What can answer in this era. */
    private final List<Target> targets;

    private final boolean managed;

    PlanPageCost(Plan plan, Page page) {
        this.plan = plan;
        this.page = page;
        this.options = plan.options();
        this.targets = Stream.of(Target.REST_API, Target.HTTP_API, Target.FUNCTION_URL, Target.ALB)
                .filter(target -> target.existsIn(options.quotas()))
                .toList();
        this.managed = options.prices().of(Price.MANAGED_INSTANCE_HOUR).isPresent();
    }

    void write() {
        if (plan.moving().isEmpty()) {
            return;
        }
        page.heading(2, "Cost a month");
        page.say("List prices in US dollars without tax, "
                + Page.shown(options.prices().region()) + ", as of "
                + Page.shown(options.prices().asOf()) + " ("
                + Page.shown(options.prices().provenance())
                + "). A month has " + Cost.DAYS
                + " days; the traffic of the logs is scaled to that. Durations are billed"
                + " in steps of " + options.quotas().roundingMs() + " ms. "
                + (options.freeTier()
                        ? "Lambda's monthly free tier is deducted."
                        : "No free tier is deducted (`--no-free-tier`)."));
        if (plan.window().coveredSeconds() < A_WEEK) {
            WindowLength length = plan.window().length();
            page.say("**The logs are "
                    + PlanPage.count(length.count(), length.unit().word()) + " long, and a month is "
                    + Page.number(plan.monthFactor())
                    + " times that**: this is the cost if calls always came as in them. Use longer logs before you rely"
                    + " on it.");
        }
        page.table(List.of("", ">origin calls", ">all calls, without the cache"), costs());
        beside();
        targets();
        breakEven();
    }

    private List<List<String>> costs() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("Lambda", cost -> Optional.of(cost.lambdaCost(options.prices(), options.freeTier()))));
        rows.add(row("API Gateway", cost -> cost.gatewayCost(options.prices())));
        if (options.vpc()) {
            String nat = Page.dollarsOrNotKnown(plan.cost().natHours());
            rows.add(List.of("NAT gateway in each zone with its address, without traffic", nat, nat));
        }
        if (plan.hasRouter()) {
            String router = plan.routerCost().map(Page::dollars).orElse(Page.NOT_KNOWN);
            rows.add(List.of("CloudFront Function of the switch and reads of its store, at most", router, router));
        }
        rows.add(List.of("**all**", plan.monthlyCost().map(Page::dollars).orElse(Page.NOT_KNOWN), "–"));
        return rows;
    }

    /** Adds what the table leaves out, each with its price. */
    private void beside() {
        List<String> items = new ArrayList<>();
        plan.armCost()
                .ifPresent(arm -> items.add("On arm64 Lambda costs " + Page.dollars(arm)
                        + ", if the code runs there and takes the same time."));
        plan.provisionedPays().ifPresent(part -> items.add(provisioned(part)));
        plan.snapStartCost()
                .ifPresent(cost -> items.add("SnapStart costs " + Page.dollars(cost) + " a month besides."));
        plan.platformLogs()
                .ifPresent(cost -> items.add("CloudWatch Logs: " + Page.dollars(cost)
                        + " a month for the three lines that Lambda writes for each call even if the code logs nothing"
                        + " ($" + plain(Price.LOGS_GB) + " a GB); each kilobyte that the code logs a call adds "
                        + plan.logsForAKilobyte().map(Page::dollars).orElse(Page.NOT_KNOWN) + "."));
        if (options.vpc()) {
            plan.natInstanceHours()
                    .ifPresent(cost -> items.add("A NAT gateway also costs $" + plain(Price.NAT_GATEWAY_GB)
                            + " for each GB; what functions send out is not in these logs. NAT instances (t4g.nano)"
                            + " in its place would cost " + Page.dollars(cost)
                            + " with their addresses and nothing for each GB, but are machines to look after."));
        }
        page.list(items);
    }

    private String plain(Price price) {
        return options.prices().orZero(price).toPlainString();
    }

    private String provisioned(BigDecimal part) {
        int environments = 0;
        int endpoints = 0;
        BigDecimal saves = BigDecimal.ZERO;
        for (PlannedEndpoint row : plan.moving()) {
            Forecast.Provisioned pays = row.requireForecast().provisioned();
            environments += pays.environments();
            endpoints += pays.environments() > 0 ? 1 : 0;
            saves = saves.add(pays.saves());
        }
        return "Provisioned concurrency pays for an environment that is busy for more than "
                + part.movePointRight(2).setScale(0, RoundingMode.HALF_UP)
                + " % of the time: holding it is paid always, running it costs less then. "
                + (environments == 0
                        ? "By these logs it pays for no environment; it may still be worth its price against cold"
                                + " starts."
                        : "By these logs it pays for " + PlanPage.count(environments, "environment") + " of "
                                + PlanPage.count(endpoints, "endpoint") + " and saves " + Page.dollars(saves)
                                + " a month.");
    }

    /** Adds what each endpoint would cost by itself at each target. */
    private void targets() {
        page.say("Each endpoint by itself at each target, with Lambda and without free amounts."
                + Optional.of(options.prices())
                        .filter(prices -> targets.contains(Target.ALB))
                        .flatMap(LoadBalancerUse::hours)
                        .map(hours -> " A load balancer costs " + Page.dollars(hours)
                                + " a month besides, once for all endpoints; its capacity units are computed as if each"
                                + " call opened a connection.")
                        .orElse("")
                + managedWords());
        List<String> names = new ArrayList<>(List.of("endpoint"));
        targets.forEach(target -> names.add(">" + target.word()));
        if (managed) {
            names.add(">Managed Instances");
        }
        List<List<String>> rows = new ArrayList<>();
        plan.moving().stream().limit(MOST).map(this::atEachTarget).forEach(rows::add);
        rows.add(together());
        page.table(names, rows);
        if (plan.moving().size() > MOST) {
            page.say("The first " + MOST + " of " + Page.number(plan.moving().size())
                    + " endpoints in the order of the waves; `--format xlsx` lists all.");
        }
    }

    private String managedWords() {
        return options.prices()
                .of(Price.MANAGED_INSTANCE_HOUR)
                .map(hour ->
                        " Managed Instances are three EC2 instances of the type m7g.large ($" + hour.toPlainString()
                                + " an hour and 15 %), or more where the calls in flight or three environments for each"
                                + " function need them, behind the HTTP API. This is the least, because logs do not"
                                + " show how much CPU a call takes; one fleet can serve all endpoints. Calls are"
                                + " refused when traffic more than doubles within five minutes: endpoints that do so"
                                + " have no price here, nor has anything in logs of less than a day.")
                .orElse("");
    }

    private List<String> atEachTarget(PlannedEndpoint row) {
        List<String> cells = new ArrayList<>(List.of(page.endpoint(row)));
        targets.forEach(
                target -> cells.add(plan.costAt(row, target).map(Page::finely).orElse(Page.NOT_KNOWN)));
        if (managed) {
            cells.add(plan.managedInstancesCost(row).map(Page::finely).orElse("–"));
        }
        return cells;
    }

    private List<String> together() {
        List<String> cells = new ArrayList<>(List.of("**all of them**"));
        targets.forEach(target -> cells.add(sum(target).map(Page::finely).orElse(Page.NOT_KNOWN)));
        if (managed) {
            BigDecimal fleet = plan.cost().managedInstances();
            cells.add(fleet == null ? "–" : Page.finely(fleet));
        }
        return cells;
    }

    /** Returns the cost of all that moves at a target, a load balancer's hours included. */
    private Optional<BigDecimal> sum(Target target) {
        Optional<BigDecimal> once =
                target == Target.ALB ? LoadBalancerUse.hours(options.prices()) : Optional.of(BigDecimal.ZERO);
        return plan.moving().stream()
                .map(row -> plan.costAt(row, target))
                .reduce(once, (left, right) -> left.flatMap(sum -> right.map(sum::add)));
    }

    private List<String> row(String what, Function<Cost, Optional<BigDecimal>> cost) {
        return List.of(
                what,
                cost.apply(plan.cost().use()).map(Page::dollars).orElse(Page.NOT_KNOWN),
                cost.apply(plan.cost().uncachedUse()).map(Page::dollars).orElse(Page.NOT_KNOWN));
    }

    private void breakEven() {
        BigDecimal now = options.currentMonthlyCost();
        if (now == null) {
            page.say("Give `--current-monthly-cost` to see up to which traffic this is cheaper than the present"
                    + " servers.");
            return;
        }
        Optional<BigDecimal> then = plan.monthlyCost();
        if (then.isEmpty() || then.get().signum() == 0) {
            page.say("There is no break-even with " + Page.dollars(now) + " now: the cost afterwards is "
                    + then.map(Page::dollars).orElse(Page.NOT_KNOWN) + ".");
            return;
        }
        page.say("Now: " + Page.dollars(now) + ". After the migration: " + Page.dollars(then.get())
                + ". Break-even is at about "
                + plan.breakEvenFactor(now).map(BigDecimal::toPlainString).orElse(Page.NOT_KNOWN)
                + " times this traffic: Lambda is cheaper below it and more expensive above it.");
    }
}
