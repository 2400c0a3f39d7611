package dev.pathrank.plan;

import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.MethodSemantics;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Window;
import dev.pathrank.tally.EndpointStats;
import dev.pathrank.time.UtcDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The order in which the candidates of a ranking move: what the user fixed, the pilot, reads, writes, sensitive ones,
 * and last what exceeds a quota by itself.
 */
final class MigrationUnitBuilder {
    /** Origin calls a day from which a pilot shows anything (the practice of GOV.UK Notify, scaled down). */
    private static final long PILOT_CALLS_A_DAY = 200;

    private final List<RankedEndpoint> candidates;
    private final List<RankedEndpoint> followers;
    private final WaveInputs inputs;
    private final List<MigrationUnit> moves = new ArrayList<>();

    /**
     * What decides about the order besides the ranking.
     *
     * @param window of the logs
     * @param rules of the user
     * @param declared what people know of the endpoints
     * @param targets where each endpoint would move
     * @param exceedsAlone whether an endpoint exceeds a quota by itself
     */
    record WaveInputs(
            Window window,
            PlanOptions.WaveRules rules,
            DeclaredEndpoints declared,
            Targets targets,
            Predicate<RankedEndpoint> exceedsAlone) {}

    private MigrationUnitBuilder(List<RankedEndpoint> ranking, WaveInputs inputs) {
        this.inputs = inputs;
        candidates = ranking.stream()
                .filter(row -> isLeader(row, inputs.declared(), inputs.targets()))
                .toList();
        followers = new ArrayList<>(
                ranking.stream().filter(MigrationUnitBuilder::follows).toList());
    }

    /** Returns the rows of a ranking that may move: candidates with origin calls, and what follows them. */
    static List<RankedEndpoint> mayMove(List<RankedEndpoint> ranking, DeclaredEndpoints declared, Targets targets) {
        return ranking.stream()
                .filter(row -> isLeader(row, declared, targets) || follows(row))
                .toList();
    }

    /** Returns the rows of one path that move: candidates with origin calls, and what follows one of them. */
    static List<RankedEndpoint> moving(List<RankedEndpoint> path, DeclaredEndpoints declared, Targets targets) {
        List<RankedEndpoint> leaders =
                path.stream().filter(row -> isLeader(row, declared, targets)).toList();
        return path.stream()
                .filter(row -> leaders.contains(row)
                        || follows(row) && leaders.stream().anyMatch(leader -> follows(row.stats(), leader.stats())))
                .toList();
    }

    /** @param ranking the whole of it, in its order */
    static List<MigrationUnit> of(List<RankedEndpoint> ranking, WaveInputs inputs) {
        MigrationUnitBuilder all = new MigrationUnitBuilder(ranking, inputs);
        all.addFixed();
        List<RankedEndpoint> free = all.candidates.stream()
                .filter(row -> all.fixedWave(row).isEmpty())
                .toList();
        Optional<RankedEndpoint> pilot = all.pilot(free);
        pilot.ifPresent(row -> all.add(Phase.PILOT, 0, List.of(row)));
        all.addGroups(
                free.stream().filter(row -> !pilot.equals(Optional.of(row))).toList());
        return DependencyOrder.of(all.moves, ranking, inputs.declared());
    }

    private Phase phase(RankedEndpoint row) {
        if (inputs.exceedsAlone().test(row)) {
            return Phase.EXCEEDING;
        }
        if (inputs.declared().facts(row.stats()).sensitive()) {
            return Phase.SENSITIVE;
        }
        return readOnly(row) ? Phase.READS : Phase.WRITES;
    }

    /** Returns whether a row has anything to move, and a target: calls that never reach the origin do not move. */
    private static boolean isLeader(RankedEndpoint row, DeclaredEndpoints declared, Targets targets) {
        return row.isCandidate()
                && targets.exists(row)
                && row.stats().originCalls() > 0
                && !declared.facts(row.stats()).never();
    }

    private static boolean follows(RankedEndpoint row) {
        return !row.isCandidate()
                && row.stats().isCalled()
                && row.kind() == EndpointKind.ENDPOINT
                && MethodSemantics.isCompanion(row.stats().method());
    }

    private static boolean readOnly(RankedEndpoint row) {
        return row.parts().map(parts -> parts.ease().readOnly()).orElse(false)
                && !MethodSemantics.mayChangeData(row.stats().pattern());
    }

