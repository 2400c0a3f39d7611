package dev.pathrank.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Test whether a standard stream is a terminal. {@code System.console()} does not tell: on Java 17 it looks at input
 * and output together and never at standard error, from Java 22 on it exists without any terminal.
 */
public final class TerminalProbe {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final long PATIENCE_MS = 500;

    private TerminalProbe() {}

    /**
     * Returns whether a stream is a terminal; false where that cannot be found out.
     *
     * @param descriptor 0 for standard input, 1 for standard output, 2 for standard error
     */
    public static boolean isTerminal(int descriptor) {
        try {
            return Files.isDirectory(DESCRIPTORS) ? linksToTerminal(descriptor) : testSaysSo(descriptor);
        } catch (IOException e) {
            return false; // a closed stream, or a system without "test": nobody is known to watch
        }
    }

    private static boolean linksToTerminal(int descriptor) throws IOException {
        String device = Files.readSymbolicLink(DESCRIPTORS.resolve(Integer.toString(descriptor)))
                .toString();
        return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
    }

    private static boolean testSaysSo(int descriptor) throws IOException {
        Process test = new ProcessBuilder("test", "-t", Integer.toString(descriptor))
                .inheritIO()
                .start();
        try {
            return test.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS) && test.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
