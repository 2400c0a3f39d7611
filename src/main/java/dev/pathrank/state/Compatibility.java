package dev.pathrank.state;

import dev.pathrank.tally.file.TallyHeader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Checks whether counts made with one set of options may be added to counts made with another. */
public final class Compatibility {
    private Compatibility() {}

    /**
     * Returns the reason why they may not be added; empty where they may.
     *
     * @param what the earlier counts in words, such as {@code the state logs.state}
     * @param before schema and settings of the earlier counts
     * @param now schema and settings of this run
     */
    public static Optional<StateException> problem(String what, TallyHeader before, TallyHeader now) {
        if (before.schema() != now.schema()) {
            return Optional.of(new StateException(
                    what
                            + " was created by another version of pathrank, which counts differently; use that version,"
                            + " or count the logs again into a new one",
                    false));
        }
        TreeSet<String> names = new TreeSet<>(before.settings().keySet());
        names.addAll(now.settings().keySet());
        for (String name : names) {
            String then = words(name, before.settings());
            String given = words(name, now.settings());
            if (!then.equals(given)) {
                return Optional.of(new StateException(
                        what + " was created " + then + ", but this run is " + given
                                + ": the counts cannot be merged. Use the"
                                + " options it was created with, or count the logs again into a new one",
                        true));
            }
        }
        return Optional.empty();
    }

    private static String words(String name, Map<String, String> settings) {
        return settings.containsKey(name) ? "with " + name + " " + settings.get(name) : "without " + name;
    }
}
