package dev.pathrank.report.html.chart;

import dev.pathrank.report.NumberSigns;
import dev.pathrank.report.html.chart.Svg.Anchor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A load over the time of the logs, wave upon wave, under the line of its quota. */
public final class LoadChart {
    private static final double WIDTH = 1160;
    private static final double HEIGHT = 240;
    private static final double LEFT = 62;
    private static final double RIGHT = 1040;
    private static final double TOP = 30;
    private static final double BOTTOM = 206;
    private static final double LETTER = 6.7;
    private static final double ROOM = 1.15;
    /** A quota of more than this many times the peak is drawn at the edge, since the load would be a flat line. */
    private static final double FAR = 3;

    private static final double LEAST_GAP = 16;

    private final Svg svg;
    private final NumberSigns signs;
    private final Scale y;

    private LoadChart(Svg svg, NumberSigns signs, Scale y) {
        this.svg = svg;
        this.signs = signs;
        this.y = y;
    }

    /**
     * The load that a wave leads to.
     *
     * @param name such as {@code wave 1}
     * @param most in each stretch of the window, in order
     */
    public record Line(String name, List<Long> most) {
        public Line {
            most = List.copyOf(most);
        }
    }

    /**
     * A word on the axis of time.
     *
     * @param at place in stretches from the begin
     */
    public record Tick(double at, String words) {}

    /**
     * A point with words.
     *
     * @param at place in stretches from the begin
     */
    public record Mark(double at, long value, String words) {}

    /**
     * Draws the chart.
     *
     * @param lines of the waves, the first wave first; each is at least the one before it, everywhere
     * @param quota null where it is not known
     * @param mark the point that matters; null for none
     */
    public static Svg of(
            List<Line> lines,
            @Nullable Long quota,
            List<Tick> ticks,
            @Nullable Mark mark,
            NumberSigns signs,
            String label) {
        Line last = lines.get(lines.size() - 1);
        long peak = Math.max(
                1, last.most().stream().mapToLong(Long::longValue).max().orElse(1));
        boolean far = quota != null && quota > FAR * peak;
        double high = quota == null || far ? peak * ROOM * ROOM : Math.max(peak, quota) * ROOM;
        LoadChart chart =
                new LoadChart(new Svg("chart wide", WIDTH, HEIGHT, label), signs, Scale.linear(0, high, BOTTOM, TOP));
        chart.axes(ticks, last.most().size(), quota != null && !far ? (double) quota : -1);
        chart.areas(lines);
        List<Double> taken = new ArrayList<>();
        if (quota != null) {
            chart.quota(quota, far, peak, taken);
        }
        chart.names(lines, taken);
        if (mark != null) {
            chart.mark(mark, last.most());
        }
        return chart.svg;
    }

    private static double x(double stretch, int stretches) {
        return LEFT + (RIGHT - LEFT) * stretch / stretches;
    }

    private void axes(List<Tick> ticks, int stretches, double taken) {
        for (double tick : y.ticks(4)) {
            if (tick == Math.rint(tick) && (taken < 0 || Math.abs(y.place(tick) - y.place(taken)) > LEAST_GAP)) {
                svg.line("grid", LEFT, y.place(tick), RIGHT, y.place(tick));
                svg.words("axis", LEFT - 8, y.place(tick) + 4, Anchor.END, signs.of(Math.round(tick)));
            }
        }
        for (Tick tick : ticks) {
            double at = x(tick.at(), stretches);
            svg.line("grid", at, BOTTOM, at, BOTTOM + 5);
            svg.words("axis", at, BOTTOM + 20, Anchor.MIDDLE, tick.words());
        }
    }

    /** The last wave first: what it adds shows above the earlier ones. */
    private void areas(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            List<Long> most = lines.get(i).most();
            SvgPath area = new SvgPath().move(LEFT, BOTTOM);
            long before = 0;
            for (int at = 0; at < most.size(); at++) {
                if (most.get(at) != before) {
                    area.horizontal(x(at, most.size())).vertical(y.place(most.get(at)));
                    before = most.get(at);
                }
            }
            svg.path(
                    i == 0 ? "load first" : "load",
                    area.horizontal(RIGHT).vertical(BOTTOM).end());
        }
    }

    private void quota(long quota, boolean far, long peak, List<Double> taken) {
        double at = far ? TOP - 14 : y.place(quota);
        svg.line("quota", LEFT, at, RIGHT, at);
        svg.words("quota-words", RIGHT + 10, at + 4, Anchor.START, "quota " + signs.of(quota));
        taken.add(at + 4);
        if (far) {
            taken.add(at + 19);
            svg.words("axis", RIGHT + 10, at + 19, Anchor.START, signs.of(quota / peak) + " × the peak");
        }
    }

    /** Names the first and the last wave beside their ends, above the words that stand there already. */
    private void names(List<Line> lines, List<Double> taken) {
        for (int i = 0; i < lines.size(); i += Math.max(1, lines.size() - 1)) {
            List<Long> most = lines.get(i).most();
            double at = Math.min(BOTTOM, y.place(most.get(most.size() - 1)) + 4);
            while (isTaken(at, taken)) {
                at -= LEAST_GAP;
            }
            svg.words("axis", RIGHT + 10, at, Anchor.START, lines.get(i).name());
            taken.add(at);
        }
    }

    private static boolean isTaken(double at, List<Double> taken) {
        return taken.stream().anyMatch(other -> Math.abs(other - at) < LEAST_GAP);
    }

    private void mark(Mark mark, List<Long> load) {
        double at = x(mark.at(), load.size());
        double top = y.place(mark.value());
        svg.dot("dot next", at, top, 4.5, "");
        double width = 12 + mark.words().length() * LETTER;
        boolean left = at + width > RIGHT;
        double above = y.place(most(load, left ? at - width : at, left ? at : at + width)) - 6;
        svg.words(
                "strong",
                left ? at - 12 : at + 12,
                Math.max(TOP + 4, Math.min(top + 4, above)),
                left ? Anchor.END : Anchor.START,
                mark.words());
    }

    /** Returns the largest load that is drawn between two places. */
    private static long most(List<Long> load, double from, double to) {
        double perStretch = (RIGHT - LEFT) / load.size();
        int begin = Math.max(0, (int) ((from - LEFT) / perStretch));
        int end = Math.min(load.size(), (int) Math.ceil((to - LEFT) / perStretch));
        return load.subList(Math.min(begin, end), end).stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }
}
