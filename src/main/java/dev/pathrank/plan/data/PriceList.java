package dev.pathrank.plan.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * List prices of a Region in US dollars, without tax.
 *
 * @param region such as {@code us-east-1}
 * @param asOf year and month
 * @param source that states them
 * @param borrowed which of them stand in from {@link #HOME}, because those of this Region are not known
 * @param single single prices by key; a missing one is not known
 * @param tiered prices that fall with the amount, by key
 */
public record PriceList(
        String region,
        String asOf,
        String source,
        Borrowed borrowed,
        Map<String, BigDecimal> single,
        Map<String, TieredPrice> tiered) {
    /** The Region whose prices stand in where those of another are not known. */
    static final String HOME = "us-east-1";

    private static final Set<String> SINGLE = Price.keys();
    private static final Set<String> TIERED =
            Set.of("lambda-gb-second", "arm-gb-second", "rest-api-per-million", "http-api-per-million");
    private static final List<String> NEEDED = List.of("lambda-requests-per-million", "lambda-gb-second");

    /** The prices of a list that are those of {@link #HOME}. */
    public enum Borrowed {
        NOTHING(""),
        ALL_BUT_LAMBDA("; prices other than Lambda's are those of " + HOME),
        ALL("; all prices are those of " + HOME);

        private final String words;

        Borrowed(String words) {
            this.words = words;
        }
    }

    public PriceList {
        single = Map.copyOf(single);
        tiered = Map.copyOf(tiered);
    }

    /**
     * Returns prices that ship with the program. Where those of a Region are not known, they are those of us-east-1,
     * and {@link #borrowed} says so.
     *
     * @param era of {@link QuotaTable#eras()}
     */
    public static PriceList ofRegion(String era, String region) {
        DataFile file = DataFile.shipped("prices-" + era + ".yaml");
        String from = file.below("regions").has(region) ? region : HOME;
        PriceList home = inFile(file, HOME, "the prices of " + era);
        if (from.equals(HOME)) {
            return region.equals(HOME)
                    ? home
                    : new PriceList(region, home.asOf, home.source, Borrowed.ALL, home.single, home.tiered);
        }
        DataFile own = file.below("regions").below(from);
        Map<String, BigDecimal> single = new HashMap<>(home.single);
        SINGLE.stream().filter(own::has).forEach(key -> single.put(key, own.figure(key)));
        Map<String, TieredPrice> tiered = new HashMap<>(home.tiered);
        TIERED.stream().filter(own::has).forEach(key -> tiered.put(key, tiers(own, key)));
        return new PriceList(region, home.asOf, own.text("source"), Borrowed.ALL_BUT_LAMBDA, single, tiered);
    }

    /** Returns the source in words, with the prices that are those of another Region. */
    public String provenance() {
        return source + borrowed.words;
    }

    /**
     * Returns prices of a user's file, which has the form of those that ship: {@code regions:}, below it the Region,
     * below it the prices.
     *
     * @throws DataFileException if it is no such file or lacks the Region
     */
    public static PriceList ofFile(String name, String yaml, String region) {
        return inFile(DataFile.of(name, yaml), region, name);
    }

    private static PriceList inFile(DataFile file, String region, String named) {
        DataFile regions = file.below("regions");
        if (!regions.has(region)) {
            throw new DataFileException(
                    named,
                    "has no prices for the Region " + region + " (it has "
                            + String.join(", ", new TreeSet<>(regions.entries().keySet()))
                            + "). Give them with --prices FILE: \"regions:\", under it \"" + region
                            + ":\", under it lambda-requests-per-million, lambda-gb-second and any of "
                            + known());
        }
        return read(regions.below(region), region, file.text("as-of"));
    }

    private static PriceList read(DataFile prices, String region, String asOf) {
        Set<String> known = new TreeSet<>(known());
        known.add("source");
        prices.requireKeys(known);
        for (String needed : NEEDED) {
            if (!prices.has(needed)) {
                throw new DataFileException(prices.file(), "lacks " + needed + " for " + region + "; add it");
            }
        }
        Map<String, BigDecimal> single = new HashMap<>();
        SINGLE.stream().filter(prices::has).forEach(key -> single.put(key, prices.figure(key)));
        Map<String, TieredPrice> tiered = new HashMap<>();
        TIERED.stream().filter(prices::has).forEach(key -> tiered.put(key, tiers(prices, key)));
        return new PriceList(region, asOf, prices.text("source"), Borrowed.NOTHING, single, tiered);
    }

    private static TieredPrice tiers(DataFile prices, String key) {
        if (!(prices.entries().get(key) instanceof Map<?, ?>)) {
            return TieredPrice.flat(prices.figure(key));
        }
        List<TieredPrice.Tier> tiers = new ArrayList<>();
        for (DataFile tier : prices.below(key).each("tiers")) {
            BigDecimal upTo = tier.has("up-to") ? tier.figure("up-to") : null;
            tiers.add(new TieredPrice.Tier(upTo, tier.figure("price")));
        }
        try {
            return new TieredPrice(tiers);
        } catch (IllegalArgumentException e) {
            throw new DataFileException(prices.file(), key + ": " + e.getMessage());
        }
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(SINGLE);
        known.addAll(TIERED);
        return known;
    }

    /** Returns a price; empty where it is not known. */
    public Optional<BigDecimal> of(Price price) {
        return Optional.ofNullable(single.get(price.key()));
    }

    /** Returns a price, or an amount, that is 0 where nothing is said. */
    public BigDecimal orZero(Price price) {
        return single.getOrDefault(price.key(), BigDecimal.ZERO);
    }

    /** Returns the price of a GB-second of Lambda. */
    public TieredPrice gbSecond() {
        return Objects.requireNonNull(tiered.get("lambda-gb-second"));
    }

    /** Returns the price of a million requests to the REST API. */
    public Optional<TieredPrice> restApi() {
        return Optional.ofNullable(tiered.get("rest-api-per-million"));
    }

    /** Returns the price of a million requests to the HTTP API, metered in pieces of 512 KB. */
    public Optional<TieredPrice> httpApi() {
        return Optional.ofNullable(tiered.get("http-api-per-million"));
    }

    /** Returns the price of a GB-second on arm64. */
    public Optional<TieredPrice> armGbSecond() {
        return Optional.ofNullable(tiered.get("arm-gb-second"));
    }

    /** Returns the same prices with another price of x86's GB-seconds. */
    public PriceList withGbSecond(TieredPrice price) {
        Map<String, TieredPrice> other = new HashMap<>(tiered);
        other.put("lambda-gb-second", price);
        return new PriceList(region, asOf, source, borrowed, single, other);
    }
}
