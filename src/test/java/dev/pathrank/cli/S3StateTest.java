package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.run.Sources;
import dev.pathrank.source.Store;
import dev.pathrank.source.StoreInUseException;
import dev.pathrank.source.s3.S3Server;
import dev.pathrank.source.s3.SystemProperties;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a state in S3 on a real server: conditional writes replace the lock of a folder. */
class S3StateTest {
    private static S3Server server;
    private static SystemProperties signedIn;
    private static int buckets;

    @TempDir
    Path folder;

    private String bucket;
    private String state;

    @BeforeAll
    static void startServer() throws Exception {
        server = S3Server.start();
        signedIn = S3Server.signIn();
    }

    @AfterAll
    static void stopServer() {
        signedIn.close();
        server.close();
    }

    @BeforeEach
    void putLogs() {
        bucket = "logs-" + ++buckets;
        server.createBucket(bucket);
        state = "s3://" + bucket + "/state";
        put("cdn/a.gz", 1, "/user/1", "/user/2");
        put("cdn/b.gz", 2, "/user/3", "/shop");
    }

    private void put(String key, int day, String... paths) {
        TestLog log = new TestLog();
        for (String path : paths) {
            log.row("2017-02-0" + day + "\t12:00:00", "GET", path, "200");
        }
        server.put(bucket, key, log.gzip());
    }

    private Cli run(Object... words) {
        return Cli.run(words, "--endpoint-url", server.endpoint(), "--path-style", "--region", "us-east-1");
    }

    private String logs() {
        return "s3://" + bucket + "/cdn/";
    }

    private Store open() throws IOException {
        return new Sources(server.options(), 2, InputStream.nullInputStream()).store(state, true, folder);
    }

    @Test
    void readsEachObjectOnceAndNeedsNoSource() {
        String expected = run("rank", logs()).exits(0).out();
        assertEquals(expected, run("rank", logs(), "--state", state).exits(0).out());
        assertEquals(
                expected,
                run("rank", logs(), "--state", state)
                        .exits(0)
                        .saysOnErr("2 listed = 0 read + 2 skipped")
                        .out());
        assertEquals(expected, run("rank", "--state", state).exits(0).out());
        assertEquals(
                expected,
                run("rank", "s3://" + bucket + "/", "--state", state).exits(0).out(),
                "what the state keeps is no log");
    }

    @Test
    void aLocalStateOfS3ObjectsKnowsThemByTheirETag() {
        Path local = folder.resolve("state");
        run("rank", logs(), "--state", local).exits(0);
        int before = server.faults().getRequests().size();
        run("rank", logs(), "--state", local).exits(0).saysOnErr("2 skipped");
        assertEquals(before, server.faults().getRequests().size(), "objects that are in the state were asked for");

        put("cdn/a.gz", 1, "/changed");
        run("rank", logs(), "--state", local).exits(3).saysOnErr("cdn/a.gz: has changed since it was counted");
    }

    /** Else the state would hold the rows of the one under the name of the other, and never be in order again. */
    @Test
    void anObjectThatIsReplacedBetweenListingAndReadingIsCountedByTheNextRun() {
        server.faults().whenAskedFor(bucket, "cdn/a.gz", () -> put("cdn/a.gz", 7, "/replaced"));

        Cli first = run("rank", logs(), "--state", state);

        first.exits(3).saysOnErr("cdn/a.gz: it was replaced after it was listed; run again");
        assertFalse(first.out().contains("/replaced"), first::toString);
        String expected = run("rank", logs()).exits(0).out();
        assertTrue(expected.contains("/replaced"), expected);
        assertEquals(expected, run("rank", logs(), "--state", state).exits(0).out());
    }

    @Test
    void ofTwoRunsTheSecondToFinishChangesNothing() throws IOException {
        run("rank", logs(), "--state", state).exits(0);
        try (Store slow = open()) {
            assertTrue(slow.root().isPresent());
            put("cdn/c.gz", 3, "/user/9");
            String expected = run("rank", logs()).out();
            run("rank", logs(), "--state", state).exits(0);

            try (Store.Draft draft = slow.draft()) {
                draft.stream().write(1);
                StoreInUseException refused = assertThrows(StoreInUseException.class, draft::replaceRoot);
                assertTrue(refused.getMessage().contains("run again"));
            }
            assertThrows(StoreInUseException.class, slow::root);
            assertEquals(expected, run("rank", "--state", state).exits(0).out());
        }
    }

    @Test
    void ofTwoRunsThatBeginAStateTheSecondChangesNothing() throws IOException {
        try (Store slow = open()) {
            run("rank", logs(), "--state", state).exits(0);
            try (Store.Draft draft = slow.draft()) {
                assertThrows(StoreInUseException.class, draft::replaceRoot);
            }
        }
        run("rank", "--state", state).exits(0);
    }

    @Test
    void aWriteWhoseAnswerWasLostIsNoChangeByOthers() throws IOException {
        try (Store first = open();
                Store again = open()) {
            for (Store store : List.of(first, again)) {
                try (Store.Draft draft = store.draft()) {
                    draft.stream().write(7);
                    draft.replaceRoot();
                }
            }
        }
    }

    @Test
    void refusesDamageAndWhatIsMissing() {
        run("rank", "--state", state).exits(1).saysOnErr("there is no state s3://" + bucket + "/state");
        run("rank", logs(), "--state", state).exits(0);
        server.put(bucket, "state/manifest", new byte[] {1, 2, 3});
        run("rank", logs(), "--state", state)
                .exits(1)
                .saysOnErr("is damaged: its manifest")
                .printsNothing();
        server.remove(bucket, "state/manifest");
        run("rank", logs(), "--state", state).exits(1).saysOnErr("its manifest is missing");
    }

    @Test
    void leavesNothingOnTheDisk() throws IOException {
        run("rank", logs(), "--state", state, "--tmp-dir", folder).exits(0);
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void saysWhatIsWrongWithThePlace() {
        run("rank", logs(), "--state", "s3://no-such-bucket-at-all/x").exits(1).saysOnErr("there is no such bucket");
        run("rank", logs(), "--state", "gs://bucket/x").exits(2).saysOnErr("neither a folder nor s3://bucket/prefix");
    }
}
