package dev.pathrank.log;

import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.LittleEndian;
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

    /** The longest ending that {@link #is} knows: one that fits into a long with its point. */
    private static final int LONGEST = Long.BYTES - 1;

    /** The bit that letters have and digits have not; in capitals the next lower one is missing. */
    private static final long LETTERS = 0x4040404040404040L;

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
        long end = lastEight(path.array(), path.to());
        long points = ByteSearch.hits(end, (byte) '.');
        long found = points | ByteSearch.hits(end, (byte) '/');
        int last = Long.SIZE - Long.numberOfLeadingZeros(found);
        boolean ending = last > 0 && last < Long.SIZE && (points >>> last - 1) != 0;
        return ending
                && path.length() >= (Long.SIZE - last) / Byte.SIZE + 1
                && Arrays.binarySearch(PACKED, lower(end >>> last)) >= 0;
    }

    /** Returns the last bytes before {@code to}, the last one highest; 0 for those that the array does not have. */
    private static long lastEight(byte[] bytes, int to) {
        if (to >= Long.BYTES) {
            return LittleEndian.longAt(bytes, to - Long.BYTES);
        }
        long word = 0;
        for (int at = 0; at < to; at++) {
            word = word >>> Byte.SIZE | (long) bytes[at] << Long.SIZE - Byte.SIZE;
        }
        return word;
    }

    /** Returns the bytes with letters in lower case; others stay what they are or become no letter or digit either. */
    private static long lower(long word) {
        return word | (word & LETTERS) >>> 1;
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

    /** Returns the bytes of an ending, the last one highest. */
    private static long pack(String ending) {
        byte[] bytes = ending.getBytes(StandardCharsets.US_ASCII);
        return lastEight(bytes, bytes.length) >>> Long.SIZE - Byte.SIZE * bytes.length;
    }
}
