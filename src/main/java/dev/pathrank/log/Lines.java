package dev.pathrank.log;

import dev.pathrank.io.IoRunnable;
import dev.pathrank.source.DamagedObjectException;
import dev.pathrank.text.ByteSlice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an unzipped log object, one after another, in one reused buffer. A line has no line end (LF or CRLF) and
 * no byte order mark.
 *
 * <p>A fault of the stream is thrown only after every complete line before it was returned.
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
     * Makes a reader of lines.
     *
     * @param bufferSize bytes the buffer begins with, at least 1; it grows for a long line
     * @param longestLine bytes of the longest line that is returned whole, without its line end
     */
    public Lines(int bufferSize, int longestLine) {
        this.longestLine = longestLine;
        this.buffer = new byte[Math.min(bufferSize, longestLine + 1)];
    }

    /** Returns the bytes of the longest line that is returned whole. */
    public int longest() {
        return longestLine;
    }

    /** Begins a new object. */
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

    /** Drops the stream without closing it. */
    public void release() {
        in = InputStream.nullInputStream();
    }

    /**
     * Returns the first bytes of the object, 512 or all if there are fewer. Called before the first {@link #next()}.
     *
     * @throws IOException if the stream fails before its first byte
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
     * @throws IOException the fault of the stream, after the last line before it
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
     * Returns all bytes of the object. Called before the first {@link #next()}.
     *
     * @param few up to which nothing is asked
     * @param beforeMany called before more are read
     * @return empty if there are more than {@code most}
     * @throws IOException the fault of the stream, or {@link DamagedObjectException} if there is no memory for them
     */
    public Optional<byte[]> all(int most, int few, IoRunnable beforeMany) throws IOException {
        if (fault != null) {
            throw fault;
        }
        try {
            InputStream bytes = stream();
            byte[] all = bytes.readNBytes(few + 1);
            if (all.length > few) {
                beforeMany.run();
                byte[] rest = bytes.readNBytes(most - few);
                int first = all.length;
                all = Arrays.copyOf(all, first + rest.length);
                System.arraycopy(rest, 0, all, first, rest.length);
            }
            ended = true;
            return all.length > most ? Optional.empty() : Optional.of(all);
        } catch (OutOfMemoryError e) {
            throw new DamagedObjectException("there is not enough memory for all of it; give Java more (-Xmx)", e);
        }
    }

    /**
     * Returns the object from its first byte, for a format that has no lines. Called before the first {@link #next()}.
     */
    public InputStream stream() {
        InputStream rest = fault == null ? in : new FaultyInputStream(fault);
        return new SequenceInputStream(new ByteArrayInputStream(buffer, 0, limit), rest);
    }

    /** A stream that has nothing but a fault. */
    private static final class FaultyInputStream extends InputStream {
        private final IOException fault;

        FaultyInputStream(IOException fault) {
            this.fault = fault;
        }

        @Override
        public int read() throws IOException {
            throw fault;
        }

        @Override
        public int read(byte[] out, int offset, int length) throws IOException {
            throw fault;
        }
    }

    /** Returns the current line without its line end, reused for the next line. */
    public ByteSlice line() {
        return line;
    }

    /** Returns the 1-based number of the line in the object. */
    public long number() {
        return number;
    }

    /** Returns whether this is only the beginning of a line, which is longer than allowed or was cut by damage. */
    public boolean cut() {
        return cut;
    }

    /** Returns whether a fault of the stream follows this line. */
    public boolean brokenOff() {
        return cut && !skipping;
    }

    /** Returns whether the line is empty. */
    public boolean isEmpty() {
        return line.isEmpty();
    }

    /** Returns whether the line begins with a byte. */
    public boolean startsWith(byte first) {
        return !line.isEmpty() && line.at(0) == first;
    }

    /**
     * Returns the indices of the buffer's tabs and newlines; those of this line begin with number {@link #firstMark()}.
     */
    int[] marks() {
        return marks.places();
    }

    /** Returns the number of the first mark of this line. */
    int firstMark() {
        return firstMark;
    }

    /**
     * Returns whether the cells of this line lie between marks, as those of nearly every line do: it is not the first
     * of the buffer, no byte order mark was taken from it, and no carriage return.
     *
     * @param butForLast whether the end of the last cell does not matter, which a carriage return is part of
     */
    boolean isBetweenMarks(boolean butForLast) {
        int end = firstMark + tabs;
        int[] places = marks.places();
        return firstMark > 0
                && places[firstMark - 1] + 1 == line.from()
                && (butForLast || end < places.length && places[end] == line.to());
    }

    /** Returns the number of tabs in this line, if it is not {@link #cut()}. */
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

    // Also in the middle of a stream, where concatenated files have theirs.
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

    /** Returns whether the buffer holds another newline. */
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
            // Thrown after the lines before it were returned.
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
