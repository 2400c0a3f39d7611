package dev.pathrank.report.html.chart;

import java.util.List;

/** Pictures that stand in a line of text or in a cell. */
public final class SmallCharts {
    private static final double BAR_WIDTH = 64;
    private static final double BAR_HEIGHT = 8;
    private static final double SCORE_WIDTH = 300;
    private static final double DAYS_WIDTH = 300;
    private static final double DAYS_HEIGHT = 56;

    private SmallCharts() {}

    /** Draws a bar whose full length stands for {@code most}. */
    public static Svg bar(long value, long most, String label) {
        Svg svg = new Svg("bar", BAR_WIDTH, BAR_HEIGHT, label);
        double width = most == 0 ? 0 : BAR_WIDTH * value / most;
        return value == 0 ? svg : svg.rect("fill", 0, 0, Math.max(1, width), BAR_HEIGHT);
    }

    /** Draws the parts of a score of 100 side by side; what is missing to 100 stays empty. */
    public static Svg score(List<Double> points, String label) {
        Svg svg = new Svg("score", SCORE_WIDTH, BAR_HEIGHT, label);
        svg.rect("empty", 0, 0, SCORE_WIDTH, BAR_HEIGHT);
        double x = 0;
        for (int part = 0; part < points.size(); part++) {
            double width = SCORE_WIDTH * points.get(part) / 100;
            svg.rect("part" + part, x, 0, Math.max(0, width - 1), BAR_HEIGHT);
            x += width;
        }
        return svg;
    }

    /** Draws a bar for each of many values, the highest as high as the picture. */
    public static Svg bars(List<Long> values, String label) {
        Svg svg = new Svg("days", DAYS_WIDTH, DAYS_HEIGHT, label);
        long most = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        double step = DAYS_WIDTH / Math.max(1, values.size());
        double gap = step > 4 ? 1.5 : 0;
        SvgPath path = new SvgPath();
        for (int at = 0; at < values.size(); at++) {
            if (values.get(at) > 0) {
                double height = Math.max(1, DAYS_HEIGHT * values.get(at) / most);
                path.move(at * step, DAYS_HEIGHT)
                        .vertical(DAYS_HEIGHT - height)
                        .horizontal((at + 1) * step - gap)
                        .vertical(DAYS_HEIGHT)
                        .end();
            }
        }
        return svg.path("fill", path);
    }
}
