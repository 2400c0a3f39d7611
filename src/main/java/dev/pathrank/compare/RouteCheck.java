package dev.pathrank.compare;

import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.tally.Endpoint;
import dev.pathrank.tally.TalliedPeriods;
import dev.pathrank.tally.query.RouteSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The router's routes, held against the endpoints that the paths of their requests were folded into. */
public final class RouteCheck {
    private RouteCheck() {}

    /**
     * A route whose requests were folded into an endpoint with another pattern.
     *
     * @param route method and pattern that the router has logged, printable
     * @param pattern of the endpoint
     * @param requests sampled requests of the route that belong to it
     * @param of all sampled requests of the route
     */
    public record Disagreement(String route, String pattern, int requests, int of) {}

    /** Returns every disagreement, by route and pattern. */
    public static List<Disagreement> of(TalliedPeriods periods, List<RouteSample.Routed> routes) {
        List<Disagreement> found = new ArrayList<>();
        for (RouteSample.Routed route : routes) {
            String shown = printable(route.text());
            String routed = PlaceholderStyle.withoutNames(shown.substring(shown.indexOf(' ') + 1));
            Map<String, Integer> others = new TreeMap<>();
            for (RouteSample.Request request : route.requests()) {
                Endpoint endpoint = periods.endpointOf(request);
                if (endpoint != null
                        && !PlaceholderStyle.withoutNames(endpoint.pattern()).equals(routed)) {
                    others.merge(endpoint.pattern(), 1, Integer::sum);
                }
            }
            others.forEach((pattern, requests) -> found.add(
                    new Disagreement(shown, pattern, requests, route.requests().size())));
        }
        return found;
    }

    /** Returns a route in ASCII, with the signs of its placeholders and the space after its method. */
    private static String printable(String route) {
        StringBuilder shown = new StringBuilder(route.length());
        for (int i = 0; i < route.length(); i++) {
            char octet = route.charAt(i);
            if (octet >= ' ' && octet < 0x7F) {
                shown.append(octet);
            } else {
                shown.append(String.format(Locale.ROOT, "%%%02X", (int) octet));
            }
        }
        return shown.toString();
    }
}
