package dev.pathrank.run;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.cbor.Envelope;
import dev.pathrank.tally.RowCounts;
import dev.pathrank.tally.Tally;
import dev.pathrank.tally.file.DatedObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** A share as bytes, in which another process takes it over: the tallies as in a tally file, and all that was found out beside them. */
public final class PartialAggregateCodec {
    private static final Envelope ENVELOPE = new Envelope("pathrank share\n", 1);
    private static final int READ = 0;
    private static final int SKIPPED = 1;
    private static final int FAILED = 2;

    private PartialAggregateCodec() {}

    /** All that {@code share} holds, of whose days none may have been spilled; it is used up. */
    public static byte[] write(PartialAggregate share) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ENVELOPE.writeQuickly(bytes, out -> write(share, out));
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #write(Share)} wrote.
     *
     * @param settings of the run that wrote it
     */
    public static PartialAggregate read(byte[] bytes, RunSettings settings) throws IOException {
        PartialAggregate share = new PartialAggregate(settings);
        try {
            return ENVELOPE.read(new ByteArrayInputStream(bytes), true, in -> read(in, share, settings));
        } catch (IOException | RuntimeException e) {
            share.close();
            throw e;
        }
    }

    private static void write(PartialAggregate share, CborWriter out) throws IOException {
        out.begin();
        share.tally().write(out);
        for (long day : share.days().days()) {
            out.number(day);
            try (Tally tally = share.days().take(day)) {
                tally.write(out);
            }
        }
        out.end();
        out.begin();
        for (DatedObject object : share.objects()) {
            object.write(out);
        }
        out.end();
        share.rows().write(out);
        write(share.callsByDistribution(), out);
        write(share.objectsByLayout(), out);
        out.begin();
        for (ObjectResult result : share.results()) {
            write(result, out);
        }
        out.end();
        out.number(share.textBytes());
        out.number(share.passedOverLines());
        out.number(share.storedBytes());
    }

    private static PartialAggregate read(CborReader in, PartialAggregate share, RunSettings settings)
            throws IOException {
        in.begin();
        share.tally().merge(Tally.read(in, settings.tally()));
        while (in.more()) {
            long day = in.number();
            share.days().put(day, Tally.read(in, settings.tally()));
        }
        in.end();
        in.begin();
        while (in.more()) {
            share.addObject(DatedObject.read(in));
        }
        in.end();
        share.rows().merge(RowCounts.read(in));
        in.begin();
        while (in.more()) {
            share.addCalls(in.text(), in.number());
        }
        in.end();
        in.begin();
        while (in.more()) {
            share.addRecognised(in.text(), in.number());
        }
        in.end();
        in.begin();
        while (in.more()) {
            share.addResult(result(in));
        }
        in.end();
        share.addTextBytes(in.number());
        share.addPassedOverLines(in.number());
        share.addStoredBytes(in.number());
        return share;
    }

    private static void write(Map<String, Long> sums, CborWriter out) throws IOException {
        out.begin();
        for (Map.Entry<String, Long> sum : new TreeMap<>(sums).entrySet()) {
            out.text(sum.getKey());
            out.number(sum.getValue());
        }
        out.end();
    }

    private static void write(ObjectResult result, CborWriter out) throws IOException {
        if (result instanceof ObjectResult.Read read) {
            out.number(READ);
            out.text(read.object());
            out.number(read.rows());
        } else if (result instanceof ObjectResult.Skipped skipped) {
            out.number(SKIPPED);
            out.text(skipped.object());
            out.text(skipped.what());
        } else if (result instanceof ObjectResult.Failed failed) {
            out.number(FAILED);
            out.text(failed.object());
            out.text(failed.why());
            out.number(failed.rows());
            out.number(failed.isLog() ? 1 : 0);
        }
    }

    private static ObjectResult result(CborReader in) throws IOException {
        int kind = in.number(FAILED);
        String object = in.text();
        return switch (kind) {
            case READ -> new ObjectResult.Read(object, in.number());
            case SKIPPED -> new ObjectResult.Skipped(object, in.text());
            case FAILED -> new ObjectResult.Failed(object, in.text(), in.number(), in.number(1) == 1);
            default -> throw new DamagedFileException("holds no result of kind " + kind);
        };
    }
}
