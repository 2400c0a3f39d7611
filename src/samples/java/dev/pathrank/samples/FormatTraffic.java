package dev.pathrank.samples;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Traffic of the generated shop, to be written in any {@link EncodedLog}. */
public final class FormatTraffic {
    private static final Instant START = Instant.parse("2024-12-01T10:00:00Z");

    private final List<Exchange> exchanges;

    private FormatTraffic(List<Exchange> exchanges) {
        this.exchanges = exchanges;
    }

    /** @param calls how many calls there are, spread over two hours */
    public static FormatTraffic of(int calls, long seed) {
        Draw draw = new Draw(seed);
        List<Route> routes = new ArrayList<>(Route.table("declared-routes.txt"));
        routes.addAll(Route.table("undeclared-routes.txt"));
        ShopTraffic traffic =
                new ShopTraffic(routes, Viewer.crowd(60, draw), new SampleValues(40, 10, LocalDate.of(2024, 12, 1)));
        List<Exchange> exchanges = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            exchanges.add(traffic.next(START.getEpochSecond() + call * 7200L / calls, draw));
        }
        return new FormatTraffic(exchanges);
    }

    /** The cells of each row by the names that standard logs give them, every field of v2 among them. */
    List<Map<String, String>> standardRows() {
        return exchanges.stream().map(FormatTraffic::standardRow).toList();
    }

    private static Map<String, String> standardRow(Exchange exchange) {
        String header = SampleColumns.COLUMNS_33.header();
        String[] names = header.substring(header.indexOf("date")).strip().split(" ");
        StringBuilder row = new StringBuilder();
        SampleColumns.COLUMNS_33.append(row, exchange);
        String[] cells = row.toString().strip().split("\t", -1);
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            fields.put(names[i], cells[i]);
        }
        fields.put("timestamp(ms)", exchange.second() * 1000 + millis(exchange) + "");
        fields.put("asn", "64496");
        fields.put("c-country", "DE");
        fields.put("cache-behavior-path-pattern", "*");
        return fields;
    }

    /** The fraction of the second in which an answer was finished; standard logs truncate it. */
    static int millis(Exchange exchange) {
        return Math.floorMod(exchange.requestId().hashCode(), 1000);
    }
}
