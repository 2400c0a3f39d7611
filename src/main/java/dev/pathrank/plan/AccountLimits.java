package dev.pathrank.plan;

import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.data.QuotaTable;
import dev.pathrank.plan.load.CapacityLimits;
import dev.pathrank.text.Numbers;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The limits of an account as a plan meets them.
 *
 * @param quotas of the account, less what others use
 * @param addresses of the subnets; null where none are given
 * @param sharedByMb megabytes of running functions that share a network interface; 0 where interfaces do not grow with
 *     them
 */
record AccountLimits(QuotaTable quotas, @Nullable Long addresses, long sharedByMb) {
    static AccountLimits of(PlanOptions options) {
        OptionalLong shared = options.quotas().interfaceSharedByMb();
        return new AccountLimits(
                options.quotas(),
                options.subnets().isEmpty() ? null : options.subnetAddresses(),
                options.vpc() ? shared.orElse(0) : 0);
    }

    /** Returns a limit; null where it is not known. */
    @Nullable
    Long limit(Quota quota) {
        if (quota == Quota.ADDRESSES) {
            return addresses == null ? null : Math.max(0, addresses - quotas.inUse(quota));
        }
        OptionalLong limit = quotas.of(quota);
        return limit.isPresent() ? Long.valueOf(limit.getAsLong()) : null;
    }

    /** Returns a limit; {@link Long#MAX_VALUE} where it is not known. */
    long of(Quota quota) {
        Long limit = limit(quota);
        return limit == null ? Long.MAX_VALUE : limit;
    }

    /** Returns the network interfaces that environments need; 0 where interfaces do not grow with them. */
    long interfaces(long environments, long memoryMb) {
        return sharedByMb == 0 ? 0 : Numbers.ceilDiv(environments * memoryMb, sharedByMb);
    }

    CapacityLimits capacity() {
        boolean grows = sharedByMb > 0;
        return new CapacityLimits(
                of(Quota.CONCURRENCY),
                of(Quota.CONNECTIONS),
                grows ? of(Quota.INTERFACES) : Long.MAX_VALUE,
                grows ? of(Quota.ADDRESSES) : Long.MAX_VALUE,
                sharedByMb,
                of(Quota.API_RATE),
                of(Quota.API_BURST));
    }
}
