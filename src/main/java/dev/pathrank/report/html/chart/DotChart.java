package dev.pathrank.report.html.chart;

import dev.pathrank.report.DisplayWidth;
import dev.pathrank.report.NumberSigns;
import dev.pathrank.report.html.chart.LabelPlacer.Place;
import dev.pathrank.report.html.chart.Svg.Anchor;
import java.util.List;
import java.util.Optional;

/** A chart of dots: how easy endpoints are to move, against how often they are called. */
public final class DotChart {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 330;
    private static final double LEFT = 58;
    private static final double RIGHT = 584;
    private static final double TOP = 14;
    private static final double BOTTOM = 280;
    private static final double RADIUS = 4.5;
    private static final int LONGEST_LABEL = 42;

    private DotChart() {}

    /**
     * A dot.
     *
     * @param ease 0 to 100
     * @param calls at least 1
     * @param name label, if it is marked
     * @param marked whether it is coloured and has a label
     */
    public record Dot(double ease, long calls, String name, boolean marked) {}

    /** Draws the dots; of marked ones the first have labels where there is room. */
    public static Svg of(List<Dot> dots, NumberSigns signs, String label) {
        Svg svg = new Svg("chart", WIDTH, HEIGHT, label);
        double low = dots.stream().mapToDouble(Dot::ease).min().orElse(0);
        double high = dots.stream().mapToDouble(Dot::ease).max().orElse(100);
        Scale x = Scale.linear(Math.max(0, low - 4), Math.min(100, high + 4), LEFT, RIGHT);
        double most = dots.stream().mapToLong(Dot::calls).max().orElse(10);
        Scale y = Scale.logarithmic(1, most * 1.6, BOTTOM, TOP);
        axes(svg, x, y, signs);
        LabelPlacer placer = new LabelPlacer(LEFT, 0, WIDTH, BOTTOM);
        dots.forEach(dot -> placer.avoid(x.place(dot.ease()), y.place(dot.calls()), RADIUS));
        for (Dot dot : dots) {
            if (!dot.marked()) {
                draw(svg, dot, x, y, signs);
            }
        }
        for (Dot dot : dots) {
            if (dot.marked()) {
                draw(svg, dot, x, y, signs);
                label(svg, dot, x.place(dot.ease()), y.place(dot.calls()), placer);
            }
        }
        return svg;
    }

    private static void axes(Svg svg, Scale x, Scale y, NumberSigns signs) {
        for (double tick : y.ticks(4)) {
            svg.line("grid", LEFT, y.place(tick), RIGHT, y.place(tick));
            svg.words("axis", LEFT - 8, y.place(tick) + 4, Anchor.END, signs.of(Math.round(tick)));
        }
        for (double tick : x.ticks(5)) {
            svg.words("axis", x.place(tick), BOTTOM + 18, Anchor.MIDDLE, signs.of(Math.round(tick)));
        }
        svg.words("axis", LEFT, HEIGHT - 10, Anchor.START, "hard to move");
        svg.words("axis", RIGHT, HEIGHT - 10, Anchor.END, "easy to move");
    }

    private static void draw(Svg svg, Dot dot, Scale x, Scale y, NumberSigns signs) {
        String title = dot.name() + ": ease " + Math.round(dot.ease()) + ", " + signs.of(dot.calls()) + " origin calls";
        svg.dot(dot.marked() ? "dot next" : "dot", x.place(dot.ease()), y.place(dot.calls()), RADIUS, title);
    }

    private static void label(Svg svg, Dot dot, double x, double y, LabelPlacer placer) {
        String name = DisplayWidth.cut(dot.name(), LONGEST_LABEL);
        Optional<Place> place = placer.place(x, y, RADIUS, DisplayWidth.of(name));
        place.ifPresent(at -> svg.words("name", at.x(), at.y(), at.anchor(), name));
    }
}
