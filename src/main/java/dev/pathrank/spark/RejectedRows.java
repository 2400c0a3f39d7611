package dev.pathrank.spark;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.Envelope;
import dev.pathrank.log.RejectReason;
import dev.pathrank.run.RejectLog;
import dev.pathrank.tally.RejectSink;
import dev.pathrank.text.ByteSlice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Rejected rows of a task, kept as bytes until the driver writes them to the user's file. Rows of an object stay
 * together.
 */
final class RejectedRows implements RejectLog {
    private static final Envelope ENVELOPE = new Envelope("pathrank rejects\n", 1);

    private final List<Rows> parts = new CopyOnWriteArrayList<>();

    @Override
    public Part part() {
        Rows part = new Rows();
        parts.add(part);
        return part;
    }

    /** Returns the rows as bytes, one array for each object. Called when all rows are added. */
    List<byte[]> pieces() throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        for (Rows part : parts) {
            part.end();
            pieces.addAll(part.pieces);
        }
        return pieces;
    }

    /** Adds the rows of one object to {@code to}. */
    static void replay(byte[] piece, RejectLog.Part to) throws IOException {
        ENVELOPE.read(new ByteArrayInputStream(piece), true, in -> {
            RejectSink sink = to.of(in.text());
            in.begin();
            while (in.more()) {
                replay(in, sink);
            }
            in.end();
            return piece;
        });
    }

    private static void replay(CborReader in, RejectSink sink) throws IOException {
        RejectReason reason = RejectReason.values()[in.number(RejectReason.values().length - 1)];
        long line = in.number();
        byte[] row = in.bytes();
        Set<Integer> personal = new TreeSet<>();
        in.begin();
        while (in.more()) {
            personal.add(in.number(Integer.MAX_VALUE));
        }
        in.end();
        sink.reject(reason, line, ByteSlice.of(row), personal);
    }

    /** One row. */
    private static final class Row {
        private final RejectReason reason;
        private final long line;
        private final byte[] text;
        private final Set<Integer> personal;

        Row(RejectReason reason, long line, byte[] text, Set<Integer> personal) {
            this.reason = reason;
            this.line = line;
            this.text = text;
            this.personal = personal;
        }

        void write(CborWriter out) throws IOException {
            out.number(reason.ordinal());
            out.number(line);
            out.bytes(text);
            out.begin();
            for (int cell : new TreeSet<>(personal)) {
                out.number(cell);
            }
            out.end();
        }
    }

    private static final class Rows implements Part {
        private final List<byte[]> pieces = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private String object = "";

        @Override
        public RejectSink of(String next) {
            end();
            object = next;
            return (reason, line, row, personal) -> rows.add(new Row(reason, line, row.toByteArray(), personal));
        }

        @Override
        public void takeBack() {
            rows.clear();
        }

        void end() {
            if (rows.isEmpty()) {
                return;
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                ENVELOPE.writeQuickly(bytes, out -> {
                    out.text(object);
                    out.begin();
                    for (Row row : rows) {
                        row.write(out);
                    }
                    out.end();
                });
            } catch (IOException e) {
                throw new IllegalStateException("writing to memory failed", e);
            }
            pieces.add(bytes.toByteArray());
            rows.clear();
        }
    }
}
