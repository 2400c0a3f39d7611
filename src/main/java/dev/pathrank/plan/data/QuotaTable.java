package dev.pathrank.plan.data;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The quotas and rules of an era, or of an account.
 *
 * @param name of the set, for the report
 * @param era of {@link #eras()}, which also selects the prices
 * @param asOf the year and month in which it held
 * @param figures by key; a missing one is not known
 */
public record QuotaTable(String name, String era, String asOf, Map<String, Figure> figures) {
    private static final String QUOTAS = "quotas";
    private static final String RULES = "rules";
    private static final String NEWER_REGIONS = "newer-regions";
    private static final String IN_USE = "in use: ";
    private static final String REST_TIMEOUT = "rest-timeout-s";
    /** How long a REST API waits, in milliseconds (Amazon API Gateway developer guide, 2026). */
    private static final String REST_TIMEOUT_CODE = "L-E5AE38E3";

    private static final String APPLIED = "Service Quotas of this account";
    private static final long MILLIS = 1000;
    private static final Map<String, String> SHIPPED = Map.of("2017", "quotas-2017.yaml", "today", "quotas-today.yaml");
    private static final Set<String> RULE_KEYS = Set.of(
            "function-max-s",
            "function-max-mb",
            "duration-rounding-ms",
            "interface-shared-by-mb",
            "idle-timeout-s",
            REST_TIMEOUT,
            "origin-timeout-s",
            "vpc-start-up-ms",
            "initialisation-billed",
            "http-api",
            "alb",
            "function-url",
            "rest-streaming",
            "edge-function",
            "snapstart");

    public QuotaTable {
        figures = Map.copyOf(figures);
    }

    /** Returns the words of {@code --quotas} that name a set that ships with the program. */
    public static List<String> eras() {
        return List.of("today", "2017");
    }

    /** Returns whether it is, or is based on, what holds today. */
    public boolean isOfToday() {
        return era.equals(eras().get(0));
    }

    /**
     * Returns the defaults of an era.
     *
     * @param era one of {@link #eras()}
     * @param region in which some of them may be lower, such as {@code eu-south-1}
     */
    public static QuotaTable ofEra(String era, String region) {
        DataFile file = DataFile.shipped(Objects.requireNonNull(SHIPPED.get(era), era));
        Map<String, Figure> figures = new LinkedHashMap<>();
        read(file, QUOTAS, Quota.keys(), figures);
        read(file, RULES, RULE_KEYS, figures);
        DataFile newer = file.below(NEWER_REGIONS);
        if (newer.texts("names").contains(region)) {
            read(newer, QUOTAS, Quota.keys(), figures);
        }
        return new QuotaTable(file.text("name"), era, file.text("as-of"), figures);
    }

    /** Returns the defaults of an era in most Regions. */
    public static QuotaTable ofEra(String era) {
        return ofEra(era, PriceList.HOME);
    }

    /**
     * Returns a user's file: {@code base: 2017} (or {@code today}, the default) and what differs from it, as
     * {@code lambda-concurrency: 3000} below {@code quotas:} or {@code rules:}.
     *
     * @param region whose defaults the others are
     * @throws DataFileException if it is no such file
     */
    public static QuotaTable ofFile(String name, String yaml, String region) {
        DataFile file = DataFile.of(name, yaml);
        file.requireKeys(Set.of("name", "as-of", "base", QUOTAS, RULES));
        String base = file.has("base") ? file.text("base") : "today";
        if (!SHIPPED.containsKey(base)) {
            throw new DataFileException(name, "has the base \"" + base + "\"; write 2017 or today");
        }
        QuotaTable era = ofEra(base, region);
        Map<String, Figure> figures = new LinkedHashMap<>(era.figures);
        read(file, QUOTAS, Quota.keys(), figures);
        read(file, RULES, RULE_KEYS, figures);
        String own = file.has("name") ? file.text("name") : era.name + ", with changes from a file";
        return new QuotaTable(own, base, file.has("as-of") ? file.text("as-of") : era.asOf, figures);
    }

    private static void read(DataFile file, String section, Set<String> known, Map<String, Figure> figures) {
        DataFile entries = file.below(section);
        entries.requireKeys(known);
        for (String key : new HashSet<>(entries.entries().keySet())) {
            boolean plain = !(entries.entries().get(key) instanceof Map<?, ?>);
            DataFile entry = plain ? entries : entries.below(key);
            long value = entry.figure(plain ? key : "value").longValue();
            Figure before = figures.getOrDefault(key, Figure.of(0, ""));
            figures.put(
                    key,
                    plain
                            ? new Figure(value, "given by the user", before.request())
                            : new Figure(value, entry.text("source"), request(entry, before)));
        }
    }

    private static Figure.Request request(DataFile entry, Figure before) {
        return entry.has("aws-name")
                ? new Figure.Request(entry.text("aws-service"), entry.text("aws-name"), entry.text("code"))
                : before.request();
    }

    /** Returns the codes of the services whose applied values {@link #withApplied} takes. */
    public SortedSet<String> serviceCodes() {
        SortedSet<String> codes = new TreeSet<>();
        for (Quota quota : Quota.values()) {
            if (!code(quota).isEmpty() || !awsName(quota).isEmpty()) {
                codes.add(serviceCode(quota));
            }
        }
        return codes;
    }

    /**
     * Returns the table with the applied values of an account, as far as it has any.
     *
     * @param named name of the set, for the report
     * @param applied values of a service's quotas, by the code of the service
     */
    public QuotaTable withApplied(String named, Map<String, List<AppliedQuota>> applied) {
        QuotaTable all = new QuotaTable(named, era, asOf, figures);
        for (Quota quota : Quota.values()) {
            for (AppliedQuota each : applied.getOrDefault(serviceCode(quota), List.of())) {
                if (each.is(code(quota), awsName(quota))) {
                    Figure before = all.figures.get(quota.key());
                    Figure.Request request = before == null ? Figure.Request.USUAL : before.request();
                    all = all.with(quota, new Figure(each.value(), APPLIED, request));
                }
            }
        }
        for (AppliedQuota each : applied.getOrDefault("apigateway", List.of())) {
            if (each.is(REST_TIMEOUT_CODE, "")) {
                all = all.with(REST_TIMEOUT, Figure.of(each.value() / MILLIS, APPLIED));
            }
        }
        return all;
    }

    /** Returns the value of a quota, less what others use; empty where no source says. */
    public OptionalLong of(Quota quota) {
        OptionalLong value = value(quota.key());
        return value.isPresent() ? OptionalLong.of(Math.max(0, value.getAsLong() - inUse(quota))) : value;
    }

    /** Returns what others use of a quota. */
    public long inUse(Quota quota) {
        Figure used = figures.get(IN_USE + quota.key());
        return used == null ? 0 : used.value();
    }

    /** Returns the table with another value of a quota. */
    public QuotaTable with(Quota quota, Figure figure) {
        return with(quota.key(), figure);
    }

    /** Returns the table with what others use of a quota. */
    public QuotaTable withInUse(Quota quota, long used) {
        return with(IN_USE + quota.key(), Figure.of(used, "given by the user"));
    }

    private QuotaTable with(String key, Figure figure) {
        Map<String, Figure> all = new LinkedHashMap<>(figures);
        all.put(key, figure);
        return new QuotaTable(name, era, asOf, all);
    }

    /** Returns the source of a quota's value. */
    public Optional<String> source(Quota quota) {
        return Optional.ofNullable(figures.get(quota.key())).map(Figure::source);
    }

    /** Returns the AWS service to ask; empty where there is none. */
    public String service(Quota quota) {
        return orUsual(request(quota).service(), quota.service());
    }

    /** Returns the code of {@link #service} in Service Quotas; empty where there is none. */
    public String serviceCode(Quota quota) {
        return Quota.serviceCode(service(quota));
    }

    /** Returns the quota's name at AWS; empty where no increase can be requested. */
    public String awsName(Quota quota) {
        return orUsual(request(quota).name(), quota.awsName());
    }

    /** Returns whether AWS can be asked for more of it. */
    public boolean canBeAsked(Quota quota) {
        return !awsName(quota).isEmpty();
    }

    /** Returns its code in Service Quotas; empty where it is not known. */
    public String code(Quota quota) {
        return orUsual(request(quota).code(), quota.code());
    }

    private Figure.Request request(Quota quota) {
        Figure figure = figures.get(quota.key());
        return figure == null ? Figure.Request.USUAL : figure.request();
    }

    private static String orUsual(String word, String usual) {
        return word.isEmpty() ? usual : word;
    }

    private OptionalLong value(String key) {
        Figure figure = figures.get(key);
        return figure == null ? OptionalLong.empty() : OptionalLong.of(figure.value());
    }

    private long rule(String key) {
        return value(key).orElseThrow(() -> new DataFileException(name, "has no rule " + key + "; add it"));
    }

    /** Returns the requests a second that one unit of concurrency may take (10 today); empty where no source says. */
    public OptionalLong ratePerConcurrency() {
        return value("lambda-rate-per-concurrency");
    }

    /**
     * Returns megabytes of running functions that share one network interface; empty where interfaces do not grow with
     * concurrency.
     */
    public OptionalLong interfaceSharedByMb() {
        return value("interface-shared-by-mb");
    }

    /** Returns the longest duration of a function in seconds. */
    public long functionMaxSeconds() {
        return rule("function-max-s");
    }

    /** Returns the most memory that a function may have, in megabytes. */
    public long functionMaxMb() {
        return rule("function-max-mb");
    }

    /** Returns how long a REST API waits for its integration, in seconds. */
    public OptionalLong restTimeoutSeconds() {
        return value(REST_TIMEOUT);
    }

    /**
     * Returns how long CloudFront waits for an origin: for its answer to begin, and for each part of it, in seconds.
     */
    public long originTimeoutSeconds() {
        return rule("origin-timeout-s");
    }

    /** Returns what a start-up in a VPC takes longer, in milliseconds; 0 where it takes no longer. */
    public long vpcStartUpMs() {
        return value("vpc-start-up-ms").orElse(0);
    }

    /** Returns the step in milliseconds to which billed durations are rounded up. */
    public long roundingMs() {
        return rule("duration-rounding-ms");
    }

    /** Returns the seconds that an idle environment is kept; measured by others, because AWS publishes no figure. */
    public long idleTimeoutSeconds() {
        return rule("idle-timeout-s");
    }

    /** Returns the source of {@link #idleTimeoutSeconds()}. */
    public String idleTimeoutSource() {
        return Objects.requireNonNull(figures.get("idle-timeout-s")).source();
    }

    /** Returns whether the start-up of an environment is billed. */
    public boolean initialisationBilled() {
        return rule("initialisation-billed") > 0;
    }

    /** Returns whether a load balancer can have a function behind it. */
    public boolean hasAlb() {
        return rule("alb") > 0;
    }

    /** Returns whether a function can have a URL of its own. */
    public boolean hasFunctionUrl() {
        return rule("function-url") > 0;
    }

    /** Returns whether a REST API can stream the answer of a function. */
    public boolean hasRestStreaming() {
        return value("rest-streaming").orElse(0) > 0;
    }

    /** Returns whether code can run at CloudFront itself. */
    public boolean hasEdgeFunctions() {
        return rule("edge-function") > 0;
    }

    /** Returns whether an environment can be restored from a snapshot. */
    public boolean hasSnapStart() {
        return rule("snapstart") > 0;
    }

    /** Returns whether API Gateway's HTTP API exists in this era. */
    public boolean hasHttpApi() {
        return rule("http-api") > 0;
    }
}
