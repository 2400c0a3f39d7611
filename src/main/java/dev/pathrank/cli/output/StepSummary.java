package dev.pathrank.cli.output;

import dev.pathrank.io.IoFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The summary of a step on GitHub Actions: a file that every step adds its Markdown to. */
public final class StepSummary {
    private StepSummary() {}

    /**
     * Adds a text.
     *
     * @throws IOException if the file cannot be written; the message is ready to be printed
     */
    public static void add(Path file, String markdown) throws IOException {
        try {
            Files.writeString(file, markdown, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IOException(
                    "cannot add the summary to " + file + " ($GITHUB_STEP_SUMMARY): " + IoFailures.reason(e)
                            + "; leave out --github-summary",
                    e);
        }
    }
}
