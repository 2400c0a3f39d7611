package dev.pathrank.cli.message;

import dev.pathrank.run.NoReportException.Reason;
import dev.pathrank.run.ObjectResult;
import java.util.Locale;
import java.util.Optional;

/** Words for what goes wrong in a run. */
public final class RunFailureText {
    private static final String STOPPED = "stopped by --fail-fast, so there is no report";

    private RunFailureText() {}

    /** Returns what is wrong with one object. */
    public static String of(ObjectResult.Failed failed) {
        String rows = failed.rows() == 0
                ? ""
                : String.format(Locale.ROOT, "; the %,d rows before that were read", failed.rows());
        return failed.object() + ": " + failed.why() + rows;
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
                    + other.first().object() + " was skipped: " + other.first().what();
        }
        return "no log object could be read, so there is no report";
    }
}
