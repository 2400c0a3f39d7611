package dev.pathrank.cli.options;

import dev.pathrank.io.IoFailures;
import dev.pathrank.io.TextFiles;
import dev.pathrank.plan.FixedWaves;
import dev.pathrank.plan.PlanOptions;
import dev.pathrank.plan.Schedule;
import dev.pathrank.plan.Subnet;
import dev.pathrank.plan.SwitchChoice;
import dev.pathrank.plan.account.AccountQuotas;
import dev.pathrank.plan.account.KnownRegions;
import dev.pathrank.plan.data.CloudFrontPlan;
import dev.pathrank.plan.data.Figure;
import dev.pathrank.plan.data.PriceList;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.data.QuotaTable;
import dev.pathrank.plan.data.Runtimes;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for what the plan is calculated with. */
public final class PlanArguments {
    private static final String ACCOUNT = "account";
    private static final Pattern PERIOD = Pattern.compile("(\\d{1,3})([dw])");
    private static final SortedMap<String, Quota> IN_USE = new TreeMap<>(Map.of(
            "concurrency", Quota.CONCURRENCY,
            "interfaces", Quota.INTERFACES,
            "addresses", Quota.ADDRESSES,
            "connections", Quota.CONNECTIONS,
            "rate", Quota.API_RATE,
            "routes", Quota.ROUTES,
            "behaviours", Quota.BEHAVIOURS));

    @Option(
            names = "--quotas",
            paramLabel = "WHICH",
            description = "AWS quotas to plan with: today (default), account (asks AWS), 2017, or a YAML file.")
    private String quotas = "today";

    @Option(names = "--prices", paramLabel = "FILE", description = "Read prices from a YAML file.")
    private @Nullable Path prices;

    @Option(
            names = "--price-region",
            paramLabel = "REGION",
            description = "Use the prices and quotas of REGION. Default us-east-1.")
    private String priceRegion = "us-east-1";

    @Option(names = "--memory", paramLabel = "MB", description = "Memory of each function. Default 512.")
    private long memory = 512;

    @Option(names = "--vpc", description = "Run the functions in a VPC.")
    private boolean vpc;

    @Option(
            names = "--subnets",
            paramLabel = "CIDR,...",
            split = ",",
            hideParamSyntax = true,
            description = "Subnets of the VPC, such as 10.0.1.0/24.")
    private List<String> subnets = new ArrayList<>();

    @Option(
            names = "--growth",
            paramLabel = "FACTOR",
            description = "Multiply the traffic by FACTOR, such as 1.2. Default 1.")
    private BigDecimal growth = BigDecimal.ONE;

    @Option(
            names = "--headroom",
            paramLabel = "FACTOR",
            description = "Multiply the needed quota by FACTOR when suggesting an increase. Default 1.5.")
    private BigDecimal headroom = new BigDecimal("1.5");

    @Option(
            names = "--runtime",
            paramLabel = "NAME",
            description = "Use the start-up time of this runtime. Default nodejs22.")
    private @Nullable String runtime;

    @Option(
            names = "--start-up-ms",
            paramLabel = "MS",
            description = "Start-up time of an environment, where that of --runtime is not the right one.")
    private @Nullable Long startUpMs;

    @Option(names = "--snapstart", description = "Restore new environments from a snapshot (Lambda SnapStart).")
    private boolean snapStart;

    @Option(
            names = "--idle-timeout",
            paramLabel = "SECONDS",
            description = "Lifetime of an idle environment. Default 600; 2017: 300.")
    private @Nullable Long idleTimeout;

    @Option(
            names = "--provisioned",
            paramLabel = "N",
            description = "Also simulate N provisioned environments per function. Default 1.")
    private int provisioned = 1;

    @Option(
            names = "--current-monthly-cost",
            paramLabel = "USD",
            description = "Current cost of the servers per month, for the break-even.")
    private @Nullable BigDecimal currentMonthlyCost;

