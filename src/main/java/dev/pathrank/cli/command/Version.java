package dev.pathrank.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** Version of the jar that runs, and of what it runs on: what a report of a fault needs. */
public final class Version implements IVersionProvider {
    private static final String MANIFEST = "/META-INF/MANIFEST.MF";

    @Override
    public String[] getVersion() {
        return new String[] {
            program(),
            "Java " + Runtime.version() + " (" + property("java.vm.name") + ", " + property("os.name") + " "
                    + property("os.arch") + ")",
            "gzip: " + zlib() + "; Zstandard and Snappy: aircompressor"
        };
    }

    /** Returns name and version, with the commit and the day where the jar says them. */
    static String program() {
        Attributes jar = attributes();
        String version = jar.getValue("Implementation-Version");
        String commit = jar.getValue("Build-Commit");
        String date = jar.getValue("Build-Date");
        return "pathrank " + (version == null ? "(not from a jar)" : version)
                + (isGiven(commit) ? " (commit " + commit + (isGiven(date) ? ", " + date : "") + ")" : "");
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    /** Returns what the manifest of this jar says; nothing where the classes are in a folder. */
    private static Attributes attributes() {
        String version = Version.class.getPackage().getImplementationVersion();
        if (version != null) {
            try (InputStream in = Version.class.getResourceAsStream(MANIFEST)) {
                if (in != null) {
                    return new Manifest(in).getMainAttributes();
                }
            } catch (IOException e) {
                // Then it is reported as not from a jar.
            }
        }
        return new Attributes();
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    /** Returns the library that Java unzips with: its own, or that of the system, which some distributions use. */
    private static String zlib() {
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            return maps.filter(line -> line.matches(".*/libz[.-].*"))
                    .map(line -> line.replaceFirst(".*?(/.*)", "$1"))
                    .findFirst()
                    .orElse("zlib of Java");
        } catch (IOException e) {
            return "zlib of Java or of the system";
        }
    }
}
