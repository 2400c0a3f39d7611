package dev.pathrank.run;

import java.io.IOException;

/** The object that ended a run which was to stop at the first failure. */
public final class FailFastException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ObjectResult.Failed failed;

    /** @param failed the object */
    public FailFastException(ObjectResult.Failed failed) {
        super(failed.object() + ": " + failed.why());
        this.failed = failed;
    }

    /** What is wrong with it. */
    public ObjectResult.Failed failed() {
        return failed;
    }
}
