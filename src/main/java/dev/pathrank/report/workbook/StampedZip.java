package dev.pathrank.report.workbook;

import dev.pathrank.text.LittleEndian;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A copy of a workbook that says another time of its making. The library takes the clock's, so that no two workbooks of
 * the same logs would be the same. Entries are found by the directory at the end: their own headers have lengths in a
 * form that {@link java.util.zip.ZipInputStream} does not read.
 */
final class StampedZip {
    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern CREATED = Pattern.compile("(<dcterms:(?:created|modified)[^>]*>)[^<]*");

    /** The first time that an entry can have. */
    private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int END_LENGTH = 22;
    private static final int HEADER_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;

    private final byte[] zip;
    private final Instant made;

    private StampedZip(byte[] zip, Instant made) {
        this.zip = zip;
        this.made = made;
    }

    /** @param out left open */
    static void copy(byte[] workbook, Instant made, OutputStream out) throws IOException {
        new StampedZip(workbook, made).copyTo(out);
    }

    private void copyTo(OutputStream out) throws IOException {
        LocalDateTime stamp = LocalDateTime.ofInstant(made, ZoneOffset.UTC);
        ZipOutputStream copy = new ZipOutputStream(out);
        int end = zip.length - END_LENGTH;
        int at = number(end + 16);
        for (int entry = half(end + 10); entry > 0; entry--) {
            int nameLength = half(at + 28);
            String name = new String(zip, at + HEADER_LENGTH, nameLength, StandardCharsets.UTF_8);
            ZipEntry copied = new ZipEntry(name);
            copied.setTimeLocal(stamp.isBefore(FIRST) ? FIRST : stamp);
            copy.putNextEntry(copied);
            byte[] content = content(at);
            copy.write(name.equals(PROPERTIES) ? stamped(content) : content);
            copy.closeEntry();
            at += HEADER_LENGTH + nameLength + half(at + 30) + half(at + 32);
        }
        copy.finish();
    }

    private int number(int at) {
        return (int) LittleEndian.INT.get(zip, at);
    }

    private int half(int at) {
        return Short.toUnsignedInt((short) LittleEndian.SHORT.get(zip, at));
    }

    private byte[] content(int header) throws IOException {
        int local = number(header + 42);
        int from = local + LOCAL_LENGTH + half(local + 26) + half(local + 28);
        byte[] content = new byte[number(header + 24)];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(zip, from, number(header + 20));
            int length = 0;
            while (length < content.length) {
                int more = inflater.inflate(content, length, content.length - length);
                if (more == 0) {
                    throw new IOException("the workbook has an entry that ends early");
                }
                length += more;
            }
        } catch (DataFormatException e) {
            throw new IOException("the workbook has an entry that cannot be read", e);
        } finally {
            inflater.end();
        }
        return content;
    }

    private byte[] stamped(byte[] properties) {
        String text = new String(properties, StandardCharsets.UTF_8);
        return CREATED.matcher(text).replaceAll("$1" + made).getBytes(StandardCharsets.UTF_8);
    }
}
