package dev.pathrank.pattern.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.pattern.Paths;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Paths of made-up keys, endings, signs and scripts. In a form {@code w} is a word, {@code n} a number, {@code s} a
 * sign, {@code e} an ending and {@code k} text in Hangul; anything else stands for itself.
 */
class JunkFormsTest {
    private static final int ROWS = 12_000;
    private static final TreeLimits LIMITS = new TreeLimits(1 << 19, 24, 0);
    private static final Pattern BLANK = Pattern.compile("[wnsek]");
    private static final String SIGNS = "=();:@,'~$*|&!+";
    private static final String[] ENDINGS = {"json", "tar.gz", "png", "html", "csv", "jar", "zip", "xml", "php", "pdf"};

    private final Random random = new Random(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "w(n)",
                "w('w')",
                "w(w=n,w='w')",
                ";w=n;w=w",
                "w;w=n",
                "w:w",
                "w:n",
                "n:w",
                "w=n",
                "w-n.e",
                "w_n_w.e",
                "w.n.w",
                "@w",
                "k",
                "k(n)",
                "k=n",
                "wsnswsn",
                "w%2Fw-n.e"
            })
    void memoryIsBoundedAndEveryRowCounts(String form) {
        Paths whole = new Paths(LIMITS);
        Paths first = new Paths(LIMITS);
        Paths second = new Paths(LIMITS);
        for (int i = 0; i < ROWS; i++) {
            String path = "/" + filled(form) + (i % 2 == 0 ? "" : "/" + filled(form));
            whole.answered("GET", path, 1);
            (i < ROWS / 3 ? first : second).answered("GET", path, 1);
        }
        assertBounded(whole.answered());
        assertBounded(first.answered());
        first.answered().absorb(second.answered());

        assertEquals(ROWS, whole.answered().root().rows());
        assertEquals(whole.learn(), first.learn(), "halves that were added give another result than the whole");
    }

    private static void assertBounded(PathTree<Paths.Count> tree) {
        assertTrue(tree.weight() <= LIMITS.weight(), "weighs " + tree.weight());
        assertTrue(nodes(tree.root()) <= LIMITS.weight() / NodeWeight.NODE, "has " + nodes(tree.root()) + " nodes");
    }

    private static long nodes(Node<?> node) {
        long[] sum = {1};
        node.children(child -> sum[0] += nodes(child));
        return sum[0];
    }

    private String filled(String form) {
        Matcher blank = BLANK.matcher(form);
        return blank.replaceAll(found -> Matcher.quoteReplacement(
                switch (found.group()) {
                    case "w" -> word();
                    case "n" -> Integer.toString(random.nextInt(1_000_000));
                    case "s" -> SIGNS.substring(random.nextInt(SIGNS.length())).substring(0, 1);
                    case "e" -> ENDINGS[random.nextInt(ENDINGS.length)];
                    default ->
                        String.format(
                                Locale.ROOT,
                                "%%E%X%%%X%%%X",
                                10 + random.nextInt(3),
                                128 + random.nextInt(64),
                                128 + random.nextInt(64));
                }));
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int length = 3 + random.nextInt(5); length > 0; length--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }
}
