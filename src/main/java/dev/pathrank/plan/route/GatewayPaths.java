package dev.pathrank.plan.route;

import dev.pathrank.pattern.segment.QueryPath;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The paths of one API of API Gateway, which decide whether an endpoint can have a route there: a path parameter is a
 * whole segment, one that takes several segments comes last, a literal holds letters, digits and {@code _-.,:} only and
 * is neither {@code .} nor {@code ..}, and no two routes match the same requests (Amazon API Gateway developer guide,
 * 2026).
 *
 * <p>The plan, the templates and the switch all ask here, so that no call is sent to an API without a route for it.
 */
public final class GatewayPaths {
    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH");
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9_.,:-]");
    private static final Pattern PARAMETER = Pattern.compile("<[^<>]*>");

    private final boolean rest;
    /** The endpoint of each method and path, parameters without their names. */
    private final Map<String, String> taken = new HashMap<>();
    /** By the path before a parameter: whether it takes several segments. */
    private final Map<String, Boolean> parameters = new HashMap<>();

    /** @param rest whether it is a REST API, which has one path parameter at a place; else an HTTP API */
    public GatewayPaths(boolean rest) {
        this.rest = rest;
    }

    /** Returns why no API can have a route for an endpoint, in words; empty where one can. */
    public static String reasonAgainst(String method, String pattern) {
        if (!METHODS.contains(method)) {
            return "API Gateway does not support the method " + method;
        }
        if (QueryPath.hasQuery(pattern)) {
            return "API Gateway cannot route by the query";
        }
        String[] segments = segments(pattern);
        for (int at = 0; at < segments.length; at++) {
            String segment = segments[at];
            boolean parameter = PARAMETER.matcher(segment).matches();
            if (!parameter && segment.contains("<")) {
                return "a path parameter of API Gateway must be a whole segment";
            }
            Matcher other = OTHER.matcher(segment);
            if (!parameter && other.find()) {
                return "API Gateway allows no " + other.group() + " in a path";
            }
            boolean last = at == segments.length - 1;
            if (segment.endsWith("+>") && !last) {
                return "a path parameter of several segments must come last";
            }
            if (segment.isEmpty() && !last || segment.equals(".") || segment.equals("..")) {
                return "API Gateway keeps no segment that is empty or . or ..";
            }
        }
        return "";
    }

    /**
     * Adds the route of an endpoint.
     *
     * @param pattern such as {@code /user/<id>}
     * @return why this API cannot have it beside those added before, in words; empty where it was added
     */
    public String add(String method, String pattern) {
        String reason = reasonAgainst(method, pattern);
        if (!reason.isEmpty()) {
            return reason;
        }
        StringBuilder path = new StringBuilder();
        Map<String, Boolean> added = new HashMap<>();
        for (String segment : segments(pattern)) {
            path.append('/');
            if (!segment.startsWith("<")) {
                path.append(segment);
                continue;
            }
            boolean several = segment.endsWith("+>");
            Boolean before = parameters.get(path.toString());
            if (rest && before != null && before != several) {
                return "a REST API allows one path parameter at " + path + " and has one of "
                        + (before ? "several segments" : "one segment");
            }
            added.put(path.toString(), several);
            path.append(several ? "{+}" : "{}");
        }
        String other = taken.putIfAbsent(method + " " + path, method + " " + pattern);
        if (other != null) {
            return "API Gateway cannot distinguish it from " + other;
        }
        parameters.putAll(added);
        return "";
    }

    /**
     * Adds the nodes of a path in the tree of a REST API: {@code /user} and {@code /user/<>} for {@code /user/<id>}.
     */
    public static void addNodes(String pattern, Set<String> nodes) {
        String path = PARAMETER.matcher(pattern).replaceAll("<>");
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            nodes.add(path.substring(0, slash));
        }
        nodes.add(path);
    }

    private static String[] segments(String pattern) {
        return pattern.substring(1).split("/", -1);
    }
}
