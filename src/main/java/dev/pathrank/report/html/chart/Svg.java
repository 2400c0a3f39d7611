package dev.pathrank.report.html.chart;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A picture in SVG that is written while it is drawn. Lengths are in units of its view box and are rounded to a tenth;
 * colours come from classes of the style sheet. Words are escaped here, and nowhere else.
 */
public final class Svg implements Content {
    private final StringBuilder text = new StringBuilder();

    /**
     * Begins a picture.
     *
     * @param type a class of the style sheet
     * @param label what it shows, for those who do not see it; empty where the words beside it say so
     */
    public Svg(String type, double width, double height, String label) {
        text.append("<svg class=\"").append(type).append("\" viewBox=\"0 0 ");
        text.append(number(width)).append(' ').append(number(height));
        text.append(label.isEmpty() ? "\" aria-hidden=\"true" : "\" role=\"img\" aria-label=\"" + attribute(label));
        text.append("\">");
    }

    /** The side of a text that stands at its place. */
    public enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String word;

        Anchor(String word) {
            this.word = word;
        }
    }

    /** Draws a rectangle. */
    public Svg rect(String type, double x, double y, double width, double height) {
        open("rect", type);
        length("x", x).length("y", y).length("width", width).length("height", height);
        return close();
    }

    /** Draws a line. */
    public Svg line(String type, double x1, double y1, double x2, double y2) {
        open("line", type);
        length("x1", x1).length("y1", y1).length("x2", x2).length("y2", y2);
        return close();
    }

    /** Draws a path; {@link SvgPath} makes its commands. */
    public Svg path(String type, SvgPath path) {
        open("path", type);
        text.append(" d=\"").append(path.commands()).append('"');
        return close();
    }

    /**
     * Draws a dot.
     *
     * @param title shown where the pointer rests; empty for none
     */
    public Svg dot(String type, double x, double y, double radius, String title) {
        open("circle", type);
        length("cx", x).length("cy", y).length("r", radius);
        if (title.isEmpty()) {
            return close();
        }
        text.append("><title>").append(content(title)).append("</title></circle>");
        return this;
    }

    /** Writes words. */
    public Svg words(String type, double x, double y, Anchor anchor, String words) {
        open("text", type);
        length("x", x).length("y", y);
        if (anchor != Anchor.START) {
            text.append(" text-anchor=\"").append(anchor.word).append('"');
        }
        text.append('>').append(content(words)).append("</text>");
        return this;
    }

    private void open(String element, String type) {
        text.append('<').append(element);
        if (!type.isEmpty()) {
            text.append(" class=\"").append(type).append('"');
        }
    }

    private Svg length(String name, double value) {
        text.append(' ').append(name).append("=\"").append(number(value)).append('"');
        return this;
    }

    private Svg close() {
        text.append("/>");
        return this;
    }

    /** Returns a length with at most one decimal. */
    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String content(String words) {
        StringOutput escaped = new StringOutput();
        Escape.htmlContent(words, escaped);
        return escaped.toString();
    }

    private static String attribute(String words) {
        StringOutput escaped = new StringOutput();
        Escape.htmlAttribute(words, escaped);
        return escaped.toString();
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(text + "</svg>");
    }
}
