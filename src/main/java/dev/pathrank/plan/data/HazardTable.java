package dev.pathrank.plan.data;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of what each target does with each hazard, as far as a source states it. */
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

    /** Returns the table that ships with the program. */
    public static HazardTable shipped() {
        DataFile file = DataFile.shipped("hazards.yaml");
        file.requireKeys(Set.of("as-of", HAZARDS));
        DataFile hazards = file.below(HAZARDS);
        hazards.entries().keySet().forEach(hazard -> hazards.below(hazard).requireKeys(CELLS));
        return new HazardTable(file.text("as-of"), hazards);
    }

    /** Returns the year and month in which it held. */
    public String asOf() {
        return asOf;
    }

    /** Returns the hazards that have a row. */
    public Set<String> hazards() {
        return Set.copyOf(hazards.entries().keySet());
    }

    /**
     * Returns what a target does with a hazard; empty where no source says.
     *
     * @param target such as {@code http-api}
     */
    public Optional<String> cell(String hazard, String target) {
        Map<String, Object> row = hazards.below(hazard).entries();
        return Optional.ofNullable(row.getOrDefault(target, row.get(EVERY))).map(String::valueOf);
    }

    /** Returns the source of a row; empty where there is none. */
    public String source(String hazard) {
        return hazards.below(hazard).text("source");
    }
}
