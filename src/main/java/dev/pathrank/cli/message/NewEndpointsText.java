package dev.pathrank.cli.message;

import dev.pathrank.report.RunSummary.NewEndpoint;
import dev.pathrank.tally.Endpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words for the endpoints that {@code --fail-on-new} fails on. */
public final class NewEndpointsText {
    private static final int NAMED = 10;
    private static final Pattern PLAIN_WORD = Pattern.compile("[\\w@%+=:,./-]+");

    private NewEndpointsText() {}

    /**
     * Returns a line for each of the first endpoints and one that says how to lock them.
     *
     * @param lock the lock file
     * @param learns whether the patterns are learned, so that {@code patterns} adds them to the lock file
     * @param sources the SOURCE words of the run
     */
    public static List<String> of(List<NewEndpoint> endpoints, Path lock, boolean learns, List<String> sources) {
        List<String> lines = new ArrayList<>();
        endpoints.stream().limit(NAMED).map(NewEndpointsText::words).forEach(lines::add);
        if (endpoints.size() > NAMED) {
            lines.add(String.format(Locale.ROOT, "and %,d more new endpoints", endpoints.size() - NAMED));
        }
        String command = "pathrank patterns "
                + sources.stream().map(NewEndpointsText::quoted).collect(Collectors.joining(" "))
                + (sources.isEmpty() ? "SOURCE..." : "") + " --lock " + quoted(lock.toString());
        lines.add((learns ? "to lock them: " : "to find and lock their patterns: ") + command);
        return lines;
    }

    private static String words(NewEndpoint one) {
        Endpoint endpoint = one.endpoint();
        return String.format(
                Locale.ROOT,
                "%s: %s %s%s (%,d calls, first seen %s, such as %s)",
                endpoint.unmatched() ? "matches no locked pattern" : "new endpoint",
                endpoint.method(),
                endpoint.host(),
                endpoint.pattern(),
                one.calls(),
                one.firstSeen(),
                one.example());
    }

    private static String quoted(String word) {
        return PLAIN_WORD.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