    @Option(names = "--no-free-tier", description = "Do not deduct the monthly free tier.")
    private boolean noFreeTier;

    @Option(
            names = "--max-wave",
            paramLabel = "N",
            description = "Move at most N endpoints per wave; waves begin with one and double. Default 8.")
    private int maxWave = PlanOptions.WaveRules.MOST;

    @Option(
            names = "--switch",
            paramLabel = "HOW",
            converter = EnumConverters.SwitchChoices.class,
            completionCandidates = EnumConverters.SwitchChoices.class,
            description = "How CloudFront chooses the origin: ${COMPLETION-CANDIDATES}. Default function.")
    private SwitchChoice choice = SwitchChoice.FUNCTION;

    @Option(names = "--start", paramLabel = "DATE", description = "Date of the first wave, such as 2026-12-07.")
    private @Nullable LocalDate start;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            description = "Time from one wave to the next, such as 3d or 1w. Default 1w.")
    private @Nullable String every;

    @Option(
            names = "--cloudfront-plan",
            paramLabel = "PLAN",
            converter = EnumConverters.CloudFrontPlans.class,
            completionCandidates = EnumConverters.CloudFrontPlans.class,
            description = "Flat-rate plan of the distribution: ${COMPLETION-CANDIDATES}. Default: pay as you go.")
    private @Nullable CloudFrontPlan cloudFrontPlan;

    @Option(
            names = "--db-connections",
            paramLabel = "N",
            description = "Connections that the database accepts; each environment may hold one.")
    private @Nullable Long databaseConnections;

    @Option(
            names = "--in-use",
            paramLabel = "QUOTA=N,...",
            split = ",",
            hideParamSyntax = true,
            description =
                    "What others use of the quotas: concurrency, interfaces, addresses, connections, rate, routes,"
                            + " behaviours.")
    private Map<String, Long> inUse = new LinkedHashMap<>();

    @Option(
            names = "--waves",
            paramLabel = "FILE",
            description = "Assign endpoints to waves by lines such as \"1 GET /user/<id>\".")
    private @Nullable Path waves;

    @Option(names = "--fail-on-breach", description = "Exit with code 4 if the plan exceeds a quota.")
    private boolean failOnBreach;

    /**
     * Returns all but {@link #failOnBreach}.
     *
     * @param profile of the AWS configuration files, for {@code --quotas account}; null for the usual credentials
     * @throws IllegalArgumentException if anything is not valid; the message says what to give
     */
    PlanOptions options(@Nullable String profile) {
        // Before anything is asked of AWS, which --quotas account does.
        if (prices == null && PriceList.ofRegion("today", priceRegion).borrowed() == PriceList.Borrowed.ALL) {
            KnownRegions.require(priceRegion);
        }
        QuotaTable chosen = account(quotas(profile));
        return new PlanOptions(
                new PlanOptions.Account(chosen, prices(chosen.era()), !noFreeTier),
                new PlanOptions.Functions(
                        memory, vpc, subnets.stream().map(Subnet::of).toList()),
                new PlanOptions.Environments(
                        idleTimeout == null ? chosen.idleTimeoutSeconds() : idleTimeout,
                        startUp(chosen),
                        provisioned,
                        runtime(),
                        snapStart),
                growth,
                headroom,
                new PlanOptions.WaveRules(
                        maxWave,
                        waves == null ? FixedWaves.NONE : FixedWaves.read(waves.toString(), text("--waves", waves)),
                        choice,
                        schedule()),
                currentCost());
    }

    private @Nullable Schedule schedule() {
        if (start == null) {
            if (every != null) {
                throw new IllegalArgumentException("--every needs --start DATE, which is missing");
            }
            return null;
        }
        return new Schedule(start, period());
    }

    private Period period() {
        String text = every == null ? "1w" : every;
        Matcher matcher = PERIOD.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("--every \"" + text + "\" is not a time; write one such as 3d or 1w");
        }
        int count = Integer.parseInt(matcher.group(1));
        return matcher.group(2).equals("w") ? Period.ofWeeks(count) : Period.ofDays(count);
    }

    /** Returns the quotas with what the user says of the account. */
    private QuotaTable account(QuotaTable table) {
        QuotaTable all = table;
        if (cloudFrontPlan != null) {
            all = all.with(Quota.BEHAVIOURS, Figure.of(cloudFrontPlan.behaviours(), cloudFrontPlan.source()));
        }
        if (databaseConnections != null) {
            requireNotNegative("--db-connections", databaseConnections);
            all = all.with(Quota.CONNECTIONS, Figure.of(databaseConnections, "given by --db-connections"));
        }
        for (Map.Entry<String, Long> each : inUse.entrySet()) {
            Quota quota = IN_USE.get(each.getKey().toLowerCase(Locale.ROOT));
            if (quota == null) {
                throw new IllegalArgumentException("--in-use knows no quota \"" + each.getKey() + "\"; use one of "
                        + String.join(", ", IN_USE.keySet()));
            }
            requireNotNegative("--in-use " + each.getKey(), each.getValue());
            all = all.withInUse(quota, each.getValue());
        }
        return all;
    }

    private static void requireNotNegative(String option, @Nullable Long number) {
        if (number == null || number < 0) {
            throw new IllegalArgumentException(option + " must be a number of 0 or more, but was " + number);
        }
    }

    private String runtime() {
        return runtime == null ? PlanOptions.Environments.RUNTIME : runtime;
    }

    private long startUp(QuotaTable table) {
        if (snapStart) {
            if (!table.hasSnapStart()) {
                throw new IllegalArgumentException(
                        "--snapstart did not exist yet with the quotas of " + table.name() + "; leave it out");
            }
            Runtimes.requireSnapStart(runtime());
        }
        return (vpc && startUpMs == null ? table.vpcStartUpMs() : 0) + startUp();
    }

    private long startUp() {
        if (startUpMs == null) {
            return snapStart ? Runtimes.snapStartMs(runtime()) : Runtimes.startUpMs(runtime());
        }
        if (runtime != null && !snapStart && !Runtimes.isUnmeasured(runtime)) {
            throw new IllegalArgumentException("--runtime and --start-up-ms both set the start-up time; leave one out");
        }
        return startUpMs;
    }

    private @Nullable BigDecimal currentCost() {
        if (currentMonthlyCost != null && currentMonthlyCost.signum() < 0) {
            throw new IllegalArgumentException(
                    "--current-monthly-cost must be 0 or more, but was " + currentMonthlyCost);
        }
        return currentMonthlyCost;
    }

    private QuotaTable quotas(@Nullable String profile) {
        String word = quotas.toLowerCase(Locale.ROOT);
        if (word.equals(ACCOUNT)) {
            return AccountQuotas.of(priceRegion, profile);
        }
        if (QuotaTable.eras().contains(word)) {
            return QuotaTable.ofEra(word, priceRegion);
        }
        return QuotaTable.ofFile("--quotas " + quotas, text("--quotas", Path.of(quotas)), priceRegion);
    }

    private PriceList prices(String era) {
        if (prices != null) {
            return PriceList.ofFile("--prices " + prices, text("--prices", prices), priceRegion);
        }
        return PriceList.ofRegion(era, priceRegion);
    }

    private static String text(String option, Path file) {
        try {
            return TextFiles.read(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    option + " " + file + " cannot be read: " + IoFailures.reason(e)
                            + (option.equals("--quotas")
                                    ? ". Give today, account, 2017 or a YAML file"
                                    : ". Give another file"),
                    e);
        }
    }

    SwitchChoice choice() {
        return choice;
    }

    boolean failOnBreach() {
        return failOnBreach;
    }
}
