package dev.pathrank.report;

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
                        ? "Lambda's monthly free tier is already deducted."
                        : "Nothing is free (`--no-free-tier`)."));
        if (plan.window().seconds() < A_WEEK) {
            page.say(
                    "**The logs hold less than a week.** The month is that scaled up, as if every hour were like these:"
                            + " take longer logs before you believe it.");
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
            rows.add(List.of("one NAT gateway, its hours alone", nat, nat));
        }
        page.table(List.of("", ">calls at the backend", ">if the cache answered none"), rows);
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
            page.say("`--current-monthly-cost` would say up to which traffic that is cheaper than today's servers.");
            return;
        }
        Optional<BigDecimal> then = plan.monthlyCost();
        if (then.isEmpty() || then.get().signum() == 0) {
            page.say("Against " + Page.dollars(now) + " now there is no break-even to tell: the cost then is "
                    + then.map(Page::dollars).orElse(Page.NOT_KNOWN) + ".");
            return;
        }
        page.say("Now: " + Page.dollars(now) + ". Then: " + Page.dollars(then.get()) + ". Break-even is at about "
                + plan.breakEvenFactor(now).map(BigDecimal::toPlainString).orElse(Page.NOT_KNOWN)
                + " times this traffic; below that Lambda is cheaper, above it dearer.");
    }
}
