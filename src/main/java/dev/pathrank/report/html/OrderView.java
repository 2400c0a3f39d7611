package dev.pathrank.report.html;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order, endpoint by endpoint.
 *
 * @param intro what the order is, in words
 * @param rows in order
 * @param kinds words of the filter by kind
 * @param methods words of the filter by method
 * @param waves numbers of the filter by wave; empty where there is no plan
 * @param rest data from which the script draws what rows without {@link Row#detail} open to; null for none
 */
public record OrderView(
        String intro,
        List<Row> rows,
        List<String> kinds,
        List<String> methods,
        List<String> waves,
        @Nullable Content rest) {
    public OrderView {
        rows = List.copyOf(rows);
        kinds = List.copyOf(kinds);
        methods = List.copyOf(methods);
        waves = List.copyOf(waves);
    }

    /** Returns how many rows have their details in the page. */
    public long complete() {
        return rows.stream().filter(row -> row.detail() != null).count();
    }

    /**
     * A row.
     *
     * @param number of the row, from 1
     * @param name of the endpoint
     * @param chips why it has its place, in short
     * @param figures what the columns show
     * @param filter what the filters look at
     * @param detail what it opens to; null where the script draws that
     */
    public record Row(
            int number,
            EndpointName name,
            List<Chip> chips,
            Figures figures,
            Filter filter,
            @Nullable DetailView detail) {
        public Row {
            chips = List.copyOf(chips);
        }
    }

    /**
     * A reason in a few words.
     *
     * @param attention whether it speaks against an early move
     */
    public record Chip(String words, boolean attention) {}

    /**
     * The figures of a row.
     *
     * @param rank empty for what is no candidate
     * @param bar origin calls as a bar
     * @param originCalls in words
     * @param p95 in words
     * @param peak in words
     * @param errors5xx in words
     * @param stability the best and the worst rank
     * @param sorts figures to sort by: rank, origin calls, p95, peak, 5xx
     */
    public record Figures(
            String rank,
            Content bar,
            String originCalls,
            String p95,
            String peak,
            String errors5xx,
            String stability,
            String sorts) {}

    /**
     * What the filters look at.
     *
     * @param wave empty for none
     */
    public record Filter(String kind, String wave) {}
}
