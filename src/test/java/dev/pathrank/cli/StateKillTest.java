package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of a daily batch in a real process: logs arrive in any order and late, runs are killed at any moment (SIGKILL,
 * without clean-up), and the final report is identical to that of one run over all logs. {@code scripts/kill-test N}
 * does it N times.
 */
@Tag("slow")
class StateKillTest {
    private static final int KILLS = Integer.getInteger("kills", 20);

    /** Number of kills after which a new state is begun, with other logs. */
    private static final int KILLS_PER_STATE = 10;

    private static final int OBJECTS = 12;
    private static final int ROWS = 60;

    @TempDir
    Path folder;

    private final Random random = new Random(Long.getLong("seed", 20170212));
    private int kills;
    private int inTheMiddle;
    private int states;

    /** Continues until a kill has happened while the state was written, which cannot be timed. */
    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void killsChangeNothing() throws Exception {
        while (killsAreWanted()) {
            states++;
            tryOneState(folder.resolve("try" + states));
        }
        System.out.printf(
                "%d kills, %d of them while the state was written; %d states, each with the bytes of one run%n",
                kills, inTheMiddle, states);
    }

    private boolean killsAreWanted() {
        return kills < KILLS || inTheMiddle == 0;
    }

    private void tryOneState(Path place) throws Exception {
        Path everything = place.resolve("everything");
        Path arrived = place.resolve("arrived");
        Path state = place.resolve("state");
        Files.createDirectories(arrived);
        List<String> waiting = write(everything);
        Collections.shuffle(waiting, random);
        String expected = Cli.run("rank", everything).exits(0).out();

        int killsHere = 0;
        while (!waiting.isEmpty()) {
            for (int i = random.nextInt(4); i >= 0 && !waiting.isEmpty(); i--) {
                String name = waiting.remove(0);
                Files.copy(everything.resolve(name), arrived.resolve(name));
            }
            for (int i = random.nextInt(4); i > 0 && killsAreWanted() && killsHere < KILLS_PER_STATE; i--) {
                kill(start(arrived, state), state);
                killsHere++;
            }
            if (random.nextBoolean()) {
                Cli.run("rank", arrived, "--state", state).exits(0);
            }
        }
        assertEquals(
                expected, Cli.run("rank", arrived, "--state", state).exits(0).out());
        assertEquals(expected, Cli.run("rank", "--state", state).exits(0).out());
        Cli.run("rank", arrived, "--state", state).exits(0).saysOnErr("0 read + " + OBJECTS + " skipped");
        assertEquals(List.of(), unfinished(state), "left behind");
    }

    /** Objects of several days each, so that days are written more than once. */
    private List<String> write(Path place) throws IOException {
        List<String> names = new ArrayList<>();
        for (int object = 0; object < OBJECTS; object++) {
            TestLog log = new TestLog();
            for (int row = 0; row < ROWS; row++) {
                String time = String.format(
                        Locale.ROOT,
                        "2017-02-%02d\t%02d:00:%02d",
                        1 + (object / 3 + random.nextInt(2)) % 6,
                        random.nextInt(24),
                        random.nextInt(60));
                String path = "/" + (random.nextBoolean() ? "user" : "order") + "/" + random.nextInt(500);
                log.row(time, random.nextInt(5) == 0 ? "POST" : "GET", path, random.nextInt(9) == 0 ? "404" : "200");
            }
            String name = "log-" + object + ".gz";
            log.to(place.resolve(name));
            names.add(name);
        }
        return names;
    }

    private Process start(Path logs, Path state) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.pathrank.Main",
                        "rank",
                        logs.toString(),
                        "--state",
                        state.toString(),
                        "--threads",
                        "2")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** At any moment; every other time shortly after writing of the state begins, which is a small part of a run. */
    private void kill(Process process, Path state) throws IOException, InterruptedException {
        boolean whenWriting = random.nextBoolean();
        long patience = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(whenWriting ? 20_000 : random.nextInt(1500));
        boolean swept = false; // what an earlier kill left
        boolean written = false;
        while (process.isAlive() && System.nanoTime() < patience && !(whenWriting && written)) {
            boolean isWritten = isWritten(state);
            swept |= !isWritten;
            written |= swept && isWritten;
        }
        if (whenWriting) {
            long more = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(random.nextInt(30_000));
            while (process.isAlive() && System.nanoTime() < more) {
                Thread.onSpinWait();
            }
        }
        if (process.isAlive()) {
            kills++;
            process.destroyForcibly();
            process.waitFor();
            if (written && isWritten(state)) {
                inTheMiddle++;
            }
        }
    }

    private static boolean isWritten(Path state) throws IOException {
        return !unfinished(state).isEmpty();
    }

    private static List<Path> unfinished(Path state) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(state)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(state, ".unfinished-*")) {
                files.forEach(found::add);
            }
        }
        return found;
    }
}
