package dev.pathrank.pattern.stated.lock;

import dev.pathrank.pattern.stated.StatedPattern;
import dev.pathrank.pattern.stated.StatedPatterns;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a lock file.
 *
 * @param text as it is in the file, without its end
 * @param pattern what it locks; null for a remark and a blank line
 */
record LockLine(String text, @Nullable StatedPattern pattern) {
    /** By path, then by method, so that the methods of a path are next to each other. */
    static final Comparator<StatedPattern> ORDER =
            Comparator.comparing(StatedPattern::pattern).thenComparing(StatedPattern::method);

    private static final Pattern LOCKED =
            Pattern.compile("\\s*(?:(?<method>[A-Z][A-Z-]*|\\*)\\s+)?(?<path>/\\S*)\\s*(?:#.*)?");
    private static final Pattern REMARK = Pattern.compile("\\s*(?:#.*)?");

    /**
     * Parses a line.
     *
     * @param name of the file, for messages
     * @param number of the line, from 1
     * @throws LockFileException if it is neither a pattern nor a remark
     */
    static LockLine of(String text, String name, int number) throws LockFileException {
        if (REMARK.matcher(text).matches()) {
            return remark(text);
        }
        Matcher locked = LOCKED.matcher(text);
        if (!locked.matches()) {
            throw new LockFileException(name + " line " + number
                    + " is not a pattern; write a line such as \"GET /user/<id>\", and # before a comment");
        }
        String method = Objects.requireNonNullElse(locked.group("method"), StatedPattern.ANY_METHOD);
        StatedPattern pattern = new StatedPattern(method, locked.group("path"));
        try {
            String printed = new StatedPatterns(List.of(pattern)).written().get(0);
            return new LockLine(text, new StatedPattern(method, printed));
        } catch (IllegalArgumentException e) {
            throw new LockFileException(name + " line " + number + ": " + e.getMessage());
        }
    }

    /** Returns a remark or a blank line. */
    static LockLine remark(String text) {
        return new LockLine(text, null);
    }

    /**
     * Returns the line that locks a pattern.
     *
     * @param remark text behind the pattern; empty for none
     */
    static LockLine of(StatedPattern pattern, String remark) {
        String line = pattern.method() + " " + pattern.pattern();
        return new LockLine(remark.isEmpty() ? line : line + " # " + remark, pattern);
    }

    /** Whether this is a remark and no blank line. */
    boolean isRemark() {
        return pattern == null && !text.isBlank();
    }

    /** Whether this locks a pattern that precedes {@code other} in the {@link #ORDER}. */
    boolean comesBefore(StatedPattern other) {
        return pattern != null && ORDER.compare(pattern, other) < 0;
    }
}
