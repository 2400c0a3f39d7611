package dev.pathrank.tally.query;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.log.Row;
import dev.pathrank.pattern.segment.MaskedPath;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The paths and queries of the {@value #MOST} counted rows with the smallest hashes; one row in eight takes part. A
 * row's hash comes from its own fields, so the sample depends on neither order nor split. A sum like the tally.
 */
public final class QuerySample {
    /** The most rows that are kept. */
    static final int MOST = 2048;

    /** Sampled calls below which a path is not judged. */
    private static final int LEAST_CALLS = 30;

    /** Bits of the hash that are 0 in rows that take part. */
    private static final int APART = 7;

    private static final int LONGEST_PATH = 256;
    private static final int LONGEST_QUERY = 1024;
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final Comparator<QueryKeyProposal> MOST_CALLS = Comparator.comparingInt(QueryKeyProposal::calls)
            .reversed()
            .thenComparing(QueryKeyProposal::path)
            .thenComparing(QueryKeyProposal::key);

    /** Ascending. */
    private long[] hashes = new long[16];

    /** The path of the row of each hash, and its query behind a {@code ?}. */
    private byte[][] targets = new byte[16][];

    private int size;

    /** Adds a counted row. */
    public void add(Row row) {
        long id = row.requestHash();
        long hash = id != 0 ? id : Hash.mix(row.epochSecond() * PRIME + row.clientHash() + row.bytesOut());
        if ((hash & APART) != 0 || size == MOST && hash > hashes[MOST - 1]) {
            return;
        }
        ByteSlice path = row.path();
        ByteSlice query = row.query();
        int pathEnd = path.from() + Math.min(path.length(), LONGEST_PATH);
        int queryEnd = query.from() + Math.min(query.length(), LONGEST_QUERY);
        int length = pathEnd - path.from();
        byte[] target = Arrays.copyOf(
                Arrays.copyOfRange(path.array(), path.from(), pathEnd), length + 1 + queryEnd - query.from());
        target[length] = '?';
        System.arraycopy(query.array(), query.from(), target, length + 1, queryEnd - query.from());
        add(hash, target);
    }

    /** Adds a row; of two with one hash the smaller text stays. */
    private void add(long hash, byte[] target) {
        int at = Arrays.binarySearch(hashes, 0, size, hash);
        if (at >= 0) {
            targets[at] = Arrays.compareUnsigned(target, targets[at]) < 0 ? target : targets[at];
            return;
        }
        int place = -at - 1;
        if (place == MOST) {
            return;
        }
        if (size == hashes.length && size < MOST) {
            hashes = Arrays.copyOf(hashes, 2 * size);
            targets = Arrays.copyOf(targets, 2 * size);
        }
        int kept = Math.min(size, MOST - 1);
        System.arraycopy(hashes, place, hashes, place + 1, kept - place);
        System.arraycopy(targets, place, targets, place + 1, kept - place);
        hashes[place] = hash;
        targets[place] = target;
        size = kept + 1;
    }

    /** Adds everything that {@code other} holds. */
    public void merge(QuerySample other) {
        for (int i = 0; i < other.size; i++) {
            add(other.hashes[i], other.targets[i]);
        }
    }

    /** Writes the sample in the order of its hashes. */
    public void write(CborWriter out) throws IOException {
        out.begin();
        for (int i = 0; i < size; i++) {
            out.number(hashes[i]);
            out.bytes(targets[i]);
        }
        out.end();
    }

    /** Adds what {@link #write} wrote. */
    public void readInto(CborReader in) throws IOException {
        in.begin();
        while (in.more()) {
            add(in.number(), in.bytes());
        }
        in.end();
    }

    /**
     * Returns the keys that split the calls of a path, at most one for each path, the most called path first.
     *
     * @param given keys that are none
     */
    public List<QueryKeyProposal> proposals(Collection<String> given) {
        Map<String, List<String>> queries = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            String target = new String(targets[i], StandardCharsets.ISO_8859_1);
            int sign = target.indexOf('?');
            queries.computeIfAbsent(target.substring(0, sign), path -> new ArrayList<>())
                    .add(target.substring(sign + 1));
        }
        List<QueryKeyProposal> proposals = new ArrayList<>();
        queries.forEach((path, ofPath) -> {
            if (ofPath.size() >= LEAST_CALLS) {
                String shown = MaskedPath.example(ByteSlice.of(path.getBytes(StandardCharsets.ISO_8859_1)));
                KeyUses.of(ofPath).forEach((key, uses) -> {
                    if (!given.contains(key) && uses.split(ofPath.size())) {
                        proposals.add(new QueryKeyProposal(shown, key, uses.values(), uses.calls(), ofPath.size()));
                    }
                });
            }
        });
        proposals.sort(MOST_CALLS);
        Map<String, QueryKeyProposal> first = new LinkedHashMap<>();
        proposals.forEach(each -> first.putIfAbsent(each.path(), each));
        return List.copyOf(first.values());
    }
}
