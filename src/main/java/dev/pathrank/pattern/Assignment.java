package dev.pathrank.pattern;

import dev.pathrank.pattern.tree.TreeLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A list of requests, folded: the same trees as in a run over logs, and for each distinct method and path the pattern that it belongs to. Every
 * distinct one is held in memory, about its length and a hundred bytes more.
 */
public final class Assignment {
    private static final int NOT_ANSWERED = 400;
    private static final int ANSWERED = 200;
    private static final byte[] NO_HOST = new byte[0];

    private final PathFolder<PathCount> folding;
    private final Map<String, Boolean> answered = new LinkedHashMap<>();
    private final List<Long> malformed = new ArrayList<>();
    private long lines;

    /** @throws IllegalArgumentException if a pattern or a literal path is none; the message tells the forms */
    public Assignment(FoldingRules rules, TreeLimits answered, TreeLimits failed) {
        this.folding = new PathFolder<>(rules, answered, failed, PathCount::new);
    }

    /**
     * Reads a list, {@code METHOD<TAB>PATH[<TAB>STATUS]} a line. A path is as it was on the wire; a query does not belong to it. Without a status a
     * request counts as answered.
     */
    public void read(InputStream list) throws IOException {
        // A character for each byte, so that what is written is what was read.
        BufferedReader reader = new BufferedReader(new InputStreamReader(list, StandardCharsets.ISO_8859_1));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines++;
            ListedRequest request = ListedRequest.of(line).orElse(null);
            if (request == null) {
                malformed.add(lines);
            } else {
                PathCount leaf = leaf(request.bytes(), request.status());
                leaf.count(request.status());
                folding.counted(leaf);
                answered.merge(request.target(), request.isAnswered(), Boolean::logicalOr);
            }
        }
    }

    private PathCount leaf(byte[] target, int status) {
        int tab = 0;
        while (target[tab] != '\t') {
            tab++;
        }
        int end = tab + 1;
        while (end < target.length && target[end] != '?') {
            end++;
        }
        return folding.leaf(NO_HOST, 0, 0, target, tab + 1, end, target, 0, tab, status);
    }

    /** Numbers, from 1, of the lines that hold no request. */
    public List<Long> malformed() {
        return List.copyOf(malformed);
    }

    /** Lines read. */
    public long lines() {
        return lines;
    }

    /**
     * Learns, and writes {@code METHOD<TAB>PATH<TAB>PATTERN} for each distinct method and path, in the order in which they came first.
     *
     * @param spelling how a pattern is written
     * @param out should encode as ISO 8859-1, so that method and path come out byte for byte; flushed and left open
     */
    public void write(UnaryOperator<String> spelling, Writer out) throws IOException {
        folding.settle();
        folding.learn().forEach(learned -> {
            String pattern = spelling.apply(learned.pattern());
            learned.leaves().forEach(leaf -> leaf.belongsTo(pattern));
        });
        for (Map.Entry<String, Boolean> each : answered.entrySet()) {
            byte[] target = each.getKey().getBytes(StandardCharsets.ISO_8859_1);
            // All calls of a path that was ever answered belong where the answer does.
            PathCount leaf = leaf(target, each.getValue() ? ANSWERED : NOT_ANSWERED);
            if (leaf.pattern().isEmpty()) {
                throw new IllegalStateException("a path that was counted has no pattern: " + each.getKey());
            }
            out.write(each.getKey() + "\t" + leaf.pattern() + "\n");
        }
        out.flush();
    }
}
