package dev.pathrank.log;

import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.PercentEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The first bytes of an object, by which its format is recognised. */
public final class FormatSniffer {
    private static final int WORD_LENGTH = 24;

    /** The last three may be delimiters of v2 logs. */
    private static final String WHITE_SPACE_AND_DELIMITERS = "\t\r\n\u0001\u001E\u001F";

    /** An e-mail address, an IP address, or letters and digits mixed as in a key. */
    private static final Pattern PERSONAL = Pattern.compile("@|%40"
            + "|\\d{1,3}(\\.\\d{1,3}){3}"
            + "|[0-9A-Fa-f]*:[0-9A-Fa-f]*:"
            + "|(?=[A-Za-z_-]*\\d)(?=[\\d_-]*[A-Za-z])[A-Za-z0-9_-]{16}");

    private final byte[] bytes;

    /** Makes a sniffer of the first bytes, unzipped. */
    public FormatSniffer(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns whether there are no bytes. */
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Returns the first byte after a byte order mark and white space, or 0 if there is none. */
    public byte firstVisible() {
        return visibleFrom(startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0, 0);
    }

    /** Returns the next byte after {@link #firstVisible()} that is no white space, or 0 if there is none. */
    public byte secondVisible() {
        return visibleFrom(startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0, 1);
    }

    private byte visibleFrom(int start, int number) {
        int before = 0;
        for (int at = start; at < bytes.length; at++) {
            boolean space = bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t';
            if (!space && before++ == number) {
                return bytes[at];
            }
        }
        return 0;
    }

    /** Returns the bytes as ISO 8859-1 text, without a byte order mark. */
    public String text() {
        int from = startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0;
        return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
    }

    /** Returns the bytes before the first tab, at most this many, as ISO 8859-1 text; none where there is a comment. */
    public String beforeTab(int most) {
        int end = 0;
        while (end < Math.min(bytes.length, most) && bytes[end] != '\t') {
            end++;
        }
        return firstVisible() == '#' ? "" : new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** Returns whether the bytes may be text: logs escape all control characters except line ends and delimiters. */
    public boolean isText() {
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && WHITE_SPACE_AND_DELIMITERS.indexOf(b) < 0) {
                return false;
            }
        }
        return !startsWith(0xFF, 0xFE) && !startsWith(0xFE, 0xFF) && !startsWith(0x1F, 0x8B);
    }

    /** Describes an object that is not text, for a message. */
    public String describeBinary() {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < Math.min(4, bytes.length); i++) {
            hex.append(String.format(Locale.ROOT, i == 0 ? "%02x" : " %02x", bytes[i] & 0xFF));
        }
        return "not text (first bytes " + hex + guess()
                + "); supported are text, JSON and Parquet logs, uncompressed or compressed by gzip or Zstandard";
    }

    /**
     * Returns the first word of a line, for a message. Later words are not shown: the second word of some logs is a
     * person's address.
     *
     * @return at most 24 printable characters; empty if they may identify a person or be a secret
     */
    public static Optional<String> firstWord(ByteSlice line) {
        int length = 0;
        while (length < line.length() && length < WORD_LENGTH && line.at(length) != '\t' && line.at(length) != ' ') {
            length++;
        }
        String word = PercentEncoder.of(new ByteSlice(line.array(), line.from(), line.from() + length));
        return PERSONAL.matcher(word).find() ? Optional.empty() : Optional.of(word);
    }

    private String guess() {
        if (startsWith(0x1F, 0x8B)) {
            return ", gzip inside gzip: decompress it once";
        }
        if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF)) {
            return ", UTF-16";
        }
        return startsWith(0x28, 0xB5, 0x2F, 0xFD) ? ", Zstandard inside gzip or Zstandard: decompress it once" : "";
    }

    /** Returns whether the bytes begin with {@code magic}, each from 0 to 255. */
    public boolean startsWith(int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
