package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that the described interfaces use, and which vendors do. */
final class Vocabulary {
    private static final Pattern VENDOR = Pattern.compile("\"vendor\": ?\"([^\"]*)\"");
    private static final Pattern TEMPLATE = Pattern.compile("\\[\"[A-Z]+\", ?\"(/[^\"]*)\"");

    /** The least number of vendors that use a word. */
    private static final int LEAST_VENDORS = 2;

    private static final int LONGEST = 40;

    private static final Pattern VALUES = Pattern.compile("\"(?:enum|ex)\": ?\\[([^\\]]*)\\]");
    private static final Pattern VALUE = Pattern.compile("\"([^\"\\\\]*)\"");

    /** The uses of a word, in the order of the numbers of {@link Lexicon.Entry}. */
    private enum Use {
        LITERAL,
        VALUE,
        BEFORE_VARIABLE,
        BEFORE_LITERAL,
        AFTER_VARIABLE,
        AFTER_LITERAL
    }

    private final Map<String, Map<Use, Set<String>>> vendorsOf = new TreeMap<>();
    private final Map<String, Lexicon> lexicons = new ConcurrentHashMap<>();

    /** An interface: its name, its vendor, its templates, and values of its parameters. */
    record Description(String name, String vendor, List<String> templates, List<String> values) {}

    static List<Description> read(Path specs) throws IOException {
        List<Description> descriptions = new ArrayList<>();
        try (Stream<Path> files = Files.list(specs)) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file);
                Matcher vendor = VENDOR.matcher(text);
                if (vendor.find()) {
                    List<String> templates = new ArrayList<>();
                    Matcher template = TEMPLATE.matcher(text);
                    while (template.find()) {
                        templates.add(template.group(1));
                    }
                    List<String> values = new ArrayList<>();
                    Matcher lists = VALUES.matcher(text);
                    while (lists.find()) {
                        Matcher value = VALUE.matcher(lists.group(1));
                        while (value.find()) {
                            values.add(value.group(1));
                        }
                    }
                    String name = file.getFileName().toString().replaceFirst("\\.json$", "");
                    descriptions.add(new Description(name, vendor.group(1), templates, values));
                }
            }
        }
        return descriptions;
    }

    void add(Description description) {
        String vendor = description.vendor;
        description.values.forEach(value -> note(whole(value), Use.VALUE, vendor));
        for (String template : description.templates) {
            String[] segments = template.substring(1).split("/");
            for (int i = 0; i < segments.length; i++) {
                if (segments[i].contains("{")) {
                    continue;
                }
                Lexicon.words(segments[i]).forEach(word -> note(word, Use.LITERAL, vendor));
                note(whole(segments[i]), Use.LITERAL, vendor);
                boolean afterVariable = i > 0 && segments[i - 1].contains("{");
                neighbour(segments[i], afterVariable ? Use.AFTER_VARIABLE : Use.AFTER_LITERAL, vendor);
                if (i + 1 < segments.length) {
                    boolean before = segments[i + 1].contains("{");
                    neighbour(segments[i], before ? Use.BEFORE_VARIABLE : Use.BEFORE_LITERAL, vendor);
                }
            }
        }
    }

    private void neighbour(String segment, Use use, String vendor) {
        List<String> parts = Lexicon.words(segment);
        note(whole(segment), use, vendor);
        if (parts.size() > 1) {
            note(parts.get(parts.size() - 1), use, vendor);
        }
    }

    private static String whole(String segment) {
        return String.join("-", Lexicon.words(segment));
    }

    private void note(String word, Use use, String vendor) {
        if (!word.isEmpty() && word.length() <= LONGEST) {
            vendorsOf
                    .computeIfAbsent(word, w -> new EnumMap<>(Use.class))
                    .computeIfAbsent(use, u -> new TreeSet<>())
                    .add(vendor);
        }
    }

    /** The words that several vendors use, {@code without} not counted. */
    Lexicon lexicon(String without) {
        return lexicons.computeIfAbsent(without, this::count);
    }

    private Lexicon count(String without) {
        Map<String, Lexicon.Entry> entries = new HashMap<>();
        vendorsOf.forEach((word, uses) -> {
            int[] n = new int[Use.values().length];
            uses.forEach((use, users) -> n[use.ordinal()] = users.size() - (users.contains(without) ? 1 : 0));
            if (n[0] + n[1] >= LEAST_VENDORS) {
                entries.put(word, new Lexicon.Entry(n[0], n[1], n[2], n[3], n[4], n[5]));
            }
        });
        return new Lexicon(entries);
    }
}
