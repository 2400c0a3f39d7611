package dev.pathrank.plan;

import dev.pathrank.plan.data.PriceList;
import dev.pathrank.plan.data.QuotaTable;
import dev.pathrank.plan.load.EnvironmentRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The user's choices about a plan.
 *
 * @param account quotas and prices
 * @param functions memory and network of the functions
 * @param environments how long environments live and start
 * @param growth factor on all traffic, above 0, at most three decimals
 * @param headroom factor on the need when a quota increase is suggested, 1 or more
 * @param waves which endpoints move together
 * @param currentMonthlyCost what the present servers cost a month, in US dollars; null where nobody said
 */
public record PlanOptions(
        Account account,
        Functions functions,
        Environments environments,
        BigDecimal growth,
        BigDecimal headroom,
        WaveRules waves,
        @Nullable BigDecimal currentMonthlyCost) {
    private static final int MIN_MEMORY = 128;
    private static final int GROWTH_DECIMALS = 3;
    private static final BigDecimal MOST = BigDecimal.valueOf(1000);
    private static final long YEAR_SECONDS = 366L * 86_400;
    /** The longest that a function may run. */
    private static final long MOST_START_UP_MS = 900_000;

    /**
     * The AWS account that endpoints move to.
     *
     * @param quotas of the account
     * @param prices of its Region
     * @param freeTier whether the free amounts of a month are deducted
     */
    public record Account(QuotaTable quotas, PriceList prices, boolean freeTier) {
        public Account {
            Objects.requireNonNull(quotas, "quotas");
            Objects.requireNonNull(prices, "prices");
        }
    }

    /**
     * Memory and network of the functions.
     *
     * @param memoryMb of a function for which nothing else is said
     * @param vpc whether functions are put into a VPC
     * @param subnets of the VPC; may be empty although there is one
     */
    public record Functions(long memoryMb, boolean vpc, List<Subnet> subnets) {
        public Functions {
            subnets = List.copyOf(subnets);
        }
    }

    /**
     * The environments that functions run in.
     *
     * @param idleSeconds how long an idle environment is kept
     * @param startUpMs how long a new environment takes to start
     * @param provisioned environments held ready for each endpoint in the comparison of cold starts, 1 or more
     * @param runtime of the functions, as {@code --runtime} names it
     * @param snapStart whether new environments are restored from a snapshot
     */
    public record Environments(long idleSeconds, long startUpMs, int provisioned, String runtime, boolean snapStart) {
        /** The runtime for which nobody said another. */
        public static final String RUNTIME = "nodejs22";
    }

    /**
     * Which endpoints move together.
     *
     * @param most endpoints of a wave at most; waves begin with one and double up to it
     * @param fixed waves that the user fixed, which come first and are not cut
     * @param choice how CloudFront sends calls to their new origin
     * @param schedule dates of the waves; null where nobody gave any
     */
    public record WaveRules(
            int most,
            FixedWaves fixed,
            SwitchChoice choice,
            @Nullable Schedule schedule) {
        /** The most endpoints of a wave, unless the user says otherwise. */
        public static final int MOST = 8;

        /** The defaults. */
        public static final WaveRules DEFAULT = new WaveRules(MOST, FixedWaves.NONE, SwitchChoice.FUNCTION, null);
    }

    /** @throws IllegalArgumentException if a choice is out of its range; the message names the option */
    public PlanOptions {
        QuotaTable quotas = account.quotas();
        requireThat(
                functions.memoryMb() >= MIN_MEMORY && functions.memoryMb() <= quotas.functionMaxMb(),
                "--memory must be " + MIN_MEMORY + " to " + quotas.functionMaxMb() + " MB (" + quotas.name()
                        + "), but was " + functions.memoryMb());
        requireThat(functions.vpc() || functions.subnets().isEmpty(), "--subnets needs --vpc, which is missing");
        requireThat(
                growth.signum() > 0
                        && growth.compareTo(MOST) <= 0
                        && growth.stripTrailingZeros().scale() <= GROWTH_DECIMALS,
                "--growth must be above 0 and at most 1000, with at most three decimals, but was " + growth);
        requireThat(
                headroom.compareTo(BigDecimal.ONE) >= 0 && headroom.compareTo(MOST) <= 0,
                "--headroom must be 1 to 1000, but was " + headroom);
        requireThat(
                environments.idleSeconds() > 0 && environments.idleSeconds() <= YEAR_SECONDS,
                "--idle-timeout must be above 0 and at most a year (" + YEAR_SECONDS + "), but was "
                        + environments.idleSeconds());
        requireThat(
                environments.startUpMs() >= 0 && environments.startUpMs() <= MOST_START_UP_MS,
                "--start-up-ms must be 0 to " + MOST_START_UP_MS + ", but was " + environments.startUpMs());
        requireThat(
                environments.provisioned() > 0,
                "--provisioned must be 1 or more, but was " + environments.provisioned());
        requireThat(waves.most() > 0, "--max-wave must be 1 or more, but was " + waves.most());
    }

    /** Returns the defaults. */
    public static PlanOptions of(QuotaTable quotas, PriceList prices) {
        return new PlanOptions(
                new Account(quotas, prices, true),
                new Functions(512, false, List.of()),
                new Environments(quotas.idleTimeoutSeconds(), 140, 1, Environments.RUNTIME, false),
                BigDecimal.ONE,
                new BigDecimal("1.5"),
                WaveRules.DEFAULT,
                null);
    }

    private static void requireThat(boolean valid, String otherwise) {
        if (!valid) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** See {@link Account#quotas}. */
    public QuotaTable quotas() {
        return account.quotas();
    }

    /** See {@link Account#prices}. */
    public PriceList prices() {
        return account.prices();
    }

    /** See {@link Account#freeTier}. */
    public boolean freeTier() {
        return account.freeTier();
    }

    /** See {@link Functions#memoryMb}. */
    public long memoryMb() {
        return functions.memoryMb();
    }

    /** See {@link Functions#vpc}. */
    public boolean vpc() {
        return functions.vpc();
    }

    /** See {@link Functions#subnets}. */
    public List<Subnet> subnets() {
        return functions.subnets();
    }

    /** Returns addresses of all subnets together, those that others use included. */
    public long subnetAddresses() {
        return subnets().stream().mapToLong(Subnet::addresses).sum();
    }

    /** Returns how environments behave in the simulation. */
    EnvironmentRules environmentRules() {
        return new EnvironmentRules(
                environments.startUpMs(),
                environments.idleSeconds(),
                quotas().functionMaxSeconds(),
                environments.provisioned(),
                growthThousandths());
    }

    /** Returns the factor on counts, in thousandths. */
    long growthThousandths() {
        return growth.movePointRight(GROWTH_DECIMALS).longValueExact();
    }
}
