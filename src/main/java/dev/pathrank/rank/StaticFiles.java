package dev.pathrank.rank;

import dev.pathrank.log.RequestTrait;
import dev.pathrank.log.StaticEnding;
import dev.pathrank.pattern.segment.QueryPath;
import dev.pathrank.tally.Endpoint;
import dev.pathrank.tally.EndpointStats;
import java.util.Locale;
import java.util.Set;

/**
 * A distinction between static files, which belong in S3, and endpoints, by the endings of paths.
 *
 * <p>A wrong "static" hides an endpoint from the plan and a wrong "endpoint" only adds a line to it, so what monoliths
 * like to generate ({@code json}, {@code xml}, {@code csv}, {@code php}, {@code jsp}, …) is in neither list.
 */
final class StaticFiles {
    /** Pages and documents: a fixed name is a file, but {@code /invoice/<id>.pdf} is made on demand. */
    private static final Set<String> WITH_A_FIXED_NAME = words("""
            html htm txt pdf doc docx xls xlsx ppt pptx odt ods zip gz tgz bz2 xz 7z rar tar jar exe msi dmg apk iso
            """);

    private StaticFiles() {}

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    /**
     * Returns whether the endpoint serves static files. Where a placeholder stands for names with several endings, or
     * an ending says nothing, the calls decide: all that were not refused were for static files, by ending or content
     * type.
     */
    static boolean serves(EndpointStats stats) {
        Endpoint endpoint = stats.endpoint();
        if (!MethodSemantics.isRead(endpoint.method())) {
            return false;
        }
        String extension = extension(QueryPath.path(endpoint.pattern()));
        return StaticEnding.contains(extension)
                || areAllStatic(stats)
                || (endpoint.placeholders() == 0 && WITH_A_FIXED_NAME.contains(extension));
    }

    private static boolean areAllStatic(EndpointStats stats) {
        long calls = stats.traits().of(RequestTrait.STATIC_FILE);
        return calls > 0 && calls >= stats.calls() - stats.traffic().failures().status4xx();
    }

    /** In lower case and without the dot; empty where the last segment has none. */
    private static String extension(String pattern) {
        String segment = pattern.substring(pattern.lastIndexOf('/') + 1);
        int dot = segment.lastIndexOf('.');
        return dot < 0 ? "" : segment.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
