package dev.pathrank.state;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Optional;

/** An index of the objects in a state, in 24 bytes each: a hash of 128 bits for the name, one of 64 for the version. */
final class ObjectIndex {
    private static final Hasher128 HASHER = Hashing.murmur3_128();
    private static final int SLOT = 3;

    private long[] table = new long[SLOT << 6];
    private int count;

    /** The result of looking up an object whose name is known. */
    enum Found {
        SAME,
        OTHER_VERSION
    }

    boolean isEmpty() {
        return count == 0;
    }

    void add(String name, String version) {
        if ((count + 1) * 2L * SLOT > table.length) {
            grow();
        }
        HashValue128 hash = hash(name);
        put(hash.getMostSignificantBits(), hash.getLeastSignificantBits() | 1, versionHash(version));
        count++;
    }

    private void put(long high, long low, long version) {
        int slot = slot(low);
        while (table[slot + 1] != 0) {
            slot = next(slot);
        }
        table[slot] = high;
        table[slot + 1] = low;
        table[slot + 2] = version;
    }

    /** Returns what is known of a name and version; empty where the name is unknown. */
    Optional<Found> find(String name, String version) {
        HashValue128 hash = hash(name);
        long low = hash.getLeastSignificantBits() | 1;
        boolean other = false;
        for (int slot = slot(low); table[slot + 1] != 0; slot = next(slot)) {
            if (table[slot + 1] == low && table[slot] == hash.getMostSignificantBits()) {
                if (table[slot + 2] == versionHash(version)) {
                    return Optional.of(Found.SAME);
                }
                other = true;
            }
        }
        return other ? Optional.of(Found.OTHER_VERSION) : Optional.empty();
    }

    private void grow() {
        long[] old = table;
        table = new long[2 * old.length];
        for (int slot = 0; slot < old.length; slot += SLOT) {
            if (old[slot + 1] != 0) {
                put(old[slot], old[slot + 1], old[slot + 2]);
            }
        }
    }

    private int slot(long low) {
        return (int) Long.remainderUnsigned(low >>> 1, table.length / SLOT) * SLOT;
    }

    private int next(int slot) {
        return slot + SLOT == table.length ? 0 : slot + SLOT;
    }

    private static HashValue128 hash(String name) {
        return HASHER.hashCharsTo128Bits(name);
    }

    private static long versionHash(String version) {
        return HASHER.hashCharsToLong(version);
    }
}
