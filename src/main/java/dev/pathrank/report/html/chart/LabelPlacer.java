package dev.pathrank.report.html.chart;

import dev.pathrank.report.html.chart.Svg.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Places for labels of dots, so that no label covers a dot, another label or the border. */
final class LabelPlacer {
    private static final double LETTER = 7.3;
    private static final double ABOVE_LINE = 11;
    private static final double BELOW_LINE = 4;
    private static final double GAP = 3;

    private final List<Box> taken = new ArrayList<>();
    private final Box border;

    /** A rectangle between two corners. */
    private record Box(double left, double top, double right, double bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean holds(Box other) {
            return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
        }
    }

    /** The place of a label: of its base line, at the side that its anchor names. */
    record Place(double x, double y, Anchor anchor) {}

    LabelPlacer(double left, double top, double right, double bottom) {
        border = new Box(left, top, right, bottom);
    }

    /** Keeps labels off a dot. */
    void avoid(double x, double y, double radius) {
        double reach = radius + GAP;
        taken.add(new Box(x - reach, y - reach, x + reach, y + reach));
    }

    /**
     * Finds a place beside a dot that labels are kept off; empty where there is none.
     *
     * @param letters how wide the label is
     */
    Optional<Place> place(double x, double y, double radius, int letters) {
        double beside = radius + 2 * GAP;
        double[] rises = {BELOW_LINE, -12, 20, -28, 36, -44, 52};
        for (double rise : rises) {
            for (Anchor anchor : new Anchor[] {Anchor.END, Anchor.START, Anchor.MIDDLE}) {
                double at = anchor == Anchor.END ? x - beside : anchor == Anchor.START ? x + beside : x;
                Box box = box(at, y + rise, anchor, letters * LETTER);
                if (border.holds(box) && taken.stream().noneMatch(box::overlaps)) {
                    taken.add(box);
                    return Optional.of(new Place(at, y + rise, anchor));
                }
            }
        }
        return Optional.empty();
    }

    private static Box box(double x, double y, Anchor anchor, double width) {
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        return new Box(left, y - ABOVE_LINE, left + width, y + BELOW_LINE);
    }
}
