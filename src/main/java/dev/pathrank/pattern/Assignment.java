package dev.pathrank.pattern;

import dev.pathrank.pattern.tree.TreeLimits;
import dev.pathrank.text.ByteSlice;
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
 * The assignment of patterns to a list of requests, as a run over logs of the same requests would learn them. Every
 * distinct method and path is held in memory, with about a hundred bytes in addition to its length.
 */
public final class Assignment {
    private static final int NOT_ANSWERED = 400;
    private static final int ANSWERED = 200;

    private final PathFolder<PathCount> folder;
    private final Map<String, Boolean> answered = new LinkedHashMap<>();
    private final List<Long> malformed = new ArrayList<>();
    private final ByteSlice host = new ByteSlice();
    private long lines;

    /** @throws IllegalArgumentException if a pattern or a literal path is none; the message shows the forms */
    public Assignment(FoldingRules rules, TreeLimits answered, TreeLimits failed) {
        this.folder = new PathFolder<>(rules, answered, failed, PathCount::new);
    }

    /**
     * Reads a list with {@code METHOD<TAB>PATH[<TAB>STATUS]} in each line. A path is as it was on the wire; of a query
     * only the keys of the rules are looked at. A request without a status counts as answered. The stream is left open.
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
                folder.counted(leaf);
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
        ByteSlice query = new ByteSlice(target, Math.min(end + 1, target.length), target.length);
        ByteSlice path = folder.target(new ByteSlice(target, tab + 1, end), query);
        return folder.leaf(host, path, new ByteSlice(target, 0, tab), status);
    }

    /** Returns the numbers, from 1, of the lines that hold no request. */
    public List<Long> malformed() {
        return List.copyOf(malformed);
    }

    /**
     * Learns the patterns and writes {@code METHOD<TAB>PATH<TAB>PATTERN} for each distinct method and path, in the
     * order of their first occurrence.
     *
     * @param spelling the form in which a pattern is written
     * @param out should encode as ISO 8859-1, so that method and path come out byte for byte; flushed and left open
     */
    public void write(UnaryOperator<String> spelling, Writer out) throws IOException {
        folder.settle();
        folder.learn().forEach(learned -> {
            String pattern = spelling.apply(learned.pattern());
            learned.leaves().forEach(leaf -> leaf.setPattern(pattern));
        });
        for (Map.Entry<String, Boolean> each : answered.entrySet()) {
            byte[] target = each.getKey().getBytes(StandardCharsets.ISO_8859_1);
            // All rows of a path that was ever answered have the pattern of the answer.
            PathCount leaf = leaf(target, each.getValue() ? ANSWERED : NOT_ANSWERED);
            if (leaf.pattern().isEmpty()) {
                throw new IllegalStateException("a path that was counted has no pattern: " + each.getKey());
            }
            out.write(each.getKey() + "\t" + leaf.pattern() + "\n");
        }
        out.flush();
    }
}
