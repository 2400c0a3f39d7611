package dev.pathrank.report.html.chart;

import dev.pathrank.report.NumberSigns;
import dev.pathrank.report.html.chart.Svg.Anchor;
import java.util.List;

/** A curve that climbs from the first endpoint of an order to the last: which part of all origin calls has moved. */
public final class CurveChart {
    private static final double WIDTH = 440;
    private static final double HEIGHT = 330;
    private static final double LEFT = 52;
    private static final double RIGHT = 420;
    private static final double TOP = 14;
    private static final double BOTTOM = 280;
    private static final double LETTER = 6.7;

    private CurveChart() {}

    /**
     * Draws the curve.
     *
     * @param shares part of the calls up to each endpoint, 0 to 1, ascending; not empty
     * @param marked how many endpoints the marked point stands for, from 1
     * @param words at the marked point
     */
    public static Svg of(List<Double> shares, int marked, String words, NumberSigns signs, String label) {
        Svg svg = new Svg("chart", WIDTH, HEIGHT, label);
        Scale x = Scale.linear(0, shares.size(), LEFT, RIGHT);
        Scale y = Scale.linear(0, 1, BOTTOM, TOP);
        for (int quarter = 0; quarter <= 4; quarter++) {
            double at = y.place(quarter / 4.0);
            svg.line("grid", LEFT, at, RIGHT, at);
            svg.words("axis", LEFT - 8, at + 4, Anchor.END, 25 * quarter + " %");
        }
        for (double tick : x.ticks(5)) {
            if (tick == Math.rint(tick)) {
                svg.words("axis", x.place(tick), BOTTOM + 18, Anchor.MIDDLE, signs.of(Math.round(tick)));
            }
        }
        svg.words("axis", RIGHT, HEIGHT - 10, Anchor.END, "endpoints moved, in order");
        SvgPath line = new SvgPath().move(LEFT, BOTTOM);
        SvgPath area = new SvgPath().move(LEFT, BOTTOM);
        for (int i = 0; i < shares.size(); i++) {
            line.line(x.place(i + 1), y.place(shares.get(i)));
            area.line(x.place(i + 1), y.place(shares.get(i)));
        }
        svg.path("area", area.vertical(BOTTOM).end()).path("curve", line);
        mark(svg, x.place(marked), y.place(shares.get(marked - 1)), words);
        return svg;
    }

    private static void mark(Svg svg, double x, double y, String words) {
        svg.dot("dot next", x, y, 5, "");
        boolean fits = x + 12 + words.length() * LETTER < RIGHT;
        double below = Math.min(y + 26, BOTTOM - 8);
        svg.words(
                "strong",
                fits ? x + 12 : RIGHT,
                fits ? Math.min(y + 18, BOTTOM - 8) : below,
                fits ? Anchor.START : Anchor.END,
                words);
    }
}
