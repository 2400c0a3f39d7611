package dev.pathrank.report.html;

import dev.pathrank.text.Numbers;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;

/**
 * A narrow table of counts with a bar in each row: chart and table in one. Written without the end tags that HTML does
 * not need, as a page has hundreds.
 */
final class BarTable implements Content {
    /** Lengths that a bar can have, each a class of the style sheet. */
    private static final int STEPS = 20;

    private final String caption;
    private final List<String> names;
    private final List<Long> counts;
    private final PageText text;
    private final boolean bars;

    /**
     * @param names of the rows, our own words
     * @param bars whether each row has a bar
     */
    BarTable(String caption, List<String> names, List<Long> counts, boolean bars, PageText text) {
        this.caption = caption;
        this.names = List.copyOf(names);
        this.counts = List.copyOf(counts);
        this.bars = bars;
        this.text = text;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
        StringBuilder table = new StringBuilder("<table class=small><caption>");
        table.append(caption).append("</caption>");
        for (int row = 0; row < counts.size(); row++) {
            long count = counts.get(row);
            table.append("<tr><th scope=row>").append(names.get(row));
            if (bars) {
                table.append("<td class=\"b b").append(most == 0 ? 0 : Numbers.ceilDiv(STEPS * count, most));
                table.append("\">");
            }
            table.append("<td class=n>").append(text.number(count));
        }
        output.writeContent(table.append("</table>").toString());
    }
}
