package dev.pathrank.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * The names of tally files: the day and the beginning of the content's SHA-256, so that different contents have
 * different names.
 */
final class ContentName {
    private static final int DIGITS = 16;

    private ContentName() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns the name of a day's file. */
    static String of(long day, MessageDigest content) {
        return LocalDate.ofEpochDay(day) + "." + digits(content) + ".tally";
    }

    /** Returns whether a name can be that of a day's file. */
    static boolean isOf(long day, String name) {
        return name.matches(LocalDate.ofEpochDay(day) + "\\.[0-9a-f]{" + DIGITS + "}\\.tally");
    }

    /** Returns whether a name was made from this content. */
    static boolean fits(String name, InputStream content) throws IOException {
        DigestInputStream in = new DigestInputStream(content, digest());
        in.transferTo(OutputStream.nullOutputStream());
        return name.contains("." + digits(in.getMessageDigest()) + ".");
    }

    private static String digits(MessageDigest content) {
        return HexFormat.of().formatHex(content.digest()).substring(0, DIGITS);
    }
}
