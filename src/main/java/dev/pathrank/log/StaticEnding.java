package dev.pathrank.log;

import dev.pathrank.text.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Endings of paths that are static files under any name, hashed or numbered: parts of pages, pictures, fonts, media.
 */
public final class StaticEnding {
    private static final Set<String> ENDINGS = Set.of("""
            css js mjs map wasm webmanifest swf cur
            ico bmp gif jpg jpeg jfif png apng svg svgz webp avif heic jxl tif tiff
            eot otf ttf woff woff2
            mp3 m4a aac opus ogg oga wav flac mp4 m4v m4s webm ogv mov avi mpg mpeg m3u8 mpd ts
            """.strip().split("\\s+"));

    /** The longest ending that {@link #is} knows: one that fits into a long. */
    private static final int LONGEST = Long.BYTES;

    private static final long[] PACKED = ENDINGS.stream()
            .filter(ending -> ending.length() <= LONGEST)
            .mapToLong(StaticEnding::pack)
            .sorted()
            .toArray();

    private StaticEnding() {}

    /** Returns whether an ending, in lower case and without its point, is one of them. */
    public static boolean contains(String ending) {
        return ENDINGS.contains(ending);
    }

    /** Returns whether a path has one of these endings, in either case. */
    static boolean is(ByteSlice path) {
        byte[] bytes = path.array();
        int lowest = Math.max(path.from(), path.to() - LONGEST - 1);
        long ending = 0;
        int shift = 0;
        for (int at = path.to() - 1; at >= lowest; at--) {
            byte b = bytes[at];
            if (b == '.') {
                return shift > 0 && Arrays.binarySearch(PACKED, ending) >= 0;
            }
            if (b == '/' || shift == Long.SIZE) {
                return false;
            }
            ending |= (long) (b >= 'A' && b <= 'Z' ? b | 0x20 : b & 0xFF) << shift;
            shift += Byte.SIZE;
        }
        return false;
    }

    /** Returns whether the last segment of a path has an ending at all. */
    static boolean hasAny(ByteSlice path) {
        for (int at = path.length() - 1; at > 0 && path.at(at) != '/'; at--) {
            if (path.at(at) == '.' && path.at(at - 1) != '/') {
                return true;
            }
        }
        return false;
    }

    /** Returns the bytes of an ending, the last one lowest. */
    private static long pack(String ending) {
        long packed = 0;
        for (byte b : ending.getBytes(StandardCharsets.US_ASCII)) {
            packed = packed << Byte.SIZE | b;
        }
        return packed;
    }
}
