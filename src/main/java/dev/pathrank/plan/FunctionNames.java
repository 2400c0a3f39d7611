package dev.pathrank.plan;

import dev.pathrank.rank.RankedEndpoint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The name of the Lambda function of each endpoint: {@code GET /user/<id>} becomes {@code api-user-id}. GET adds
 * nothing, another method is added at the end. Where two names would be equal, or one is longer than Lambda's 64
 * characters, a hash of method and pattern is added.
 */
final class FunctionNames {
    private static final int LONGEST = 64;
    private static final int HASH_BYTES = 3;

    private FunctionNames() {}

    /** Returns the names of these endpoints, in their order. */
    static List<String> of(List<RankedEndpoint> rows) {
        Map<String, Integer> uses = new HashMap<>();
        rows.forEach(row -> uses.merge(plain(row), 1, Integer::sum));
        List<String> names = new ArrayList<>();
        for (RankedEndpoint row : rows) {
            String plain = plain(row);
            names.add(uses.getOrDefault(plain, 0) > 1 || plain.length() > LONGEST ? hashed(plain, row) : plain);
        }
        return names;
    }

    private static String plain(RankedEndpoint row) {
        StringBuilder name = new StringBuilder("api");
        for (String segment : row.stats().pattern().split("/")) {
            String word = segment.replaceAll("[^A-Za-z0-9_]+", "-").replaceAll("^-+|-+$", "");
            if (!word.isEmpty()) {
                name.append('-').append(word);
            }
        }
        String method = row.stats().method().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        if (!method.equals("get")) {
            name.append('-').append(method);
        }
        return name.toString();
    }

    private static String hashed(String plain, RankedEndpoint row) {
        String suffix = "-"
                + hash(row.stats().host() + row.stats().method() + " "
                        + row.stats().pattern());
        String kept = plain.substring(0, Math.min(plain.length(), LONGEST - suffix.length()));
        return kept + suffix;
    }

    /** Returns six hexadecimal digits of the SHA-256. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
