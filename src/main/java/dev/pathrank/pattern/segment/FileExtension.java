package dev.pathrank.pattern.segment;

import dev.pathrank.text.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * The known file name extensions. After any other text a point is a part of the name, as in {@code users.list} or
 * {@code 2.0}.
 *
 * <p>An extension is known by its place in the list. Stored trees hold these numbers, so the order must not change.
 */
public final class FileExtension {
    /** The {@link #group} of pages. */
    public static final int PAGE_GROUP = 1;

    /** The {@link #group} of pictures, sounds, films, fonts and archives. */
    public static final int MEDIA_GROUP = 3;

    /** No known extension. */
    static final int NONE = -1;

    private static final int LONGEST = "webmanifest".length();

    private static final List<String> ALL = List.of(
            "js",
            "mjs",
            "css",
            "map",
            "png",
            "jpg",
            "jpeg",
            "gif",
            "svg",
            "ico",
            "webp",
            "avif",
            "bmp",
            "woff",
            "woff2",
            "ttf",
            "otf",
            "eot",
            "mp4",
            "webm",
            "mov",
            "m3u8",
            "ts",
            "mp3",
            "m4a",
            "ogg",
            "wav",
            "pdf",
            "zip",
            "gz",
            "tgz",
            "tar",
            "rar",
            "7z",
            "dmg",
            "exe",
            "apk",
            "txt",
            "xml",
            "html",
            "htm",
            "xhtml",
            "json",
            "jsonp",
            "csv",
            "tsv",
            "yaml",
            "yml",
            "md",
            "rss",
            "atom",
            "doc",
            "docx",
            "xls",
            "xlsx",
            "ppt",
            "pptx",
            "php",
            "asp",
            "aspx",
            "jsp",
            "cgi",
            "do",
            "action",
            "sql",
            "bak",
            "env",
            "log",
            "ini",
            "swf",
            "wasm",
            "webmanifest",
            "xbm",
            "mpg",
            "mpeg",
            "avi",
            "wmv",
            "flv",
            "jar",
            "war",
            "iso",
            "bz2",
            "xz",
            "deb",
            "rpm",
            "pl",
            "shtml",
            "psd");

    /** Pictures, sounds, films, fonts and archives, whose format varies from file to file. */
    private static final Set<String> MEDIA = Set.of(
            ".png", ".jpg", ".jpeg", ".gif", ".svg", ".ico", ".webp", ".avif", ".bmp", ".woff", ".woff2", ".ttf",
            ".otf", ".eot", ".mp4", ".webm", ".mov", ".mp3", ".m4a", ".ogg", ".wav", ".zip", ".gz", ".tgz", ".tar",
            ".rar", ".7z", ".dmg", ".exe", ".apk", ".xbm", ".mpg", ".mpeg", ".avi", ".wmv", ".flv", ".jar", ".war",
            ".iso", ".bz2", ".xz", ".deb", ".rpm", ".psd");

    private static final Set<String> PICTURES =
            Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "xbm");

    /** Data that programs exchange. */
    private static final Set<String> DATA =
            Set.of(".json", ".jsonp", ".xml", ".csv", ".tsv", ".yaml", ".yml", ".rss", ".atom");

    /** Programs and styles. */
    private static final Set<String> CODE = Set.of(".js", ".css", ".php", ".asp", ".aspx", ".jsp", ".cgi");

    /** Pages that are files. */
    private static final Set<String> PAGES = Set.of(".html", ".htm", ".xhtml", ".shtml");

    /** Pages and the files they load. */
    private static final Set<String> SHOWN = Set.of(
            "html", "htm", "shtml", "php", "asp", "aspx", "jsp", "cgi", "js", "css", "png", "jpg", "jpeg", "gif", "ico",
            "svg", "xbm");

    private static final byte[][] BYTES =
            ALL.stream().map(e -> e.getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new);

    private FileExtension() {}

    /**
     * Returns the number of the extension that a segment ends in, in any letter case, after a name; or {@link #NONE}.
     */
    static int of(ByteSlice segment) {
        byte[] text = segment.array();
        int from = segment.from();
        int to = segment.to();
        int point = to - 1;
        int lowest = Math.max(from, to - 1 - LONGEST);
        while (point > lowest && text[point] != '.') {
            point--;
        }
        if (point <= from || text[point] != '.' || point == to - 1) {
            return NONE;
        }
        for (int i = 0; i < BYTES.length; i++) {
            if (endsIn(BYTES[i], segment, point + 1)) {
                return i;
            }
        }
        return NONE;
    }

    /** Returns the length of an extension, without the point. */
    static int length(int extension) {
        return BYTES[extension].length;
    }

    /** Returns the extension of a number, without the point. */
    static String name(int extension) {
        return ALL.get(extension);
    }

    /** Whether a suffix, in lower case and with its point, is that of a picture, sound, film, font or archive. */
    public static boolean isMedia(String suffix) {
        return MEDIA.contains(suffix);
    }

    /** Whether a suffix, in lower case and with its point, is that of a picture. */
    public static boolean isPicture(String suffix) {
        return !suffix.isEmpty() && PICTURES.contains(suffix.substring(1));
    }

    /** Whether the extension of a number is that of a picture. */
    public static boolean isPicture(int extension) {
        return extension != NONE && PICTURES.contains(name(extension));
    }

    /** Whether a suffix, in lower case and with its point, is that of data which programs exchange. */
    public static boolean isData(String suffix) {
        return DATA.contains(suffix);
    }

    /** Whether a suffix, in lower case and with its point, is that of a program or style; a site has few of them. */
    public static boolean isCode(String suffix) {
        return CODE.contains(suffix);
    }

    /** Whether a suffix, in lower case and with its point, is that of pages. */
    public static boolean isPage(String suffix) {
        return PAGES.contains(suffix);
    }

    /** Whether the extension of a number is that of a page or of a file that pages load. */
    public static boolean isShown(int extension) {
        return extension != NONE && SHOWN.contains(name(extension));
    }

    /** Whether the extension of a number is that of a picture, sound, film, font or archive. */
    public static boolean isMedia(int extension) {
        return extension != NONE && isMedia("." + name(extension));
    }

    /** Returns a number for what files of an extension are for: 0 where there is none, 5 where it is not known. */
    public static int group(int extension) {
        if (extension == NONE) {
            return 0;
        }
        String suffix = "." + name(extension);
        return isPage(suffix)
                ? PAGE_GROUP
                : isCode(suffix) ? 2 : isMedia(suffix) ? MEDIA_GROUP : isData(suffix) ? 4 : 5;
    }

    /** Returns all extensions, without the point, in their order. */
    public static List<String> all() {
        return ALL;
    }

    private static boolean endsIn(byte[] extension, ByteSlice segment, int from) {
        if (extension.length != segment.to() - from) {
            return false;
        }
        byte[] text = segment.array();
        for (int i = 0; i < extension.length; i++) {
            int c = text[from + i];
            int lower = c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
            if (lower != extension[i]) {
                return false;
            }
        }
        return true;
    }
}
