package dev.pathrank.tally.seconds;

import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The packed sums of a day, grouped by endpoint or by leaf: for a range of groups at a time. */
final class PackedGroups {
    private static final int FIRST_BYTES = 64;
    private static final int MOST_NUMBER = 10;

    private final PerSecondCounts seconds;
    private final int[] groupOfLeaf;
    private final byte[] @Nullable [] packed;
    private final int[] lengths;
    private final DaySeconds view = new DaySeconds();

    /**
     * @param groupOfLeaf the group of each leaf, -1 for leaves that are left out
     * @param groups how many there are
     */
    PackedGroups(PerSecondCounts seconds, int[] groupOfLeaf, int groups) {
        this.seconds = seconds;
        this.groupOfLeaf = groupOfLeaf;
        this.packed = new byte[groups][];
        this.lengths = new int[groups];
    }

    /** Collects the sums of the groups {@code from} to {@code to}, exclusive, of a day. */
    void gather(long day, int from, int to) throws IOException {
        seconds.forEach(day, (leaf, second, calls, code, sums) -> {
            int group = groupOfLeaf[leaf];
            if (group >= from && group < to) {
                append(group, second, code, sums);
            }
        });
    }

    private void append(int group, int second, int code, ByteSlice sums) {
        byte[] all = packed[group];
        int length = lengths[group];
        int needed = length + MOST_NUMBER + sums.length();
        if (all == null || needed > all.length) {
            all = all == null
                    ? new byte[Math.max(FIRST_BYTES, needed)]
                    : Arrays.copyOf(all, Math.max(needed, 2 * all.length));
            packed[group] = all;
        }
        int at = SecondSums.put((long) (second - DaySeconds.FIRST) << SecondSums.CODE_BITS | code, all, length);
        System.arraycopy(sums.array(), sums.from(), all, at, sums.length());
        lengths[group] = at + sums.length();
    }

    /** Returns whether a group has any sum of the gathered day. */
    boolean has(int group) {
        return lengths[group] > 0;
    }

    /** Returns the seconds of a group, which are then forgotten here; the view is reused for the next. */
    DaySeconds take(int group, long day) {
        view.begin(day);
        byte[] bytes = packed[group];
        if (bytes != null) {
            SecondSums.Cursor cursor = new SecondSums.Cursor(new ByteSlice(bytes, 0, lengths[group]));
            while (cursor.more()) {
                int entry = (int) cursor.number();
                cursor.addTo(
                        view,
                        (entry >>> SecondSums.CODE_BITS) + DaySeconds.FIRST,
                        entry & (1 << SecondSums.CODE_BITS) - 1);
            }
        }
        view.finish();
        lengths[group] = 0;
        return view;
    }

    /** Releases the memory of the groups {@code from} to {@code to}, exclusive. */
    void release(int from, int to) {
        Arrays.fill(packed, from, to, null);
    }
}