    /**
     * Returns the read with the fewest origin calls among those with enough to learn from; where none has, the one with
     * the fewest of all. It tries the whole way, so a function answers it, and no call is slower than its callers wait.
     */
    private Optional<RankedEndpoint> pilot(List<RankedEndpoint> free) {
        List<RankedEndpoint> reads = free.stream()
                .filter(row -> phase(row) == Phase.READS)
                .filter(inputs.targets()::functionAnswersInTime)
                .filter(row -> inputs.declared().facts(row.stats()).group().isEmpty())
                .filter(row -> inputs.declared().facts(row.stats()).after().isEmpty())
                .filter(row -> inputs.rules().choice() == SwitchChoice.FUNCTION
                        || free.stream().noneMatch(other -> !other.equals(row) && samePath(other.stats(), row.stats())))
                .toList();
        Comparator<RankedEndpoint> fewest =
                Comparator.comparingLong(row -> row.stats().originCalls());
        Optional<RankedEndpoint> enough = reads.stream()
                .filter(row -> hasEnoughCalls(row, inputs.window()))
                .min(fewest);
        return enough.isPresent() ? enough : reads.stream().min(fewest);
    }

    /** Returns whether an endpoint has as many origin calls a day as a pilot should have. */
    static boolean hasEnoughCalls(RankedEndpoint row, Window window) {
        double days = Math.max(1, (double) window.seconds() / UtcDay.SECONDS);
        return row.stats().originCalls() >= PILOT_CALLS_A_DAY * days;
    }

    private static boolean samePath(EndpointStats one, EndpointStats other) {
        return one.pattern().equals(other.pattern()) && one.host().equals(other.host());
    }

    private void addFixed() {
        FixedWaves fixed = inputs.rules().fixed();
        for (int wave : fixed.numbers()) {
            candidates.stream()
                    .filter(row -> fixedWave(row).orElse(0) == wave)
                    .forEach(row -> add(Phase.FIXED, wave, List.of(row)));
        }
    }

    private OptionalInt fixedWave(RankedEndpoint row) {
        return inputs.rules().fixed().wave(row.stats().method(), row.stats().pattern());
    }

    /**
     * Adds the groups of endpoints that must move together. A group moves in the latest phase of any of its rows;
     * within a phase, groups of one resource stand next to each other, at the place of the first.
     */
    private void addGroups(List<RankedEndpoint> rows) {
        Map<String, List<RankedEndpoint>> groups = new LinkedHashMap<>();
        for (RankedEndpoint row : rows) {
            groups.computeIfAbsent(group(row), key -> new ArrayList<>()).add(row);
        }
        Map<Phase, Map<String, List<List<RankedEndpoint>>>> phases = new EnumMap<>(Phase.class);
        for (List<RankedEndpoint> group : groups.values()) {
            EndpointStats first = group.get(0).stats();
            phases.computeIfAbsent(phaseOf(group), phase -> new LinkedHashMap<>())
                    .computeIfAbsent(first.host() + " " + resource(first.pattern()), key -> new ArrayList<>())
                    .add(group);
        }
        phases.forEach((phase, resources) ->
                resources.values().forEach(siblings -> siblings.forEach(group -> add(phase, 0, group))));
    }

    private Phase phaseOf(List<RankedEndpoint> group) {
        return group.stream().map(this::phase).max(Comparator.naturalOrder()).orElseThrow();
    }

    private String group(RankedEndpoint row) {
        EndpointStats stats = row.stats();
        String group = inputs.declared().facts(stats).group();
        if (!group.isEmpty()) {
            return "group " + group;
        }
        boolean byPath = inputs.rules().choice() == SwitchChoice.BEHAVIOURS;
        return "endpoint " + stats.host() + " " + (byPath ? stats.pattern() : stats.method() + " " + stats.pattern());
    }

    /**
     * Returns the resource of a pattern, which is the pattern without the placeholders at its end: {@code /order} for
     * {@code /order/<id>}.
     */
    static String resource(String pattern) {
        String rest = pattern;
        while (rest.endsWith(">") && rest.lastIndexOf('/') > 0 && rest.charAt(rest.lastIndexOf('/') + 1) == '<') {
            rest = rest.substring(0, rest.lastIndexOf('/'));
        }
        return rest;
    }

    private void add(Phase phase, int wave, List<RankedEndpoint> leaders) {
        List<RankedEndpoint> along = followers.stream()
                .filter(follower -> leaders.stream().anyMatch(leader -> follows(follower.stats(), leader.stats())))
                .sorted(Comparator.comparing(row -> row.stats().method()))
                .toList();
        followers.removeAll(along);
        moves.add(new MigrationUnit(phase, wave, leaders, along));
    }

    private static boolean follows(EndpointStats follower, EndpointStats leader) {
        return samePath(follower, leader)
                && (follower.method().equals("OPTIONS") || leader.method().equals("GET"));
    }
}
