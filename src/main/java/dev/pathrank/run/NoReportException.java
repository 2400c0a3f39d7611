package dev.pathrank.run;

import java.io.IOException;

/** Thrown when a run ends with nothing that a report could be made of. */
public final class NoReportException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    /** Creates the exception for {@code reason}. */
    public NoReportException(Reason reason) {
        super(reason.toString());
        this.reason = reason;
    }

    /** Returns why there is no report. */
    public Reason reason() {
        return reason;
    }

    /** Why a run has no report. */
    public sealed interface Reason {
        /** A source could not be listed, and the run was to stop at the first failure. */
        record StoppedAtListing() implements Reason {}

        /** No source holds an object; the listener was told of each. */
        record NothingListed() implements Reason {}

        /**
         * There is no source, and the state holds nothing.
         *
         * @param place where the state lies, as the user wrote it
         */
        record EmptyState(String place) implements Reason {}

        /** No object could be read. */
        record NothingRead() implements Reason {}

        /**
         * None of the objects is a request log.
         *
         * @param first the first of them
         */
        record NoRequestLog(ObjectResult.Skipped first) implements Reason {}
    }
}
