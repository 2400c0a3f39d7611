package dev.pathrank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code scripts/pathrank} in a project of stand-ins: Javas that print their own version, and a Maven wrapper that
 * writes a jar.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class LauncherTest {
    private static final String QUICK_COMPILER = "[-XX:TieredStopAtLevel=1]";
    private static final Path SCRIPTS = Path.of("scripts").toAbsolutePath();
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    /** Imitates Java with the option that creates a cache at the end of the run. */
    private static final String MAKES_A_CACHE =
            "for o; do case $o in -XX:AOTCacheOutput=* | -XX:ArchiveClassesAtExit=*)\n"
                    + "echo cache >\"${o#*=}\"; echo made >>made;; esac; done";

    @TempDir
    private Path folder;

    private Path project;
    private final Map<String, String> environment = new HashMap<>();

    /** The result of a run of the launcher. */
    private record Run(int code, String out, String err) {}

    @BeforeEach
    void copyTheScripts() throws IOException {
        project = Files.createDirectories(folder.resolve("a project"));
        for (String script : List.of("scripts/pathrank", "scripts/lib/java.sh")) {
            Path copy = project.resolve(script);
            Files.createDirectories(copy.getParent());
            Files.copy(SCRIPTS.resolveSibling(script), copy);
        }
        script(
                project.resolve("mvnw"),
                "echo built >&2; for o; do case $o in -Drunnable.jar=*) echo jar >\"${o#*=}\";; esac; done");
        Files.createDirectories(project.resolve("src/main"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.writeString(project.resolve("src/main/Main.java"), "class Main {}");
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("JAVA_HOME", java("99.0.1", "").toString());
    }

    @Test
    void buildsWhereThereIsNoJarAndOnlyThen() throws Exception {
        Run first = run("rank");
        assertTrue(first.err().contains("built"), first.toString());
        assertTrue(first.out().contains("java 99.0.1"), first.toString());
        assertEquals("", run("rank").err());
    }

    @Test
    void buildsAgainWhenASourceIsNewerThanTheJar() throws Exception {
        run("rank");
        Files.setLastModifiedTime(
                project.resolve("src/main/Main.java"),
                FileTime.from(Instant.now().plusSeconds(5)));
        assertTrue(run("rank").err().contains("built"));
    }

    @Test
    void buildsAgainWhenASourceWasTakenAway() throws Exception {
        makeJarNewerThanSources();
        assertEquals("", run("rank").err());
        Files.delete(project.resolve("src/main/Main.java"));
        assertTrue(run("rank").err().contains("built"));
    }

    @Test
    void failsWithOneWhenTheBuildFails() throws Exception {
        script(project.resolve("mvnw"), "echo no network >&2; exit 7");
        Run run = run("rank");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("no network"), run.err());
        assertTrue(run.err().contains("the build failed (Maven's exit code 7"), run.err());
        assertFalse(run.err().contains("offline"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void saysThatItIsOfflineWhereNothingCanBeDownloaded() throws Exception {
        script(project.resolve("mvnw"), "echo '[ERROR] Could not transfer artifact a:b:pom:1 from/to central'; exit 1");
        Run run = run("rank");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("[ERROR] Could not transfer"), run.err());
        assertTrue(run.err().contains("seems to be offline"), run.err());
    }

    @Test
    void saysWhatTheFirstRunDoesAndTheSecondNothing() throws Exception {
        script(
                project.resolve("mvnw"),
                "echo '[INFO] Downloaded from central: a'\n" + waitsFor("downloaded") + "echo '[INFO] --- compiler:3'\n"
                        + waitsFor("compiled")
                        + "for o; do case $o in -Drunnable.jar=*) echo jar >\"${o#*=}\";; esac; done");
        environment.put("JAVA_HOME", java("25.0.3", MAKES_A_CACHE).toString());
        Path err = folder.resolve("err");
        Process first = launcher(project.resolve("scripts/pathrank"), "rank")
                .redirectError(err.toFile())
                .start();
        await(() -> says(err, "downloading"));
        Files.createFile(folder.resolve("downloaded"));
        await(() -> says(err, "compiling"));
        Files.createFile(folder.resolve("compiled"));
        assertEquals(0, finish(first).code());

        assertEquals(
                List.of(
                        "pathrank: building with Java 25 (once; the first time about a minute, most of it downloads)",
                        "pathrank: downloading: 1 of about 440 files",
                        "pathrank: compiling",
                        "pathrank: built " + project.resolve("target/pathrank.jar"),
                        "pathrank: making a start-up cache (once for each Java, a few seconds)"),
                Files.readAllLines(err).stream()
                        .filter(line -> !line.contains("starting Maven"))
                        .toList());
        assertEquals("", run("rank").err());
    }

    private static boolean says(Path file, String text) {
        try {
            return Files.exists(file) && Files.readString(file).contains(text);
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void takesTheJarThatLiesBesideItInARelease() throws Exception {
        Path release = Files.createDirectories(folder.resolve("a release"));
        Files.createDirectories(release.resolve("lib"));
        Files.copy(SCRIPTS.resolve("pathrank"), release.resolve("pathrank"));
        Files.copy(SCRIPTS.resolve("lib/java.sh"), release.resolve("lib/java.sh"));
        Files.writeString(release.resolve("pathrank.jar"), "jar");

        Run run = finish(start(release.resolve("pathrank"), "rank"));

        assertTrue(run.out().contains("[-jar][" + release.resolve("pathrank.jar") + "][rank]"), run.out());
        assertEquals("", run.err());
    }

    @Test
    void takesTheJavaOfAReleaseBeforeAllOthers() throws Exception {
        Path release = Files.createDirectories(folder.resolve("an image"));
        Files.createDirectories(release.resolve("lib"));
        Files.copy(SCRIPTS.resolve("pathrank"), release.resolve("pathrank"));
        Files.copy(SCRIPTS.resolve("lib/java.sh"), release.resolve("lib/java.sh"));
        Files.writeString(release.resolve("pathrank.jar"), "jar");
        Files.move(java("25.0.3", ""), release.resolve("runtime"));
        Files.writeString(release.resolve("pathrank-25.0.3.cache"), "cache");
        environment.put("JAVA_HOME", java("99.0.1", "").toString());

        Run run = finish(start(release.resolve("pathrank"), "rank"));

        assertTrue(run.out().contains("java 25.0.3"), run.out());
        assertTrue(run.out().contains("[-XX:AOTCache=" + release.resolve("pathrank-25.0.3.cache") + "]"), run.out());
    }

    @Test
    void takesOverTheLockOfABuildThatWasKilled() throws Exception {
        Files.createDirectories(project.resolve("target"));
        Files.createSymbolicLink(project.resolve("target/.build-lock"), Path.of("99999999"));
        assertEquals(0, run("rank").code());
    }

    @Test
    void buildsOnceForTwoFirstRunsAtATime() throws Exception {
        script(
                project.resolve("mvnw"),
                "[ ! -e builds ] || : >builds-again\necho built >>builds\n" + waitsFor("go")
                        + "for o; do case $o in -Drunnable.jar=*) echo jar >\"${o#*=}\";; esac; done");
        Path sleep = Files.createDirectories(folder.resolve("stand-ins")).resolve("sleep");
        script(sleep, "[ \"$1\" != 1 ] || : >\"" + folder.resolve("waits") + "\"; exec /bin/sleep 0.1");
        environment.put("PATH", sleep.getParent() + ":" + System.getenv("PATH"));

        Process one = start(project.resolve("scripts/pathrank"), "rank");
        await(() -> Files.exists(project.resolve("builds")));
        Process other = start(project.resolve("scripts/pathrank"), "rank");
        await(() -> Files.exists(folder.resolve("waits")) || Files.exists(project.resolve("builds-again")));
        Files.createFile(folder.resolve("go"));

        assertEquals(0, finish(one).code());
        assertEquals(0, finish(other).code());
        assertEquals(List.of("built"), Files.readAllLines(project.resolve("builds")));
    }

    @Test
    void worksThroughSymbolicLinksAndFromAnotherFolder() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path absolute = Files.createSymbolicLink(bin.resolve("there"), project.resolve("scripts/pathrank"));
        Path relative = Files.createSymbolicLink(bin.resolve("pathrank"), Path.of("there"));
        assertEquals(0, finish(start(absolute, "rank")).code());
        assertEquals(0, finish(start(relative, "rank")).code());
    }

    @Test
    void passesArgumentsAndTheExitCodeOn() throws Exception {
        environment.put("JAVA_HOME", java("17.0.1", "exit 3").toString());
        Run run = run("rank", "two words", "*", "");
        assertEquals(3, run.code());
        assertTrue(run.out().contains("[rank][two words][*][]"), run.out());
    }

    @Test
    void prefersJavaHomeToNewerOnes() throws Exception {
        environment.put("JAVA_HOME", java("17.0.1", "").toString());
        environment.put("SDKMAN_DIR", sdkman(java("98.0.2", "")).toString());
        assertTrue(run("rank").out().contains("java 17.0.1"));
    }

    @Test
    void takesTheNewestWhereJavaHomeIsTooOld() throws Exception {
        environment.put("JAVA_HOME", java("1.8.0_402", "").toString());
        environment.put(
                "SDKMAN_DIR",
                sdkman(java("97.0.2", ""), java("98.0.2", ""), java("96.1", "")).toString());
        assertTrue(run("rank").out().contains("java 98.0.2"));
    }

    @Test
    void letsTheUsersOptionsWin() throws Exception {
        environment.put("PATHRANK_JAVA_OPTS", "-Xmx2g -XX:+UseParallelGC");
        String out = run("rank").out();
        assertTrue(out.indexOf("[-Xmx512m]") < out.indexOf("[-Xmx2g]"), out);
        assertTrue(!out.contains("UseSerialGC"), out);
    }

    @Test
    void letsTheUsersOptionsWinOverThoseForTheCacheAndTheCompiler() throws Exception {
        environment.put("JAVA_HOME", java("25.0.3", MAKES_A_CACHE).toString());
        environment.put("PATHRANK_JAVA_OPTS", "-Xlog:gc -XX:TieredStopAtLevel=4");
        String out = run("rank", "--help").out();
        assertTrue(out.indexOf(QUICK_COMPILER) < out.indexOf("[-XX:TieredStopAtLevel=4]"), out);
        assertTrue(
                0 < out.indexOf("[-Xlog:disable]") && out.indexOf("[-Xlog:disable]") < out.indexOf("[-Xlog:gc]"), out);
    }

    @Test
    void leavesTheBetterCompilerOutWhereThereIsLittleToRead() throws Exception {
        environment.put("JAVA_HOME", java("17.0.1", "").toString());
        Path logs = Files.createDirectories(folder.resolve("some logs"));
        Files.write(logs.resolve("little.gz"), new byte[1 << 20]);
        assertTrue(run("rank", logs.toString()).out().contains(QUICK_COMPILER));
        assertTrue(run("rank", "--help").out().contains(QUICK_COMPILER));
        assertFalse(run("rank", logs.toString(), "-").out().contains(QUICK_COMPILER));
        assertFalse(run("rank", logs.toString(), "s3://logs/cdn/").out().contains(QUICK_COMPILER));
        assertFalse(run("rank", "/dev/null").out().contains(QUICK_COMPILER), "nobody knows what a pipe will bring");
        assertFalse(run("rank", "--top", "5").out().contains(QUICK_COMPILER));
        Files.write(logs.resolve("some.log"), new byte[15 << 20]);
        Files.write(logs.resolve("more.gz"), new byte[90 << 20]);
        assertTrue(run("rank", logs.toString()).out().contains(QUICK_COMPILER));
        Files.write(logs.resolve("much.gz"), new byte[10 << 20]);
        assertFalse(run("rank", logs.toString()).out().contains(QUICK_COMPILER));
        Files.delete(logs.resolve("more.gz"));
        Files.write(logs.resolve("other.log"), new byte[2 << 20]);
        assertFalse(run("rank", logs.toString()).out().contains(QUICK_COMPILER));
    }

    @Test
    void makesAStartUpCacheOnceForEachJavaAndJar() throws Exception {
        environment.put("JAVA_HOME", java("25.0.3", MAKES_A_CACHE).toString());
        String out = run("rank").out();
        assertTrue(out.contains("[-XX:AOTCache=" + project.resolve("target") + "/"), out);
        run("rank");
        assertEquals(List.of("made"), Files.readAllLines(folder.resolve("made")));
        environment.put("JAVA_HOME", java("17.0.1", MAKES_A_CACHE).toString());
        out = run("rank").out();
        assertTrue(out.contains("[-XX:SharedArchiveFile=" + project.resolve("target") + "/"), out);
        assertEquals(List.of("made", "made"), Files.readAllLines(folder.resolve("made")));
        Files.setLastModifiedTime(
                project.resolve("target/pathrank.jar"),
                FileTime.from(Instant.now().plusSeconds(5)));
        run("rank");
        assertEquals(List.of("made", "made", "made"), Files.readAllLines(folder.resolve("made")));
    }

    @Test
    void makesASecondStartUpCacheForRunsThatSpeakOfS3() throws Exception {
        environment.put(
                "JAVA_HOME",
                java("25.0.3", MAKES_A_CACHE + "\necho \"$*\" >>all").toString());
        for (String[] words : List.of(
                new String[] {"rank", "s3://logs/"},
                new String[] {"rank", "logs", "--state=s3://kept/"},
                new String[] {"rank", "logs", "--state", "s3://kept/"})) {
            String out = run(words).out();
            assertTrue(out.contains("[-XX:AOTCache=" + project.resolve("target/pathrank-25.0.3-s3.cache]")), out);
        }
        String out = run("rank", "logs").out();
        assertTrue(out.contains("[-XX:AOTCache=" + project.resolve("target/pathrank-25.0.3.cache]")), out);

        assertEquals(List.of("made", "made"), Files.readAllLines(folder.resolve("made")));
        String makers = Files.readString(folder.resolve("all"));
        assertTrue(makers.contains("dev.pathrank.S3Training " + project.resolve("sample-logs") + " "), makers);
    }

    @Test
    void goesWithoutAStartUpCacheWhereNoneCanBeMade() throws Exception {
        environment.put("JAVA_HOME", java("25.0.3", "").toString());
        Run run = run("rank");
        assertEquals(0, run.code());
        assertTrue(!run.out().contains("AOTCache"), run.out());
    }

    @Test
    void leavesCachesToUsersWhoSpeakOfThem() throws Exception {
        environment.put("JAVA_HOME", java("25.0.3", MAKES_A_CACHE).toString());
        environment.put("PATHRANK_JAVA_OPTS", "-Xshare:off");
        assertTrue(!run("rank").out().contains("AOTCache"));
        assertTrue(Files.notExists(folder.resolve("made")));
    }

    @Test
    void startsTwoFirstRunsAtATimeThoughOneMakesTheCache() throws Exception {
        run("rank");
        environment.put(
                "JAVA_HOME",
                java("25.0.3", MAKES_A_CACHE + "\ncase $* in *AOTCacheOutput*) " + waitsFor("go") + ";; esac")
                        .toString());
        Process one = start(project.resolve("scripts/pathrank"), "rank");
        await(() -> Files.exists(folder.resolve("made")));
        Run other = run("rank");
        Files.createFile(folder.resolve("go"));

        assertEquals(0, finish(one).code());
        assertEquals(0, other.code());
        assertFalse(other.out().contains("AOTCache"), other.out());
        assertEquals(List.of("made"), Files.readAllLines(folder.resolve("made")));
        assertTrue(run("rank").out().contains("[-XX:AOTCache="));
        try (var files = Files.list(project.resolve("target"))) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".making")).toList());
        }
    }

    private void makeJarNewerThanSources() throws IOException {
        Path jar = project.resolve("target/pathrank.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "jar");
        for (String source : List.of("pom.xml", "src/main/Main.java", "src/main", "src")) {
            Files.setLastModifiedTime(project.resolve(source), FileTime.from(LONG_AGO));
        }
    }

    /** A Java that prints its version and its arguments. */
    private Path java(String version, String then) throws IOException {
        Path home = folder.resolve("jdk " + version);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Example\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), "echo java " + version + "; printf '[%s]' \"$@\"; echo\n" + then);
        script(home.resolve("bin/javac"), "");
        return home;
    }

    /**
     * Shell code that waits until the test has created {@code file}, or half a minute, because a failed test does not.
     */
    private String waitsFor(String file) {
        return "n=0; until [ -e \"" + folder.resolve(file)
                + "\" ] || [ $n -ge 300 ]; do n=$((n + 1)); /bin/sleep 0.1; done\n";
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(10);
        }
    }

    private Path sdkman(Path... homes) throws IOException {
        Path root = folder.resolve("sdkman");
        Path candidates = Files.createDirectories(root.resolve("candidates/java"));
        for (Path home : homes) {
            Files.createSymbolicLink(candidates.resolve(home.getFileName()), home);
        }
        return root;
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run run(String... arguments) throws Exception {
        return finish(start(project.resolve("scripts/pathrank"), arguments));
    }

    private Process start(Path launcher, String... arguments) throws IOException {
        return launcher(launcher, arguments).start();
    }

    private ProcessBuilder launcher(Path launcher, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("SDKMAN_DIR", "PATHRANK_JAVA_OPTS"));
        builder.environment().putAll(environment);
        return builder;
    }

    private static Run finish(Process process) throws Exception {
        String out = process.inputReader().lines().reduce("", (all, line) -> all + line + "\n");
        String err = process.errorReader().lines().reduce("", (all, line) -> all + line + "\n");
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new UncheckedIOException(new IOException("the launcher did not end"));
        }
        return new Run(process.exitValue(), out, err);
    }
}
