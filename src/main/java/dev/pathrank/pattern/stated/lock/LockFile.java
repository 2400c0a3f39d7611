package dev.pathrank.pattern.stated.lock;

import dev.pathrank.pattern.segment.QueryPath;
import dev.pathrank.pattern.stated.StatedPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A lock file: a pattern a line, such as {@code GET /user/<id>}, made for diffs in pull requests. A line without a
 * method locks a pattern for all methods; {@code #} begins a remark. Patterns that are added go to their place in the
 * order of paths; every other line stays as it is.
 */
public final class LockFile {
    /** A lock file without lines. */
    public static final LockFile EMPTY = new LockFile(List.of(), "\n");

    private static final List<String> TITLE = List.of(
            "# Reviewed path patterns. pathrank uses them unchanged and adds new ones.",
            "# One method and pattern per line; a pattern alone applies to every method; # starts a comment.",
            "");

    private final List<LockLine> lines;
    private final String lineEnd;
    private final Map<String, Set<String>> methods;

    private LockFile(List<LockLine> lines, String lineEnd) {
        this.lines = List.copyOf(lines);
        this.lineEnd = lineEnd;
        this.methods = methods(patterns());
    }

    private static Map<String, Set<String>> methods(Collection<StatedPattern> patterns) {
        Map<String, Set<String>> methods = new HashMap<>();
        patterns.forEach(each -> methods.computeIfAbsent(each.pattern(), pattern -> new HashSet<>())
                .add(each.method()));
        return methods;
    }

    /**
     * Parses a lock file.
     *
     * @param name of the file, for messages
     * @throws LockFileException if a line is neither a pattern nor a remark
     */
    public static LockFile read(String name, String text) throws LockFileException {
        List<LockLine> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            lines.add(LockLine.of(line, name, lines.size() + 1));
        }
        return new LockFile(lines, text.contains("\r\n") ? "\r\n" : "\n");
    }

    /** Returns the locked patterns, in the order of the file. */
    public List<StatedPattern> patterns() {
        return lines.stream().map(LockLine::pattern).filter(Objects::nonNull).toList();
    }

    /**
     * Whether requests of a method to a pattern are locked. A GET line locks HEAD too, and any line of a pattern locks
     * OPTIONS.
     */
    public boolean locks(String method, String pattern) {
        return methods.getOrDefault(pattern, Set.of()).stream()
                .anyMatch(locked -> StatedPattern.accepts(locked, method));
    }

    /**
     * Returns this file with lines for all of {@code found} that is not locked yet. HEAD and OPTIONS get no lines of
     * their own where the line of another method locks them.
     *
     * @param found patterns in printed form, in any order, each with a remark behind its line or an empty text
     */
    public LockFile with(Map<StatedPattern, String> found) {
        List<LockLine> all = new ArrayList<>(lines);
        if (all.isEmpty()) {
            TITLE.forEach(text -> all.add(LockLine.remark(text)));
        }
        SortedMap<StatedPattern, String> sorted = new TreeMap<>(LockLine.ORDER);
        found.forEach((pattern, remark) -> sorted.putIfAbsent(lockable(pattern), remark));
        Map<String, Set<String>> added = methods(sorted.keySet());
        sorted.forEach((pattern, remark) -> {
            if (!locks(pattern.method(), pattern.pattern())
                    && !isLockedByAnother(pattern.method(), added.getOrDefault(pattern.pattern(), Set.of()))) {
                all.add(indexFor(pattern, all), LockLine.of(pattern, remark));
            }
        });
        return new LockFile(all, lineEnd);
    }

    /**
     * Percent-encodes braces, and colons at the beginning of a segment or value, which would be read as placeholders.
     */
    private static StatedPattern lockable(StatedPattern pattern) {
        String path = QueryPath.path(pattern.pattern());
        String query = pattern.pattern().substring(path.length()).replace("=:", "=%3A");
        String escaped = (path + query).replace("{", "%7B").replace("}", "%7D").replace("/:", "/%3A");
        return new StatedPattern(pattern.method(), escaped);
    }

    private static boolean isLockedByAnother(String method, Set<String> others) {
        return others.stream()
                .anyMatch(other ->
                        !other.equals(method) && !other.equals("OPTIONS") && StatedPattern.accepts(other, method));
    }

    /**
     * Returns the index at which to add a pattern: after the last line that precedes it in the order; else before the
     * first pattern and the remarks directly above it, which a blank line separates from a title.
     */
    private static int indexFor(StatedPattern pattern, List<LockLine> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).comesBefore(pattern)) {
                return i + 1;
            }
        }
        int first = 0;
        while (first < lines.size() && lines.get(first).pattern() == null) {
            first++;
        }
        int above = first;
        while (above > 0 && lines.get(above - 1).isRemark()) {
            above--;
        }
        return above == 0 || first == lines.size() ? first : above;
    }

    /** Returns the file's text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append(lineEnd));
        return text.toString();
    }
}
