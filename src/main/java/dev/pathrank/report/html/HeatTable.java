package dev.pathrank.report.html;

import dev.pathrank.report.NumberSigns;
import dev.pathrank.tally.seconds.HourlyCalls;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.Arrays;
import java.util.List;

/**
 * A table of the hours of a week whose cells are coloured by their figures: chart and table in one. Written without the
 * end tags that HTML does not need, as a page has hundreds.
 */
final class HeatTable implements Content {
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final int HOURS = 24;
    private static final int EACH = 3;
    private static final int LEVELS = 6;

    private final long[] week;
    private final NumberSigns signs;

    HeatTable(long[] week, NumberSigns signs) {
        if (week.length != HourlyCalls.HOURS_A_WEEK) {
            throw new IllegalArgumentException("not the hours of a week: " + week.length);
        }
        this.week = week.clone();
        this.signs = signs;
    }

    /** Returns 0 for nothing to 6 for the most, by the square root, so that small figures still show. */
    static int level(long value, long most) {
        return most == 0 ? 0 : (int) StrictMath.ceil(LEVELS * StrictMath.sqrt((double) value / most));
    }

    @Override
    public void writeTo(TemplateOutput output) {
        long most = Arrays.stream(week).max().orElse(0);
        StringBuilder text =
                new StringBuilder("<table class=\"heat\"><caption>Origin calls by day of the week and hour");
        text.append("</caption><tr><td>");
        for (int hour = 0; hour < HOURS; hour++) {
            text.append("<th scope=col>").append(hour % EACH == 0 ? "" : "<i>").append(hour);
            text.append(hour % EACH == 0 ? "" : "</i>");
        }
        for (int day = 0; day < DAYS.size(); day++) {
            text.append("<tr><th scope=row>").append(DAYS.get(day));
            for (int hour = 0; hour < HOURS; hour++) {
                long calls = week[day * HOURS + hour];
                text.append(calls == 0 ? "<td>" : "<td class=h" + level(calls, most) + ">")
                        .append(signs.of(calls));
            }
        }
        output.writeContent(text.append("</table>").toString());
    }
}
