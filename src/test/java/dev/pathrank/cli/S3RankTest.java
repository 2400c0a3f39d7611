package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.s3.S3Server;
import dev.pathrank.source.s3.SystemProperties;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job on logs in S3, through a server that verifies signatures. */
class S3RankTest {
    private static final byte[] LOG =
            new TestLog().rows(3, "GET", "/region", 200).gzip();

    private static S3Server server;
    private SystemProperties signedIn;

    @BeforeAll
    static void startServer() throws Exception {
        server = S3Server.start();
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.close();
    }

    @BeforeEach
    void signIn() {
        signedIn = S3Server.signIn();
    }

    @AfterEach
    void signOut() {
        signedIn.close();
    }

    private static Cli rank(Object... args) {
        return Cli.run("rank", "--endpoint-url", server.endpoint(), "--path-style", "--region", "us-east-1", args);
    }

    private static String bucket(String name, int objects) {
        server.createBucket(name);
        IntStream.range(0, objects)
                .forEach(number ->
                        server.put(name, String.format(Locale.ROOT, "cdn/E1AAA.2017-02-12-16.%08x.gz", number), LOG));
        return name;
    }

    @Test
    @Tag("slow")
    void ranksEveryObjectUnderAPrefix() {
        String bucket = bucket("many-logs", 1100);

        Cli run = rank("s3://" + bucket + "/cdn/").exits(0);

        assertEquals(List.of("3300"), run.column("calls"));
        run.saysOnErr("objects: 1,100 listed = 1,100 read + 0 skipped + 0 failed");
    }

    @Test
    void readsNothingOfOtherHours() {
        String bucket = bucket("pruned-logs", 2);
        server.put(bucket, "cdn/E1AAA.2017-03-01-00.00000000.gz", LOG);

        rank("s3://" + bucket + "/cdn/", "--to", "2017-02-13").exits(0).saysOnErr("objects: 2 listed");
    }

    @Test
    void namesObjectsThatAreDeniedOrVanishAndReadsTheOthers() {
        String bucket = bucket("faulty-logs", 4);
        server.faults().deny(bucket, "cdn/E1AAA.2017-02-12-16.00000001.gz");
        server.faults().vanish(bucket, "cdn/E1AAA.2017-02-12-16.00000002.gz");

        Cli run = rank("s3://" + bucket + "/cdn/").exits(3);

        assertEquals(List.of("6"), run.column("calls"));
        run.saysOnErr("objects: 4 listed = 2 read + 0 skipped + 2 failed")
                .saysOnErr("error: s3://faulty-logs/cdn/E1AAA.2017-02-12-16.00000001.gz: ")
                .saysOnErr("error: s3://faulty-logs/cdn/E1AAA.2017-02-12-16.00000002.gz: ");
    }

    @Test
    void stopsAtTheFirstFailureWhereThatIsWanted() {
        String bucket = bucket("fail-fast-logs", 4);
        server.faults().deny(bucket, "cdn/E1AAA.2017-02-12-16.00000001.gz");

        rank("s3://" + bucket + "/cdn/", "--fail-fast")
                .exits(1)
                .printsNothing()
                .saysOnErr("error: s3://fail-fast-logs/cdn/E1AAA.2017-02-12-16.00000001.gz: access denied")
                .saysOnErr("stopped by --fail-fast, so there is no report");
        rank("s3://no-such-bucket-here/", "s3://" + bucket, "--fail-fast")
                .exits(1)
                .printsNothing()
                .saysOnErr("stopped by --fail-fast");
    }

    @Test
    void saysWhatARunWouldTakeWithoutReadingAnything() {
        String bucket = bucket("dry-logs", 3);
        server.put(bucket, "cdn/E1AAA.2017-02-12-20.00000000.gz", LOG);
        server.put(bucket, "cdn/notes.txt", new byte[1000]);
        server.faults().getRequests().clear();

        rank("s3://" + bucket + "/cdn/", "--dry-run", "--from", "2017-02-12T15:00:00Z", "--to", "2017-02-12T22:00:00Z")
                .exits(0)
                .printsLine("objects: 5, 0\\.0 MB stored")
                .printsLine("hours: 7 from 2017-02-12T15:00:00Z to 2017-02-12T22:00:00Z; 2 with objects, 5 without")
                .printsLine("  no object: 2017-02-12T15:00:00Z to 2017-02-12T16:00:00Z \\(1 h\\)")
                .printsLine("  no object: 2017-02-12T17:00:00Z to 2017-02-12T20:00:00Z \\(3 h\\)")
                .printsLine("  no object: 2017-02-12T21:00:00Z to 2017-02-12T22:00:00Z \\(1 h\\)")
                .printsLine("  objects without an hour in their names: 1")
                .printsLine("S3 requests: 1 LIST \\+ 5 GET, about \\$0\\.0001 \\(LIST \\$0\\.005, GET "
                        + "\\$0\\.0004 per 1,000; .*")
                .printsLine("time: about \\d+ s .*");
        rank("s3://" + bucket + "/cdn/", "--dry-run", "--format", "json")
                .exits(0)
                .printsLine("    \"get\": 5,")
                .printsLine("    \"dollars\": 0.0000070,")
                .printsLine("  \"complete\": true");
        rank("s3://" + bucket, "s3://no-such-bucket-here", "--dry-run").exits(3).saysOnErr("no-such-bucket-here");
        rank("s3://" + bucket + "/none/", "--dry-run").exits(1).printsNothing().saysOnErr("(0 keys)");
        assertEquals(List.of(), server.faults().getRequests());
    }

    @Test
    void saysThatABucketIsMissingOrAPrefixEmpty() {
        String bucket = bucket("empty-logs", 0);

        rank("s3://no-such-bucket-here/cdn/").exits(1).printsNothing().saysOnErr("no-such-bucket-here");
        rank("s3://" + bucket + "/cdm/")
                .exits(1)
                .printsNothing()
                .saysOnErr(
                        "no log objects under s3://empty-logs/cdm/ (0 keys). Check the prefix: \"aws --endpoint-url ");
    }

    @Test
    void neverPrintsACredential() {
        String bucket = bucket("closed-logs", 1);

        try (SystemProperties wrong = SystemProperties.set(Map.of(
                "aws.accessKeyId", S3Server.ACCESS_KEY, "aws.secretAccessKey", "a-wrong-secret-that-is-secret"))) {
            assertTrue(wrong != null);
            Cli run = rank("s3://" + bucket + "/cdn/", "--verbose").exits(1).printsNothing();
            run.doesNotSayOnErr("a-wrong-secret").doesNotSayOnErr(S3Server.SECRET_KEY);
        }
    }
}
