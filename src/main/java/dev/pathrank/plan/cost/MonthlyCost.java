package dev.pathrank.plan.cost;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A month of everything that moves.
 *
 * @param use what it uses up
 * @param uncachedUse what it would use up if no call were answered by the cache
 * @param router the switch, where it is a CloudFront Function
 * @param natHours a NAT gateway by the hour in US dollars; null where none is needed or its price is not known
 * @param managedInstances all of it on one fleet of Managed Instances in US dollars, at the least; null where the load
 *     is not steady, the runtime cannot run there, or a price is not known
 */
public record MonthlyCost(
        Cost use,
        Cost uncachedUse,
        RouterUse router,
        @Nullable BigDecimal natHours,
        @Nullable BigDecimal managedInstances) {
    /** Returns {@link #natHours}; 0 for null. */
    public BigDecimal natHoursOrZero() {
        return natHours == null ? BigDecimal.ZERO : natHours;
    }
}
