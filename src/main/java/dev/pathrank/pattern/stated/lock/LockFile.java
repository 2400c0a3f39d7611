package dev.pathrank.pattern.stated.lock;

import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.pattern.stated.StatedPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A lock file: a pattern a line, {@code GET /user/<id>}, made for a diff in a pull request. A line without a method locks a path for all of them;
 * {@code #} begins a remark. What is added goes to its place in the order of paths, and every other line stays as it is, remarks, order and all.
 */
public final class LockFile {
    /** Nothing is locked. */
    public static final LockFile EMPTY = new LockFile(List.of(), "\n");

    private static final List<String> TITLE = List.of(
            "# Path patterns that people have reviewed. pathrank takes them as they stand and adds what is new.",
            "# A method and a pattern a line; a pattern alone stands for every method; # begins a remark.",
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
     * Reads a lock file.
     *
     * @param name as it is named in messages
     * @throws LockFileException if a line is neither a pattern nor a remark
     */
    public static LockFile read(String name, String text) throws LockFileException {
        List<LockLine> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            lines.add(LockLine.of(line, name, lines.size() + 1));
        }
        return new LockFile(lines, text.contains("\r\n") ? "\r\n" : "\n");
    }

    /** What is locked, in the order of the file. */
    public List<StatedPattern> patterns() {
        return lines.stream().map(LockLine::pattern).flatMap(Optional::stream).toList();
    }

    /** Whether requests of that method to that pattern are locked; HEAD is with its GET and OPTIONS with its path. */
    public boolean locks(String method, String pattern) {
        return methods.getOrDefault(pattern, Set.of()).stream()
                .anyMatch(locked -> StatedPattern.accepts(locked, method));
    }

    /**
     * This and all of {@code found} that is not locked yet. HEAD and OPTIONS get no lines of their own where another method takes them along.
     *
     * @param found in the form that is printed, in any order
     */
    public LockFile with(Collection<StatedPattern> found) {
        List<LockLine> all = new ArrayList<>(lines);
        if (all.isEmpty()) {
            TITLE.forEach(text -> all.add(new LockLine(text, Optional.empty())));
        }
        List<StatedPattern> sorted = found.stream()
                .map(LockFile::lockable)
                .distinct()
                .sorted(LockLine.ORDER)
                .toList();
        Map<String, Set<String>> beside = methods(sorted);
        for (StatedPattern pattern : sorted) {
            if (!locks(pattern.method(), pattern.pattern())
                    && !comesAlong(pattern.method(), beside.get(pattern.pattern()))) {
                all.add(placeOf(pattern, all), LockLine.of(pattern));
            }
        }
        return new LockFile(all, lineEnd);
    }

    /** With signs that would be read as placeholders percent-encoded. */
    private static StatedPattern lockable(StatedPattern pattern) {
        return new StatedPattern(pattern.method(), PlaceholderStyle.withoutOtherSigns(pattern.pattern()));
    }

    private static boolean comesAlong(String method, Set<String> beside) {
        return beside.stream()
                .anyMatch(other ->
                        !other.equals(method) && !other.equals("OPTIONS") && StatedPattern.accepts(other, method));
    }

    /** Behind the last line that comes before it; else before the first pattern and the remarks right above that, a title apart. */
    private static int placeOf(StatedPattern pattern, List<LockLine> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).comesBefore(pattern)) {
                return i + 1;
            }
        }
        int first = 0;
        while (first < lines.size() && lines.get(first).pattern().isEmpty()) {
            first++;
        }
        int above = first;
        while (above > 0 && lines.get(above - 1).isRemark()) {
            above--;
        }
        return above == 0 || first == lines.size() ? first : above;
    }

    /** The file's text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append(lineEnd));
        return text.toString();
    }
}
