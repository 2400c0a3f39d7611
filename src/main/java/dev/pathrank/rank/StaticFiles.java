package dev.pathrank.rank;

import dev.pathrank.tally.Endpoint;
import java.util.Locale;
import java.util.Set;

/**
 * A distinction between static files, which belong in S3, and endpoints, by the extension of the pattern's last
 * segment.
 *
 * <p>A wrong "static" hides an endpoint from the plan and a wrong "endpoint" only adds a line to it, so what monoliths
 * like to generate ({@code json}, {@code xml}, {@code csv}, {@code php}, {@code jsp}, …) is in neither list.
 */
final class StaticFiles {
    /** Parts of pages, images, fonts and media: static files under any name, hashed or numbered. */
    private static final Set<String> ALWAYS = words("""
            css js mjs map wasm webmanifest swf cur ico bmp gif jpg jpeg png svg svgz webp avif tif tiff
            eot otf ttf woff woff2 mp3 m4a ogg oga wav flac mp4 m4v webm ogv mov avi m3u8 m4s
            """);

    /** Pages and documents: a fixed name is a file, but {@code /invoice/<id>.pdf} is made on demand. */
    private static final Set<String> WITH_A_FIXED_NAME = words("""
            html htm txt pdf doc docx xls xlsx ppt pptx odt ods zip gz tgz bz2 xz 7z rar tar jar exe msi dmg apk iso
            """);

    private StaticFiles() {}

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    /** Returns whether the endpoint serves static files. */
    static boolean serves(Endpoint endpoint) {
        if (!MethodSemantics.isRead(endpoint.method())) {
            return false;
        }
        String extension = extension(endpoint.pattern());
        return ALWAYS.contains(extension) || (endpoint.placeholders() == 0 && WITH_A_FIXED_NAME.contains(extension));
    }

    /** In lower case and without the dot; empty where the last segment has none. */
    private static String extension(String pattern) {
        String segment = pattern.substring(pattern.lastIndexOf('/') + 1);
        int dot = segment.lastIndexOf('.');
        return dot < 0 ? "" : segment.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
