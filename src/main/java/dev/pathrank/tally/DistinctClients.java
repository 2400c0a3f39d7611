package dev.pathrank.tally;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.DamagedFileException;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The number of distinct viewer addresses: exact up to a cap, above it estimated by an UltraLogLog sketch (O. Ertl,
 * 2023; library hash4j).
 *
 * <p>The number of distinct addresses alone decides which form holds.
 */
final class DistinctClients {
    /**
     * 2^11 registers of one byte: a standard error of sqrt(0.579 / 2^11) = 1.7 %, under the 2 % that the contract
     * allows.
     */
    static final int PRECISION = 11;

    private static final int FIRST_TABLE = 2;

    private static final long[] NO_TABLE = {};

    private final int exact;
    private long[] table = new long[FIRST_TABLE];
    private int distinct;
    private @Nullable UltraLogLog sketch;

    /** @param exact addresses that are kept one by one at most */
    DistinctClients(int exact) {
        this.exact = exact;
    }

    /** @param hash well-mixed hash of an address, not 0 */
    void add(long hash) {
        if (sketch != null) {
            sketch.add(hash);
            return;
        }
        int mask = table.length - 1;
        int slot = (int) hash & mask;
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return;
            }
            slot = (slot + 1) & mask;
        }
        if (distinct == exact) {
            becomeSketch().add(hash);
        } else {
            table[slot] = hash;
            distinct++;
            if (distinct * 4 > table.length * 3) {
                grow();
            }
        }
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        int mask = table.length - 1;
        for (long hash : old) {
            if (hash != 0) {
                int slot = (int) hash & mask;
                while (table[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                table[slot] = hash;
            }
        }
    }

    private UltraLogLog becomeSketch() {
        UltraLogLog created = UltraLogLog.create(PRECISION);
        for (long hash : table) {
            if (hash != 0) {
                created.add(hash);
            }
        }
        sketch = created;
        table = NO_TABLE;
        return created;
    }

    void absorb(DistinctClients other) {
        if (other.sketch == null) {
            for (long hash : other.table) {
                if (hash != 0) {
                    add(hash);
                }
            }
            return;
        }
        (sketch == null ? becomeSketch() : sketch).add(other.sketch);
    }

    /** Writes the sketch's registers, absent where there is none, then the exact hashes in their order. */
    void write(CborWriter out) throws IOException {
        out.begin();
        if (sketch == null) {
            out.absent();
            for (long hash : Arrays.stream(table).filter(h -> h != 0).sorted().toArray()) {
                out.number(hash);
            }
        } else {
            out.bytes(sketch.getState());
        }
        out.end();
    }

    /** Reads what {@link #write} wrote; this must be empty. */
    void readInto(CborReader in) throws IOException {
        in.begin();
        if (in.present()) {
            byte[] registers = in.bytes();
            if (registers.length != 1 << PRECISION) {
                throw new DamagedFileException("has a sketch of " + registers.length + " bytes");
            }
            sketch = UltraLogLog.wrap(registers);
            table = NO_TABLE;
            if (!(sketch.getDistinctCountEstimate() < CborReader.MOST)) {
                throw new DamagedFileException("has a sketch that counts nothing");
            }
        }
        while (in.more()) {
            long hash = in.number();
            if (hash == 0 || sketch != null || distinct == exact) {
                throw new DamagedFileException("has an invalid address");
            }
            add(hash);
        }
        in.end();
    }

    long count() {
        return sketch == null ? distinct : Math.max(exact + 1L, Math.round(sketch.getDistinctCountEstimate()));
    }
}
