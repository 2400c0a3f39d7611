package dev.pathrank.rank;

import dev.pathrank.pattern.segment.QueryPath;
import dev.pathrank.tally.EndpointStats;
import java.util.Locale;
import java.util.Set;

/** A distinction of health checks, which every target answers itself, by the last segment of the pattern. */
final class HealthCheck {
    private static final Set<String> NAMES =
            Set.of("health", "healthz", "healthcheck", "ping", "ready", "readyz", "live", "livez");
    /** A name for other things too, so it counts only where no placeholder precedes it. */
    private static final String STATUS = "status";

    private static final long LARGEST_ANSWER = 1024;

    private HealthCheck() {}

    /** Returns whether the endpoint is a health check: read only, with short answers, and of a usual name. */
    static boolean is(EndpointStats stats) {
        if (!MethodSemantics.isRead(stats.method())
                || stats.traffic().bytesOut().largest() > LARGEST_ANSWER) {
            return false;
        }
        String path = QueryPath.path(stats.pattern()).replaceFirst("/+$", "");
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return NAMES.contains(name) || name.equals(STATUS) && stats.endpoint().placeholders() == 0;
    }
}
