package dev.pathrank.report.plan;

import dev.pathrank.plan.Cost;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlanOptions;
import dev.pathrank.time.UtcDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The section on the cost of a month. */
final class PlanPageCost {
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
            rows.add(List.of("one NAT gateway, hours only", nat, nat));
        }
        page.table(List.of("", ">origin calls", ">all calls, without the cache"), rows);
        breakEven();
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
