package dev.pathrank.tally;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.log.RequestTrait;
import dev.pathrank.log.Row;
import dev.pathrank.pattern.segment.ExamplePath;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The number of calls with each {@link RequestTrait}, and one example: the masked path with the smallest hash. Sums and
 * a minimum.
 */
final class TraitCounts {
    /** Rather more than examples have. */
    private static final int LONGEST_EXAMPLE = 1024;

    private static final RequestTrait[] TRAITS = RequestTrait.values();

    private final long[] calls = new long[TRAITS.length];
    private long exampleHash;
    private ExamplePath example = ExamplePath.NONE;
    /** The bits of all traits of the example path's rows; 0 where nothing was counted. */
    private int exampleOf;

    /** Counts a row that has traits. */
    void add(Row row, long pathHash) {
        for (int bits = row.traits(); bits != 0; bits &= bits - 1) {
            calls[Integer.numberOfTrailingZeros(bits)] += row.calls();
        }
        int shown = row.traits() & ~RequestTrait.STATIC_FILE.bit(); // needs no example
        if (shown == 0) {
            return;
        }
        int order = exampleOf == 0 ? -1 : Long.compareUnsigned(pathHash, exampleHash);
        if (order == 0 && example.is(row.path())) {
            exampleOf |= shown;
        } else if (order <= 0) {
            offer(pathHash, ExamplePath.of(row.path()), shown);
        }
    }

    private void offer(long hash, ExamplePath path, int bits) {
        int order = Long.compareUnsigned(hash, exampleHash);
        order = order == 0 ? path.compareText(example) : order;
        if (exampleOf == 0 || order < 0) {
            exampleHash = hash;
            example = path;
            exampleOf = bits;
        } else if (order == 0) {
            exampleOf |= bits;
        }
    }

    /** Adds everything that {@code other} holds. */
    void absorb(TraitCounts other) {
        for (int i = 0; i < calls.length; i++) {
            calls[i] += other.calls[i];
        }
        if (other.exampleOf != 0) {
            offer(other.exampleHash, other.example, other.exampleOf);
        }
    }

    void write(CborWriter out) throws IOException {
        out.begin();
        for (long each : calls) {
            out.number(each);
        }
        out.number(exampleHash);
        out.text(example.text());
        out.number(exampleOf);
        out.end();
    }

    /** Reads what {@link #write} wrote; this must have counted nothing. */
    void readInto(CborReader in) throws IOException {
        in.begin();
        for (int i = 0; i < calls.length; i++) {
            calls[i] = in.count();
        }
        exampleHash = in.number();
        example = ExamplePath.ofText(example(in));
        exampleOf = in.number((1 << calls.length) - 1);
        in.end();
    }

    /** Reads a masked path, which is printed as it is. */
    static String example(CborReader in) throws IOException {
        String path = in.text();
        if (path.length() > LONGEST_EXAMPLE || !path.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new DamagedFileException("has an example that cannot be printed");
        }
        return path;
    }

    TraitSummary summary() {
        Map<RequestTrait, Long> seen = new EnumMap<>(RequestTrait.class);
        Set<RequestTrait> shown = EnumSet.noneOf(RequestTrait.class);
        for (RequestTrait trait : TRAITS) {
            if (calls[trait.code()] > 0) {
                seen.put(trait, calls[trait.code()]);
            }
            if ((exampleOf & trait.bit()) != 0) {
                shown.add(trait);
            }
        }
        return new TraitSummary(seen, example.text(), shown);
    }
}
