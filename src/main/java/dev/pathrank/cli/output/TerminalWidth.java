package dev.pathrank.cli.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The columns of the terminal: {@code COLUMNS}, else what the terminal answers, else 80. */
public final class TerminalWidth {
    private static final int UNKNOWN = 80;
    private static final int LEAST = 20;
    private static final int MOST = 1000;
    private static final long PATIENCE_MS = 500;

    private TerminalWidth() {}

    /** Returns the width for this process, from 20 to 1000. */
    public static int ofProcess() {
        OptionalInt stated = parsed(System.getenv("COLUMNS"));
        return stated.isPresent() ? stated.getAsInt() : parsed(asked()).orElse(UNKNOWN);
    }

    /** Returns a width; empty where the text is no number or no width that a table can have. */
    static OptionalInt parsed(@Nullable String text) {
        if (text == null || !text.strip().matches("[0-9]{1,4}")) {
            return OptionalInt.empty();
        }
        int width = Integer.parseInt(text.strip());
        return width < LEAST || width > MOST ? OptionalInt.empty() : OptionalInt.of(width);
    }

    /** Returns the columns that {@code stty} reports; null where there is none, or no terminal. */
    private static @Nullable String asked() {
        try {
            Process stty = new ProcessBuilder("sh", "-c", "stty size </dev/tty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                stty.destroy();
                return null;
            }
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return size.substring(size.indexOf(' ') + 1);
        } catch (IOException noShell) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
