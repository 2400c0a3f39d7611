package dev.pathrank.run;

import java.io.IOException;
import java.nio.file.Path;

/** Thrown if a file that a run is to write is one of the objects that it reads. The message is ready to be printed. */
public final class OutputIsSourceException extends IOException {
    private static final long serialVersionUID = 1L;

    OutputIsSourceException(Path output, String object) {
        super("the output " + output + " is " + object
                + ", which this run reads and would overwrite; choose another file");
    }
}
