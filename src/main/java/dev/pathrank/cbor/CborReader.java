package dev.pathrank.cbor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import dev.pathrank.io.IoSupplier;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link CborWriter} wrote, value by value. Anything else than what is asked for is
 * {@link DamagedFileException damage}.
 */
public final class CborReader {
    /** The most that a count may be: the sums of many files still fit a {@code long}. */
    public static final long MOST = 1L << 50;

    /** Lists within each other; a path tree needs about half as many. */
    private static final int DEEPEST = 100;

    private static final int LONGEST_TEXT = 16 << 20;

    private static final CBORFactory FACTORY = CBORFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private final JsonParser cbor;
    private @Nullable JsonToken ahead;

    /** @param in stays as open as it is */
    public CborReader(InputStream in) throws IOException {
        cbor = FACTORY.createParser(in);
        cbor.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    }

    /** Goes into a list. */
    public void begin() throws IOException {
        expect(JsonToken.START_ARRAY);
    }

    /** Leaves a list, which must have been read completely. */
    public void end() throws IOException {
        expect(JsonToken.END_ARRAY);
    }

    /** Whether the list goes on. */
    public boolean more() throws IOException {
        return peek() != JsonToken.END_ARRAY;
    }

    /** Whether nothing follows, neither in a list nor behind all of them. */
    boolean isAtEnd() throws IOException {
        return peek() == null;
    }

    /** Whether there is a value or list; if there is none, its {@link CborWriter#absent() mark} is taken. */
    public boolean present() throws IOException {
        if (peek() != JsonToken.VALUE_NULL) {
            return true;
        }
        take();
        return false;
    }

    /** A whole number. */
    public long number() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT);
        return understood(cbor::getLongValue);
    }

    /** A whole number from 0 to {@code most}. */
    public int number(int most) throws IOException {
        long value = number();
        if (value < 0 || value > most) {
            throw new DamagedFileException("holds " + value + "; expected 0 to " + most);
        }
        return (int) value;
    }

    /** A whole number from {@code least} to {@code most}. */
    public long number(long least, long most) throws IOException {
        long value = number();
        if (value < least || value > most) {
            throw new DamagedFileException("holds " + value + "; expected " + least + " to " + most);
        }
        return value;
    }

    /** A number of things: a whole number from 0 to {@link #MOST}. */
    public long count() throws IOException {
        return number(0, MOST);
    }

    /** A text. */
    public String text() throws IOException {
        expect(JsonToken.VALUE_STRING);
        return understood(cbor::getText);
    }

    /** Bytes. */
    public byte[] bytes() throws IOException {
        expect(JsonToken.VALUE_EMBEDDED_OBJECT);
        return understood(cbor::getBinaryValue);
    }

    private void expect(JsonToken wanted) throws IOException {
        JsonToken found = take();
        if (found != wanted) {
            throw new DamagedFileException("holds " + found + "; expected " + wanted);
        }
    }

    private @Nullable JsonToken peek() throws IOException {
        if (ahead == null) {
            ahead = next();
        }
        return ahead;
    }

    private @Nullable JsonToken take() throws IOException {
        JsonToken taken = peek();
        ahead = null;
        return taken;
    }

    private @Nullable JsonToken next() throws IOException {
        try {
            return cbor.nextToken();
        } catch (JsonProcessingException e) {
            throw notUnderstood(e);
        }
    }

    /** Returns a value, which the parser may look at only now. */
    private static <T> T understood(IoSupplier<T> value) throws IOException {
        try {
            return value.get();
        } catch (JsonProcessingException e) {
            throw notUnderstood(e);
        }
    }

    private static DamagedFileException notUnderstood(JsonProcessingException e) {
        return new DamagedFileException("cannot be parsed: " + e.getOriginalMessage(), e);
    }
}
