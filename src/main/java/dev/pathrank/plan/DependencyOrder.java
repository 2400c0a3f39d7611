package dev.pathrank.plan;

import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.RankedEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An order of moves in which each follows those that it must come after, otherwise unchanged. */
final class DependencyOrder {
    private final DeclaredEndpoints declared;
    private final List<MigrationUnit> waiting;
    private final List<MigrationUnit> placed = new ArrayList<>();

    private DependencyOrder(List<MigrationUnit> moves, DeclaredEndpoints declared) {
        this.declared = declared;
        this.waiting = new ArrayList<>(moves);
    }

    /**
     * Returns the moves in order. What the user fixed stays where it is.
     *
     * @param ranking every endpoint, moving or not
     * @throws MoveOrderException if a move waits for a route that is neither called nor declared, or for itself
     */
    static List<MigrationUnit> of(List<MigrationUnit> moves, List<RankedEndpoint> ranking, DeclaredEndpoints declared) {
        boolean free = moves.stream()
                .flatMap(move -> move.leaders().stream())
                .allMatch(row -> declared.facts(row.stats()).after().isEmpty());
        if (free) {
            return moves;
        }
        for (MigrationUnit move : moves) {
            move.leaders().forEach(row -> requireKnown(row, ranking, declared));
        }
        DependencyOrder order = new DependencyOrder(moves, declared);
        while (!order.waiting.isEmpty()) {
            MigrationUnit next = order.waiting.stream()
                    .filter(move -> order.waitsFor(move).isEmpty())
                    .findFirst()
                    .orElseThrow(order::cycle);
            order.waiting.remove(next);
            order.placed.add(order.inPhase(next));
        }
        return order.placed;
    }

    private static void requireKnown(RankedEndpoint row, List<RankedEndpoint> ranking, DeclaredEndpoints declared) {
        for (String route : declared.facts(row.stats()).after()) {
            if (ranking.stream().noneMatch(other -> names(route, other))) {
                throw new MoveOrderException("--routes: " + name(row) + " must come after " + route
                        + ", which is neither called nor declared; correct the column \"after\" of --routes");
            }
        }
    }

    private MoveOrderException cycle() {
        return new MoveOrderException("the column \"after\" of --routes is a circle: "
                + waiting.stream()
                        .filter(move -> !waitsFor(move).isEmpty())
                        .map(move -> name(move.leaders().get(0)))
                        .limit(5)
                        .collect(Collectors.joining(", "))
                + " wait for one another; remove one of these lines");
    }

    private static String name(RankedEndpoint row) {
        return row.stats().method() + " " + row.stats().pattern();
    }

    private List<MigrationUnit> waitsFor(MigrationUnit move) {
        return move.phase() == Phase.FIXED
                ? List.of()
                : waiting.stream()
                        .filter(other -> !other.equals(move) && comesAfter(move, other, declared))
                        .toList();
    }

    /** Returns whether a move must come after another. */
    static boolean comesAfter(MigrationUnit move, MigrationUnit other, DeclaredEndpoints declared) {
        return move.leaders().stream()
                .flatMap(row -> declared.facts(row.stats()).after().stream())
                .anyMatch(route -> other.leaders().stream().anyMatch(row -> names(route, row)));
    }

    private static boolean names(String route, RankedEndpoint row) {
        String shape = shape(route);
        String pattern = shape(row.stats().pattern());
        return shape.equals(pattern) || shape.equals(row.stats().method() + " " + pattern);
    }

    private static String shape(String pattern) {
        return pattern.replaceAll("<[^<>]*>", "<>");
    }

    /** Returns the move in the phase that it ended up in, if it had to wait. */
    private MigrationUnit inPhase(MigrationUnit move) {
        if (move.phase() == Phase.FIXED || move.phase() == Phase.EXCEEDING || placed.isEmpty()) {
            return move;
        }
        Phase reached = placed.get(placed.size() - 1).phase();
        Phase phase = reached.compareTo(move.phase()) > 0 ? reached : move.phase();
        return new MigrationUnit(phase, move.fixedWave(), move.leaders(), move.followers());
    }
}
