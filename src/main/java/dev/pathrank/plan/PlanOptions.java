package dev.pathrank.plan;

import dev.pathrank.plan.data.PriceList;
import dev.pathrank.plan.data.QuotaTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the user may choose about a plan.
 *
 * @param quotas of the account
 * @param prices of the Region
 * @param memoryMb of a function for which nothing else is said
 * @param vpc whether functions are put into a VPC
 * @param subnets of the VPC; may be empty although there is one
 * @param growth factor on all traffic, above 0, at most three decimals
 * @param headroom factor on what is asked for, 1 or more
 * @param idleSeconds how long an idle environment is kept
 * @param startUpMs how long a new environment takes to start
 * @param provisioned environments held ready for each endpoint in the comparison of cold starts, 1 or more
 * @param maxWave most endpoints of a wave; empty for any number
 * @param fixed waves that the user fixed, which come first and are not cut
 * @param freeTier whether the free amounts of a month are still to be had
 * @param currentMonthlyCost what the present servers cost a month, in US dollars
 */
public record PlanOptions(
        QuotaTable quotas,
        PriceList prices,
        long memoryMb,
        boolean vpc,
        List<Subnet> subnets,
        BigDecimal growth,
        BigDecimal headroom,
        long idleSeconds,
        long startUpMs,
        int provisioned,
        OptionalInt maxWave,
        FixedWaves fixed,
        boolean freeTier,
        Optional<BigDecimal> currentMonthlyCost) {
    private static final int MIN_MEMORY = 128;
    private static final int GROWTH_DECIMALS = 3;

    public PlanOptions {
        Objects.requireNonNull(quotas, "quotas");
        Objects.requireNonNull(prices, "prices");
        subnets = List.copyOf(subnets);
        requireThat(
                memoryMb >= MIN_MEMORY && memoryMb <= quotas.functionMaxMb(),
                "--memory must be " + MIN_MEMORY + " to " + quotas.functionMaxMb() + " MB (" + quotas.name()
                        + "), but was " + memoryMb);
        requireThat(vpc || subnets.isEmpty(), "--subnets are those of a VPC; give --vpc too");
        requireThat(
                growth.signum() > 0 && growth.stripTrailingZeros().scale() <= GROWTH_DECIMALS,
                "--growth must be above 0 with at most three decimals, but was " + growth);
        requireThat(headroom.compareTo(BigDecimal.ONE) >= 0, "--headroom must be 1 or more, but was " + headroom);
        requireThat(idleSeconds > 0, "--idle-timeout must be above 0, but was " + idleSeconds);
        requireThat(startUpMs >= 0, "--start-up-ms must be 0 or more, but was " + startUpMs);
        requireThat(provisioned > 0, "--provisioned must be 1 or more, but was " + provisioned);
        requireThat(maxWave.orElse(1) > 0, "--max-wave must be 1 or more, but was " + maxWave.orElse(1));
    }

    /** With everything at its default. */
    public static PlanOptions of(QuotaTable quotas, PriceList prices) {
        return new PlanOptions(
                quotas,
                prices,
                512,
                false,
                List.of(),
                BigDecimal.ONE,
                new BigDecimal("1.5"),
                quotas.idleTimeoutSeconds(),
                140,
                1,
                OptionalInt.empty(),
                FixedWaves.NONE,
                true,
                Optional.empty());
    }

    private static void requireThat(boolean valid, String otherwise) {
        if (!valid) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Addresses of all subnets together, others' included. */
    public long subnetAddresses() {
        return subnets.stream().mapToLong(Subnet::addresses).sum();
    }

    /** What multiplies counts, in thousandths. */
    long growthThousandths() {
        return growth.movePointRight(GROWTH_DECIMALS).longValueExact();
    }
}
