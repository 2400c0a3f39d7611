package dev.pathrank.run;

import java.io.IOException;

/** Thrown when an object fails in a run that is to stop at the first failure. */
public final class FailFastException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ObjectResult.Failed failed;

    /** Creates the exception for {@code failed}. */
    public FailFastException(ObjectResult.Failed failed) {
        super(failed.object() + ": " + failed.why());
        this.failed = failed;
    }

    /** Returns the object and what is wrong with it. */
    public ObjectResult.Failed failed() {
        return failed;
    }
}
