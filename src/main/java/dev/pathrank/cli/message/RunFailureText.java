package dev.pathrank.cli.message;

import dev.pathrank.run.NoReportException.Reason;
import dev.pathrank.run.ObjectResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words for what goes wrong in a run. */
public final class RunFailureText {
    private static final String STOPPED = "stopped by --fail-fast, so there is no report";

    /** Objects without a log that are named. */
    private static final int NAMED = 5;

    private static final int REASONS = 10;

    /** Advice, text in brackets or quotes, and numbers. */
    private static final Pattern VARYING =
            Pattern.compile("(?:, not a CloudFront log)?;.*| ?\\([^)]*\\)| ?\"[^\"]*\"|\\b[0-9][0-9,.]* ?");

    private RunFailureText() {}

    /** Returns what is wrong with one object. */
    public static String of(ObjectResult.Failed failed) {
        String rows = failed.rows() == 0
                ? ""
                : String.format(Locale.ROOT, "; the %,d rows before that were read", failed.rows());
        return failed.object() + ": " + failed.why() + rows;
    }

    /**
     * Returns what is wrong with the objects of a run, a line each. Where many objects hold no log, the first of them
     * are named, and the others are counted by reason.
     */
    public static List<String> of(List<ObjectResult.Failed> failures) {
        List<ObjectResult.Failed> noLogs =
                failures.stream().filter(failed -> !failed.isLog()).toList();
        Set<ObjectResult.Failed> named = named(noLogs);
        List<String> lines = new ArrayList<>();
        for (ObjectResult.Failed failed : failures) {
            if (failed.isLog() || named.contains(failed)) {
                lines.add(of(failed));
            }
        }
        if (noLogs.size() > named.size()) {
            lines.add(more(noLogs, noLogs.size() - named.size()));
        }
        return lines;
    }

    /** Returns the warning that a source seems to be the wrong one. */
    public static String manyWithoutLog(int objects) {
        return String.format(
                Locale.ROOT,
                "%,d objects so far hold no CloudFront log; reading goes on; if that is not what you expect, give the"
                        + " folder or prefix that holds the logs",
                objects);
    }

    /** Returns one object of each reason, then others, so that few lines show as much as they can. */
    private static Set<ObjectResult.Failed> named(List<ObjectResult.Failed> noLogs) {
        Map<String, ObjectResult.Failed> firsts = new LinkedHashMap<>();
        noLogs.forEach(failed -> firsts.putIfAbsent(reason(failed), failed));
        return Stream.concat(firsts.values().stream(), noLogs.stream())
                .distinct()
                .limit(NAMED)
                .collect(Collectors.toSet());
    }

    private static String more(List<ObjectResult.Failed> noLogs, int more) {
        Map<String, Long> byReason =
                noLogs.stream().collect(Collectors.groupingBy(RunFailureText::reason, Collectors.counting()));
        String reasons = byReason.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS)
                .map(each -> String.format(Locale.ROOT, "%,d: %s", each.getValue(), each.getKey()))
                .collect(Collectors.joining("; "));
        return String.format(
                Locale.ROOT,
                "and %,d more objects without a log; all %,d by reason: %s%s (--verbose names each)",
                more,
                noLogs.size(),
                reasons,
                byReason.size() > REASONS
                        ? String.format(Locale.ROOT, "; and %,d more reasons", byReason.size() - REASONS)
                        : "");
    }

    /** Returns the reason without its advice, and without what differs from object to object. */
    private static String reason(ObjectResult.Failed failed) {
        return VARYING.matcher(failed.why()).replaceAll("").strip();
    }

    /** Returns the consequence of {@code --fail-fast}. */
    public static String stopped() {
        return STOPPED;
    }

    /** Returns why there is no report; empty where everything that there is to say was said while listing. */
    public static Optional<String> of(Reason reason) {
        if (reason instanceof Reason.NothingListed) {
            return Optional.empty();
        }
        return Optional.of(words(reason));
    }

    private static String words(Reason reason) {
        if (reason instanceof Reason.StoppedAtListing) {
            return STOPPED;
        } else if (reason instanceof Reason.EmptyState state) {
            return "the state " + state.place() + " is empty, so there is no report; give a SOURCE to count";
        } else if (reason instanceof Reason.NoRequestLog other) {
            return "none of the objects is a request log, so there is no report; "
                    + other.first().object() + " was skipped: " + RunNoticeText.why(other.first());
        }
        return "no log object could be read, so there is no report";
    }
}
