package dev.pathrank.cbor;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.IOException;
import java.io.OutputStream;

/** Writes values one after the other as CBOR. */
public final class CborWriter {
    private static final CBORFactory FACTORY = CBORFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final CBORGenerator cbor;

    /** @param out stays open */
    public CborWriter(OutputStream out) throws IOException {
        cbor = FACTORY.createGenerator(out);
    }

    /** Begins a list, which may hold any number of values and lists. */
    public void begin() throws IOException {
        cbor.writeStartArray();
    }

    /** Ends the list begun last. */
    public void end() throws IOException {
        cbor.writeEndArray();
    }

    /** A whole number. */
    public void number(long value) throws IOException {
        cbor.writeNumber(value);
    }

    /** A text. */
    public void text(String value) throws IOException {
        cbor.writeString(value);
    }

    /** Bytes as they are. */
    public void bytes(byte[] value) throws IOException {
        cbor.writeBinary(value);
    }

    /** In place of a value or list that does not exist. */
    public void absent() throws IOException {
        cbor.writeNull();
    }

    /** Hands everything on; to be called at the end. */
    public void flush() throws IOException {
        cbor.flush();
    }
}
