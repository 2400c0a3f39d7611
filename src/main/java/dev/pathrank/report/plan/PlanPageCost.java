package dev.pathrank.report.plan;

import dev.pathrank.plan.Cost;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlanOptions;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.Target;
import dev.pathrank.time.UtcDay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The section on the cost of a month. */
final class PlanPageCost {
    private static final int MOST = 50;
    private static final long A_WEEK = 7 * UtcDay.SECONDS;

    private final Plan plan;
    private final Page page;
    private final PlanOptions options;

    PlanPageCost(Plan plan, Page page) {
        this.plan = plan;
        this.page = page;
        this.options = plan.options();
    }

    void write() {
        if (plan.moving().isEmpty()) {
            return;
        }
        page.heading(2, "Cost a month");
        page.say("List prices in US dollars without tax, "
                + Page.shown(options.prices().region()) + ", as of "
                + Page.shown(options.prices().asOf()) + " ("
                + Page.shown(options.prices().source())
                + "). A month has " + Cost.DAYS
                + " days; the traffic of the logs is scaled to that. Durations are billed"
                + " in steps of " + options.quotas().roundingMs() + " ms. "
                + (options.freeTier()
                        ? "Lambda's monthly free tier is deducted."
                        : "No free tier is deducted (`--no-free-tier`)."));
        if (plan.window().seconds() < A_WEEK) {
            page.say(
                    "**The logs cover less than a week.** The month is scaled up from them, as if all hours were alike:"
                            + " use longer logs before you rely on it.");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(
                "Lambda",
                plan.cost().use(),
                plan.cost().uncachedUse(),
                cost -> Optional.of(cost.lambdaCost(options.prices(), options.freeTier()))));
        rows.add(row(
                "API Gateway",
                plan.cost().use(),
                plan.cost().uncachedUse(),
                cost -> cost.gatewayCost(options.prices())));
        if (options.vpc()) {
            String nat = Page.dollarsOrNotKnown(plan.cost().natHours());
            rows.add(List.of("NAT gateway in each zone with its address, without traffic", nat, nat));
        }
        rows.add(List.of("**all**", plan.monthlyCost().map(Page::dollars).orElse(Page.NOT_KNOWN), "–"));
        page.table(List.of("", ">origin calls", ">all calls, without the cache"), rows);
        beside();
        targets();
        breakEven();
    }

    /** Adds what the table leaves out, each with its price. */
    private void beside() {
        List<String> items = new ArrayList<>();
        plan.armCost()
                .ifPresent(arm -> items.add("On arm64 Lambda costs " + Page.dollars(arm)
                        + ", if the code runs there and takes the same time."));
        plan.provisionedPays()
                .ifPresent(part -> items.add("Provisioned concurrency pays for an environment that is busy"
                        + " for more than " + part.movePointRight(2).setScale(0, RoundingMode.HALF_UP)
                        + " % of the time: holding it is paid always, running it costs less then."));
        options.prices()
                .logsGb()
                .ifPresent(price -> items.add("CloudWatch Logs: " + Page.dollars(price)
                        + " a GB. Three lines of a few hundred bytes a call are written even if the code "
                        + "logs nothing; how much"
                        + " it logs is not in these logs."));
        if (options.vpc()) {
            options.prices()
                    .natGb()
                    .ifPresent(price -> items.add("A NAT gateway also costs $" + price.toPlainString()
                            + " for each GB; what functions send out is not in these logs. A NAT instance "
                            + "is cheaper and is a"
                            + " machine to look after."));
        }
        page.list(items);
    }

    /** Adds what each endpoint would cost by itself at each target. */
    private void targets() {
        page.say("By itself at each target, without free amounts (ALB: its hours and capacity units, and Managed"
                + " Instances: EC2's price + 15 % + $0.20 a million, are not known here):");
        page.table(
                List.of("endpoint", ">REST API", ">HTTP API", ">function URL", ">ALB", ">Managed Instances"),
                plan.moving().stream()
                        .limit(MOST)
                        .map(row -> List.of(
                                page.endpoint(row),
                                at(row, Target.REST_API),
                                options.quotas().hasHttpApi() ? at(row, Target.HTTP_API) : "–",
                                options.quotas().hasFunctionUrl() ? at(row, Target.FUNCTION_URL) : "–",
                                Page.NOT_KNOWN,
                                Page.NOT_KNOWN))
                        .toList());
    }

    private String at(PlannedEndpoint row, Target target) {
        return plan.costAt(row, target).map(Page::dollars).orElse(Page.NOT_KNOWN);
    }

    private static List<String> row(
            String what, Cost cached, Cost uncached, Function<Cost, Optional<BigDecimal>> cost) {
        return List.of(
                what,
                cost.apply(cached).map(Page::dollars).orElse(Page.NOT_KNOWN),
                cost.apply(uncached).map(Page::dollars).orElse(Page.NOT_KNOWN));
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
