package dev.pathrank.pattern.stated.lock;

import dev.pathrank.pattern.stated.StatedPattern;
import dev.pathrank.pattern.stated.StatedPatterns;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a lock file.
 *
 * @param text as it stands there, without its end
 * @param pattern what it locks; empty for a remark and a blank line
 */
record LockLine(String text, Optional<StatedPattern> pattern) {
    /** By path, then by method, so that what belongs together stands together. */
    static final Comparator<StatedPattern> ORDER =
            Comparator.comparing(StatedPattern::pattern).thenComparing(StatedPattern::method);

    private static final Pattern LOCKED =
            Pattern.compile("\\s*(?:(?<method>[A-Z][A-Z-]*|\\*)\\s+)?(?<path>/\\S*)\\s*(?:#.*)?");
    private static final Pattern REMARK = Pattern.compile("\\s*(?:#.*)?");

    /**
     * @param name of the file, for the message
     * @param number of the line, from 1
     */
    static LockLine of(String text, String name, int number) throws LockFileException {
        if (REMARK.matcher(text).matches()) {
            return new LockLine(text, Optional.empty());
        }
        Matcher locked = LOCKED.matcher(text);
        if (!locked.matches()) {
            throw new LockFileException(name + " line " + number
                    + " is no pattern; write a line such as \"GET /user/<id>\", and # before a remark");
        }
        String method = Optional.ofNullable(locked.group("method")).orElse(StatedPattern.ANY_METHOD);
        StatedPattern pattern = new StatedPattern(method, locked.group("path"));
        try {
            String printed = new StatedPatterns(List.of(pattern)).written().get(0);
            return new LockLine(text, Optional.of(new StatedPattern(method, printed)));
        } catch (IllegalArgumentException e) {
            throw new LockFileException(name + " line " + number + ": " + e.getMessage());
        }
    }

    static LockLine of(StatedPattern pattern) {
        return new LockLine(pattern.method() + " " + pattern.pattern(), Optional.of(pattern));
    }

    boolean isRemark() {
        return pattern.isEmpty() && !text.isBlank();
    }

    /** Whether it locks something that comes before {@code other} in the {@link #ORDER}. */
    boolean comesBefore(StatedPattern other) {
        return pattern.isPresent() && ORDER.compare(pattern.get(), other) < 0;
    }
}
