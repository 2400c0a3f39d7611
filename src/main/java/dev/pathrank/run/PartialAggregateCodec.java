package dev.pathrank.run;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.cbor.Envelope;
import dev.pathrank.run.ObjectResult.Skipped.Cause;
import dev.pathrank.tally.RowCounts;
import dev.pathrank.tally.Tally;
import dev.pathrank.tally.file.DatedObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Codec that carries a partial aggregate to another process: tallies as in a tally file, and everything else that was
 * found.
 */
public final class PartialAggregateCodec {
    private static final Envelope ENVELOPE = new Envelope("pathrank partial aggregate\n", 1);
    private static final int READ = 0;
    private static final int SKIPPED = 1;
    private static final int FAILED = 2;

    private PartialAggregateCodec() {}

    /** Returns a partial aggregate as bytes. It cannot be used any more; none of its days may have been spilled. */
    public static byte[] write(PartialAggregate partial) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ENVELOPE.writeQuickly(bytes, out -> write(partial, out));
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #write(PartialAggregate)} returned.
     *
     * @param settings of the run that wrote it
     */
    public static PartialAggregate read(byte[] bytes, RunSettings settings) throws IOException {
        PartialAggregate partial = new PartialAggregate(settings);
        try {
            return ENVELOPE.read(new ByteArrayInputStream(bytes), true, in -> read(in, partial, settings));
        } catch (IOException | RuntimeException e) {
            partial.close();
            throw e;
        }
    }

    private static void write(PartialAggregate partial, CborWriter out) throws IOException {
        out.begin();
        partial.tally().write(out);
        for (long day : partial.days().days()) {
            out.number(day);
            try (Tally tally = partial.days().take(day)) {
                tally.write(out);
            }
        }
        out.end();
        out.begin();
        for (DatedObject object : partial.objects()) {
            object.write(out);
        }
        out.end();
        partial.rows().write(out);
        partial.seen().write(out);
        write(partial.callsByDistribution(), out);
        write(partial.objectsByLayout(), out);
        out.begin();
        for (ObjectResult result : partial.results()) {
            write(result, out);
        }
        out.end();
        out.number(partial.textBytes());
        out.number(partial.passedOverLines());
        out.number(partial.storedBytes());
        out.number(partial.delimiterUses());
    }

    private static PartialAggregate read(CborReader in, PartialAggregate partial, RunSettings settings)
            throws IOException {
        in.begin();
        partial.tally().merge(Tally.read(in, settings.tally()));
        while (in.more()) {
            long day = in.number();
            partial.days().put(day, Tally.read(in, settings.tally()));
        }
        in.end();
        in.begin();
        while (in.more()) {
            partial.addObject(DatedObject.read(in));
        }
        in.end();
        partial.rows().merge(RowCounts.read(in));
        partial.seen().readInto(in);
        in.begin();
        while (in.more()) {
            partial.addCalls(in.text(), in.number());
        }
        in.end();
        in.begin();
        while (in.more()) {
            partial.addRecognised(in.text(), in.number());
        }
        in.end();
        in.begin();
        while (in.more()) {
            partial.addResult(result(in));
        }
        in.end();
        partial.addTextBytes(in.number());
        partial.addPassedOverLines(in.number());
        partial.addStoredBytes(in.number());
        partial.addDelimiterUses(in.number());
        return partial;
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
            out.number(skipped.cause().ordinal());
            out.text(skipped.content());
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
            case SKIPPED -> {
                Cause[] causes = Cause.values();
                yield new ObjectResult.Skipped(object, causes[in.number(causes.length - 1)], in.text());
            }
            case FAILED -> new ObjectResult.Failed(object, in.text(), in.number(), in.number(1) == 1);
            default -> throw new DamagedFileException("holds no result of kind " + kind);
        };
    }
}
