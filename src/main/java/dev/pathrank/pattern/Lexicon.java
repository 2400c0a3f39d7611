package dev.pathrank.pattern;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How common words are as literals of web interfaces: by how many vendors use them. */
final class Lexicon {
    private final Map<String, Integer> vendors;

    Lexicon(Map<String, Integer> vendors) {
        this.vendors = Map.copyOf(vendors);
    }

    static Lexicon read(DataInputStream in) throws IOException {
        Map<String, Integer> vendors = new HashMap<>();
        int words = in.readInt();
        for (int i = 0; i < words; i++) {
            vendors.put(in.readUTF(), in.readUnsignedShort());
        }
        return new Lexicon(vendors);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(vendors.size());
        for (Map.Entry<String, Integer> word : new TreeMap<>(vendors).entrySet()) {
            out.writeUTF(word.getKey());
            out.writeShort(word.getValue());
        }
    }

    /** Vendors that use the least common part of a segment as a literal, and the mean over its parts; 0 for unknown words. */
    double[] look(String segment) {
        List<String> parts = parts(segment);
        if (parts.isEmpty()) {
            return new double[] {-1, -1};
        }
        double least = Double.MAX_VALUE;
        double sum = 0;
        for (String part : parts) {
            int n = vendors.getOrDefault(part, 0);
            least = Math.min(least, n);
            sum += StrictMath.log1p(n);
        }
        return new double[] {StrictMath.log1p(least), sum / parts.size()};
    }

    /** The words of a segment: runs of letters, cut where a capital follows a small letter; lower case. */
    static List<String> parts(String segment) {
        List<String> parts = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= segment.length(); i++) {
            boolean letter = i < segment.length() && Character.isLetter(segment.charAt(i)) && segment.charAt(i) < 128;
            boolean hump = letter
                    && from >= 0
                    && i > from
                    && Character.isUpperCase(segment.charAt(i))
                    && Character.isLowerCase(segment.charAt(i - 1));
            if (from >= 0 && (!letter || hump)) {
                parts.add(segment.substring(from, i).toLowerCase(Locale.ROOT));
                from = -1;
            }
            if (letter && from < 0) {
                from = i;
            }
        }
        return parts;
    }
}
