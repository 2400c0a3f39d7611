package dev.pathrank.plan.data;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The quotas and rules of an era, or of an account.
 *
 * @param name of the set, for the report
 * @param era of {@link #eras()}, which prices are of
 * @param asOf when it held: a year and month
 * @param figures by key; what is missing is not known
 */
public record QuotaTable(String name, String era, String asOf, Map<String, Figure> figures) {
    private static final String QUOTAS = "quotas";
    private static final String RULES = "rules";
    private static final Map<String, String> SHIPPED = Map.of("2017", "quotas-2017.yaml", "today", "quotas-today.yaml");
    private static final Set<String> RULE_KEYS = Set.of(
            "function-max-s",
            "function-max-mb",
            "duration-rounding-ms",
            "interface-shared-by-mb",
            "idle-timeout-s",
            "initialisation-billed",
            "http-api",
            "alb",
            "function-url",
            "edge-function");

    public QuotaTable {
        figures = Map.copyOf(figures);
    }

    /** The words of {@code --quotas} that name a set that ships with the program. */
    public static List<String> eras() {
        return List.of("today", "2017");
    }

    /** @param era one of {@link #eras()} */
    public static QuotaTable ofEra(String era) {
        DataFile file = DataFile.shipped(SHIPPED.get(era));
        Map<String, Figure> figures = new LinkedHashMap<>();
        read(file, QUOTAS, Quota.keys(), figures);
        read(file, RULES, RULE_KEYS, figures);
        return new QuotaTable(file.text("name"), era, file.text("as-of"), figures);
    }

    /**
     * A user's file: {@code base: 2017} (or {@code today}, the default) and what differs from it, as {@code lambda-concurrency: 3000} below
     * {@code quotas:} or {@code rules:}.
     *
     * @throws DataFileException if it is no such file
     */
    public static QuotaTable ofFile(String name, String yaml) {
        DataFile file = DataFile.of(name, yaml);
        file.requireKeys(Set.of("name", "as-of", "base", QUOTAS, RULES));
        String base = file.has("base") ? file.text("base") : "today";
        if (!SHIPPED.containsKey(base)) {
            throw new DataFileException(name, "has the base \"" + base + "\"; write 2017 or today");
        }
        QuotaTable era = ofEra(base);
        Map<String, Figure> figures = new LinkedHashMap<>(era.figures);
        read(file, QUOTAS, Quota.keys(), figures);
        read(file, RULES, RULE_KEYS, figures);
        String own = file.has("name") ? file.text("name") : era.name + ", changed by a file of the user's";
        return new QuotaTable(own, base, file.has("as-of") ? file.text("as-of") : era.asOf, figures);
    }

    private static void read(DataFile file, String section, Set<String> known, Map<String, Figure> figures) {
        DataFile entries = file.below(section);
        entries.requireKeys(known);
        for (String key : new HashSet<>(entries.entries().keySet())) {
            boolean plain = !(entries.entries().get(key) instanceof Map<?, ?>);
            DataFile entry = plain ? entries : entries.below(key);
            long value = entry.figure(plain ? key : "value").longValue();
            Figure before = figures.getOrDefault(key, new Figure(0, "", "", ""));
            figures.put(
                    key,
                    plain
                            ? new Figure(value, "given by the user", before.awsName(), before.code())
                            : new Figure(value, entry.text("source"), entry.text("aws-name"), entry.text("code")));
        }
    }

    /** What the quota allows; empty where nobody says. */
    public OptionalLong of(Quota quota) {
        return value(quota.key());
    }

    /** What states a quota. */
    public Optional<String> source(Quota quota) {
        return Optional.ofNullable(figures.get(quota.key())).map(Figure::source);
    }

    /** What AWS calls the quota; empty where it cannot be raised by asking. */
    public String awsName(Quota quota) {
        return Optional.ofNullable(figures.get(quota.key()))
                .map(Figure::awsName)
                .filter(name -> !name.isEmpty())
                .orElse(quota.awsName());
    }

    /** Its code in Service Quotas; empty where it is not known. */
    public String code(Quota quota) {
        return Optional.ofNullable(figures.get(quota.key()))
                .map(Figure::code)
                .filter(code -> !code.isEmpty())
                .orElse(quota.code());
    }

    private OptionalLong value(String key) {
        Figure figure = figures.get(key);
        return figure == null ? OptionalLong.empty() : OptionalLong.of(figure.value());
    }

    private long rule(String key) {
        return value(key).orElseThrow(() -> new DataFileException(name, "has no rule " + key + "; add it"));
    }

    /** Requests a second that one unit of concurrency may take (10 today); empty where nobody says. */
    public OptionalLong ratePerConcurrency() {
        return value("lambda-rate-per-concurrency");
    }

    /** Megabytes of running functions that share one network interface; empty where interfaces do not grow with concurrency. */
    public OptionalLong interfaceSharedByMb() {
        return value("interface-shared-by-mb");
    }

    /** The longest that a function may run, in seconds. */
    public long functionMaxSeconds() {
        return rule("function-max-s");
    }

    /** The most memory that a function may have, in megabytes. */
    public long functionMaxMb() {
        return rule("function-max-mb");
    }

    /** Billed durations are rounded up to a multiple of so many milliseconds. */
    public long roundingMs() {
        return rule("duration-rounding-ms");
    }

    /** How long an idle environment is kept, in seconds; a measurement of others, as AWS publishes none. */
    public long idleTimeoutSeconds() {
        return rule("idle-timeout-s");
    }

    /** Who measured {@link #idleTimeoutSeconds()}. */
    public String idleTimeoutSource() {
        return figures.get("idle-timeout-s").source();
    }

    /** Whether the start-up of an environment is billed. */
    public boolean initialisationBilled() {
        return rule("initialisation-billed") > 0;
    }

    /** Whether a load balancer can have a function behind it. */
    public boolean hasAlb() {
        return rule("alb") > 0;
    }

    /** Whether a function can have a URL of its own. */
    public boolean hasFunctionUrl() {
        return rule("function-url") > 0;
    }

    /** Whether code runs at CloudFront itself. */
    public boolean hasEdgeFunctions() {
        return rule("edge-function") > 0;
    }

    /** Whether API Gateway's HTTP API exists. */
    public boolean hasHttpApi() {
        return rule("http-api") > 0;
    }
}
