package dev.pathrank.plan.data;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What each target makes of each hazard, as far as a source states it. */
public final class HazardTable {
    private static final String HAZARDS = "hazards";
    private static final String EVERY = "every";
    private static final Set<String> CELLS = Set.of("rest-api", "http-api", "alb", "function-url", EVERY, "source");

    private final String asOf;
    private final DataFile hazards;

    private HazardTable(String asOf, DataFile hazards) {
        this.asOf = asOf;
        this.hazards = hazards;
    }

    /** The table that ships with the program. */
    public static HazardTable shipped() {
        DataFile file = DataFile.shipped("hazards.yaml");
        file.requireKeys(Set.of("as-of", HAZARDS));
        DataFile hazards = file.below(HAZARDS);
        hazards.entries().keySet().forEach(hazard -> hazards.below(hazard).requireKeys(CELLS));
        return new HazardTable(file.text("as-of"), hazards);
    }

    /** When it held: a year and month. */
    public String asOf() {
        return asOf;
    }

    /** The hazards that it has anything on. */
    public Set<String> hazards() {
        return Set.copyOf(hazards.entries().keySet());
    }

    /**
     * What a target makes of a hazard; empty where no source says.
     *
     * @param target such as {@code http-api}
     */
    public Optional<String> cell(String hazard, String target) {
        Map<String, Object> row = hazards.below(hazard).entries();
        return Optional.ofNullable(row.getOrDefault(target, row.get(EVERY))).map(String::valueOf);
    }

    /** Who says so; empty where nobody does. */
    public String source(String hazard) {
        return hazards.below(hazard).text("source");
    }
}
