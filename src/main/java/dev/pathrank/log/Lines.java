package dev.pathrank.log;

import dev.pathrank.source.DamagedObjectException;
import dev.pathrank.text.ByteSlice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an unzipped log object, one after another as ranges of one reused buffer. A line's range leaves out its
 * line end (LF or CRLF) and a byte order mark in front of it.
 *
 * <p>A fault of the stream is held back until every complete line before it was handed out.
 */
public final class Lines {
    private static final int HEAD_BYTES = 512;

    private final int longestLine;
    private byte[] buffer;
    private InputStream in = InputStream.nullInputStream();
    private @Nullable IOException fault;
    private boolean ended;
    private int limit;
    private int nextFrom;
    private boolean skipping;

    private final DelimiterIndex marks = new DelimiterIndex();
    private int nextMark;
    private int nextNewline;

    private final ByteSlice line = new ByteSlice();
    private int firstMark;
    private int tabs;
    private long number;
    private boolean cut;

    /**
     * @param bufferSize bytes the buffer begins with, at least 1; it grows for a long line
     * @param longestLine bytes of the longest line that is handed out whole, its line end not counted
     */
    public Lines(int bufferSize, int longestLine) {
        this.longestLine = longestLine;
        this.buffer = new byte[Math.min(bufferSize, longestLine + 1)];
    }

    /** Begins with a new object; what was held of the one before is forgotten. */
    public void open(InputStream unzipped) {
        in = unzipped;
        fault = null;
        ended = false;
        limit = 0;
        nextFrom = 0;
        skipping = false;
        marks.clear();
        nextMark = 0;
        nextNewline = 0;
        line.set(buffer, 0, 0);
        firstMark = 0;
        tabs = 0;
        number = 0;
        cut = false;
    }

    /** Lets go of the stream, which belongs to whoever opened it. */
    public void release() {
        in = InputStream.nullInputStream();
    }

    /**
     * The object's first bytes, up to 512 of them, before the first {@link #next()}: an empty range where the object is
     * empty.
     *
     * @throws IOException if the stream is broken before its first byte
     */
    public FormatSniffer head() throws IOException {
        while (!ended && limit < Math.min(HEAD_BYTES, buffer.length)) {
            fill();
        }
        if (limit == 0 && fault != null) {
            throw fault;
        }
        return new FormatSniffer(Arrays.copyOf(buffer, Math.min(limit, HEAD_BYTES)));
    }

    /**
     * Moves to the next line.
     *
     * @return false at the end of the object
     * @throws IOException the stream's fault, after the last line before it
     */
    public boolean next() throws IOException {
        if (skipping) {
            skipRest();
        }
        while (true) {
            if (foundNewline()) {
                return lineTo(marks.newline(nextNewline));
            }
            if (limit - nextFrom > longestLine) {
                skipping = true;
                return line(nextFrom + longestLine, limit, marks.count(), true);
            }
            if (ended) {
                return lastLine();
            }
            fill();
        }
    }

    /**
     * All bytes of the object, before the first {@link #next()}.
     *
     * @return empty if there are more than {@code most}
     * @throws IOException what broke the stream
     */
    public Optional<byte[]> all(int most) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(buffer, 0, limit);
        while (!ended && all.size() <= most) {
            nextFrom = limit;
            fill();
            all.write(buffer, 0, limit);
        }
        if (fault != null) {
            throw fault;
        }
        return all.size() > most ? Optional.empty() : Optional.of(all.toByteArray());
    }

    /** Returns the current line without its line end, reused for the next line. */
    public ByteSlice line() {
        return line;
    }

    /** 1-based number of the line in the object. */
    public long number() {
        return number;
    }

    /** Whether the range is only the beginning of a line: longer than the longest allowed, or broken off by damage. */
    public boolean cut() {
        return cut;
    }

    /** Whether a stream fault waits behind this line. */
    public boolean brokenOff() {
        return cut && !skipping;
    }

    public boolean isBlank() {
        return line.isEmpty();
    }

    public boolean startsWith(byte first) {
        return !line.isEmpty() && line.at(0) == first;
    }

    /** Where the tabs of the buffer are, and its newlines; those of this line begin with number {@link #firstMark()}. */
    int[] marks() {
        return marks.places();
    }

    int firstMark() {
        return firstMark;
    }

    /** Tabs in this line, if it is not {@link #cut()}. */
    public int tabs() {
        return tabs;
    }

    private boolean lineTo(int newlineMark) {
        nextNewline++;
        int newline = marks.places()[newlineMark];
        boolean more = line(newline, newline + 1, newlineMark, false);
        nextMark = newlineMark + 1;
        return more;
    }

    private boolean lastLine() throws IOException {
        boolean nothingLeft = nextFrom == limit;
        if (fault != null && (nothingLeft || !(fault instanceof DamagedObjectException))) {
            throw fault;
        }
        return !nothingLeft && line(limit, limit, marks.count(), fault != null);
    }

    private boolean line(int end, int following, int followingMark, boolean isCut) {
        firstMark = nextMark;
        tabs = followingMark - nextMark;
        nextMark = followingMark;
        int from = afterByteOrderMark(nextFrom, end);
        line.set(buffer, from, end > from && buffer[end - 1] == '\r' ? end - 1 : end);
        cut = isCut;
        number++;
        nextFrom = following;
        return true;
    }

    // Also in the middle of a stream: that is where concatenated files have theirs.
    private int afterByteOrderMark(int start, int end) {
        boolean marked = end - start >= 3
                && buffer[start] == (byte) 0xEF
                && buffer[start + 1] == (byte) 0xBB
                && buffer[start + 2] == (byte) 0xBF;
        return marked ? start + 3 : start;
    }

    private void skipRest() {
        boolean over = foundNewline();
        while (!over && !ended) {
            nextFrom = limit;
            nextMark = marks.count();
            fill();
            over = foundNewline();
        }
        nextMark = over ? marks.newline(nextNewline++) + 1 : marks.count();
        nextFrom = over ? marks.places()[nextMark - 1] + 1 : limit;
        skipping = false;
    }

    /** Whether the buffer holds another newline. */
    private boolean foundNewline() {
        if (nextNewline == marks.newlines()) {
            marks.see(buffer, limit);
        }
        return nextNewline < marks.newlines();
    }

    private void fill() {
        makeRoom();
        try {
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                ended = true;
            } else {
                limit += read;
            }
        } catch (IOException broken) {
            // Not lost: it is thrown when the lines before it have been handed out.
            fault = broken;
            ended = true;
        }
    }

    private void makeRoom() {
        if (nextFrom > 0) {
            System.arraycopy(buffer, nextFrom, buffer, 0, limit - nextFrom);
            marks.move(nextFrom, nextMark);
            nextMark = 0;
            nextNewline = 0;
            limit -= nextFrom;
            nextFrom = 0;
        }
        if (limit == buffer.length) {
            // One byte more than the longest line, for its newline.
            buffer = Arrays.copyOf(buffer, (int) Math.min(buffer.length * 2L, longestLine + 1L));
        }
    }
}
