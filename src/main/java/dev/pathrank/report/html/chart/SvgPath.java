package dev.pathrank.report.html.chart;

/** The commands of a path. */
public final class SvgPath {
    private final StringBuilder commands = new StringBuilder();

    /** Goes to a point without drawing. */
    public SvgPath move(double x, double y) {
        return command('M').point(x, y);
    }

    /** Draws a line to a point. */
    public SvgPath line(double x, double y) {
        return command('L').point(x, y);
    }

    /** Draws a horizontal line to a place. */
    public SvgPath horizontal(double x) {
        commands.append('H').append(Svg.number(x));
        return this;
    }

    /** Draws a vertical line to a place. */
    public SvgPath vertical(double y) {
        commands.append('V').append(Svg.number(y));
        return this;
    }

    /** Draws a line back to the begin. */
    public SvgPath end() {
        return command('Z');
    }

    private SvgPath command(char letter) {
        commands.append(letter);
        return this;
    }

    private SvgPath point(double x, double y) {
        commands.append(Svg.number(x)).append(' ').append(Svg.number(y));
        return this;
    }

    String commands() {
        return commands.toString();
    }
}
