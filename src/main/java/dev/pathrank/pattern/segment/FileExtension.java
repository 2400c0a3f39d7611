package dev.pathrank.pattern.segment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * The file name extensions that are taken for such: a point in any other place is a part of the name, as in {@code users.list} or {@code 2.0}.
 *
 * <p>Their order is part of the tree's meaning only in so far as it is the same for all: files of different extensions do not compete.
 */
public final class FileExtension {
    /** No known extension. */
    public static final int NONE = -1;

    private static final int LONGEST = 5;

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

    /** What is looked at, heard or kept rather than read: its format varies with the file. */
    private static final Set<String> MEDIA = Set.of(
            ".png", ".jpg", ".jpeg", ".gif", ".svg", ".ico", ".webp", ".avif", ".bmp", ".woff", ".woff2", ".ttf",
            ".otf", ".eot", ".mp4", ".webm", ".mov", ".mp3", ".m4a", ".ogg", ".wav", ".zip", ".gz", ".tgz", ".tar",
            ".rar", ".7z", ".dmg", ".exe", ".apk", ".xbm", ".mpg", ".mpeg", ".avi", ".wmv", ".flv", ".jar", ".war",
            ".iso", ".bz2", ".xz", ".deb", ".rpm", ".psd");

    /** Those of what programs read. */
    private static final Set<String> DATA =
            Set.of(".json", ".jsonp", ".xml", ".csv", ".tsv", ".yaml", ".yml", ".rss", ".atom");

    private static final Set<String> CODE = Set.of(".js", ".css", ".php", ".asp", ".aspx", ".jsp", ".cgi");

    private static final Set<String> SHOWN = Set.of(
            "html", "htm", "php", "asp", "aspx", "jsp", "cgi", "js", "css", "png", "jpg", "jpeg", "gif", "ico", "svg");

    private static final byte[][] BYTES =
            ALL.stream().map(e -> e.getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new);

    private FileExtension() {}

    /** The number of the extension that the segment ends in, letter case aside, or {@link #NONE}; a name before it is required. */
    static int of(byte[] text, int from, int to) {
        int point = to - 1;
        int lowest = Math.max(from, to - 1 - longest());
        while (point > lowest && text[point] != '.') {
            point--;
        }
        if (point <= from || text[point] != '.' || point == to - 1) {
            return NONE;
        }
        for (int i = 0; i < BYTES.length; i++) {
            if (endsIn(BYTES[i], text, point + 1, to)) {
                return i;
            }
        }
        return NONE;
    }

    /** The extension of that number, without the point. */
    public static String name(int extension) {
        return ALL.get(extension);
    }

    /** Whether a suffix, in small letters, is the extension of pictures, sounds, films, fonts or archives. */
    public static boolean media(String suffix) {
        return MEDIA.contains(suffix);
    }

    /** Whether a suffix, in small letters, is the extension of data that programs exchange. */
    public static boolean data(String suffix) {
        return DATA.contains(suffix);
    }

    /** Whether a suffix, in small letters, is the extension of programs and styles, of which a site has few. */
    public static boolean code(String suffix) {
        return CODE.contains(suffix);
    }

    /** Whether an extension is that of pages and of what they are made of. */
    public static boolean shown(int extension) {
        return extension != NONE && SHOWN.contains(name(extension));
    }

    /** All of them, in their order. */
    public static List<String> all() {
        return ALL;
    }

    private static int longest() {
        return Math.max(LONGEST, "webmanifest".length());
    }

    private static boolean endsIn(byte[] extension, byte[] text, int from, int to) {
        if (extension.length != to - from) {
            return false;
        }
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
