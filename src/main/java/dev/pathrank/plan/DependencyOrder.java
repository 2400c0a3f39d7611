package dev.pathrank.plan;

import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.RankedEndpoint;
import java.util.ArrayList;
import java.util.List;

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
     * Returns the moves in order. A move in a circle of dependencies does not wait. What the user fixed stays where it
     * is.
     */
    static List<MigrationUnit> of(List<MigrationUnit> moves, DeclaredEndpoints declared) {
        boolean free = moves.stream()
                .flatMap(move -> move.leaders().stream())
                .allMatch(row -> declared.facts(row.stats()).after().isEmpty());
        if (free) {
            return moves;
        }
        DependencyOrder order = new DependencyOrder(moves, declared);
        while (!order.waiting.isEmpty()) {
            MigrationUnit next = order.waiting.stream()
                    .filter(move -> order.waitsFor(move).isEmpty())
                    .findFirst()
                    .orElse(order.waiting.get(0));
            order.waiting.remove(next);
            order.placed.add(order.inPhase(next));
        }
        return order.placed;
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
        if (move.phase() == Phase.FIXED || placed.isEmpty()) {
            return move;
        }
        Phase reached = placed.get(placed.size() - 1).phase();
        Phase phase = reached.compareTo(move.phase()) > 0 ? reached : move.phase();
        return new MigrationUnit(phase, move.fixedWave(), move.leaders(), move.followers());
    }
}
