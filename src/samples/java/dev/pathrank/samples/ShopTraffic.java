package dev.pathrank.samples;

import java.util.Arrays;
import java.util.List;

/** The ordinary calls of the shop: who calls which route, with which values, and what comes of it. */
final class ShopTraffic {
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int ID_LENGTH = 54;

    private final List<Route> routes;
    private final int[] upTo;
    private final List<Viewer> viewers;
    private final SampleValues values;

    ShopTraffic(List<Route> routes, List<Viewer> viewers, SampleValues values) {
        // A route without weight would have the same cumulative sum as the one before it, and be found instead.
        this.routes = routes.stream().filter(route -> route.calls() > 0).toList();
        this.viewers = List.copyOf(viewers);
        this.values = values;
        upTo = new int[this.routes.size()];
        int sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += this.routes.get(i).calls();
            upTo[i] = sum;
        }
    }

    /** One call of any viewer and route that begins in a given second. */
    Exchange next(long second, Draw draw) {
        int lot = draw.below(upTo[upTo.length - 1]);
        int at = Arrays.binarySearch(upTo, lot + 1);
        return call(routes.get(at >= 0 ? at : -at - 1), second, draw);
    }

    /** One call of a given route. */
    Exchange call(Route route, long second, Draw draw) {
        Viewer viewer = route.method().equals("HEAD") ? Viewer.monitor() : viewers.get(draw.skewed(viewers.size()));
        boolean page = route.method().equals("GET") && route.contentType().equals("text/html");
        SampleAnswer outcome = page && draw.percent(3) ? SampleAnswer.redirect() : SampleAnswer.of(route, draw);
        return answered(viewer, route.method(), route.fill(values, draw), query(route, draw), outcome, second, draw);
    }

    /** A call with a known outcome; the time of its row is the end of the answer. */
    Exchange answered(
            Viewer viewer, String method, String path, String query, SampleAnswer outcome, long second, Draw draw) {
        long finished = second + (draw.below(1000) + outcome.takenMs()) / 1000;
        return new Exchange(
                finished,
                viewer,
                method,
                path,
                query,
                referer(viewer, path),
                outcome,
                draw.letters(BASE64, ID_LENGTH) + "==");
    }

    /** Browsers say which page a call came from; apps and scanners do not. */
    private static String referer(Viewer viewer, String path) {
        boolean browser = viewer.userAgent().startsWith("Mozilla/5.0 (");
        return browser && !path.equals("/") ? "https://" + SampleColumns.HOST + "/" : "";
    }

    private static String query(Route route, Draw draw) {
        return switch (route.path()) {
            case "/v1/products" -> "page=" + (1 + draw.skewed(20)) + "&sort=price&filter[colour]=" + draw.below(12);
            case "/search/<text>" -> draw.percent(30) ? "page=" + (2 + draw.skewed(5)) : "";
            case "/" -> draw.percent(10) ? "utm_source=mail&utm_campaign=february" : "";
            default -> "";
        };
    }
}
