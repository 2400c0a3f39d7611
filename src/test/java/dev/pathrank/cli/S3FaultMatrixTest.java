package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.s3.FaultProxy;
import dev.pathrank.source.s3.FaultProxy.Fault;
import dev.pathrank.source.s3.RetryPolicy;
import dev.pathrank.source.s3.S3Server;
import dev.pathrank.source.s3.SystemProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests of the whole program against a real S3 server with every fault of the network and of S3: rare, frequent, in
 * bursts and permanent. Temporary faults do not change the report; permanent ones are named, and nothing else is
 * missing.
 */
class S3FaultMatrixTest {
    private static final String BUCKET = "fault-logs";
    private static final String WITHOUT_LOST = "lesser-logs";
    private static final int OBJECTS = 100;
    private static final int LARGE = 2;
    private static final int BURST_BEGINS = 40;
    private static final int BURST = 20;
    /** Fewer than the retries of the program, more than those of the SDK. */
    private static final int BURST_ATTEMPTS = 4;

    private static final int ATTEMPTS = 8;
    private static final int ATTEMPTS_FOR_GOOD = 3;

    private static final List<String> KEYS = keys();
    private static final Set<String> LOST = new TreeSet<>(List.of(KEYS.get(0), KEYS.get(7), KEYS.get(93)));

    private static S3Server server;
    private static SystemProperties credentials;
    private static Cli faultless;
    private static Cli faultlessWithoutLost;

    @BeforeAll
    static void startServer() throws Exception {
        server = S3Server.start();
        server.createBucket(BUCKET);
        server.createBucket(WITHOUT_LOST);
        for (int number = 0; number < OBJECTS; number++) {
            byte[] log = log(number);
            server.put(BUCKET, KEYS.get(number), log);
            if (!LOST.contains(KEYS.get(number))) {
                server.put(WITHOUT_LOST, KEYS.get(number), log);
            }
        }
        credentials = S3Server.signIn();
        faultless = rank(BUCKET, server.endpoint(), S3Server.RETRIES).exits(0);
        faultlessWithoutLost =
                rank(WITHOUT_LOST, server.endpoint(), S3Server.RETRIES).exits(0);
    }

    @AfterAll
    static void stopServer() {
        credentials.close();
        server.close();
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (int number = 0; number < OBJECTS; number++) {
            keys.add(String.format(
                    Locale.ROOT, "cdn/E1AAA.2017-02-%02d-%02d.%08x.gz", 1 + number / 24, number % 24, number));
        }
        return keys;
    }

    /** A small log; the first few do not fit into a megabyte. */
    private static byte[] log(int number) {
        Random random = new Random(number);
        TestLog log = new TestLog();
        int rows = number < LARGE ? 30_000 : 20;
        for (int row = 0; row < rows; row++) {
            String path = "/user/" + random.nextInt(1000) + "/" + Long.toHexString(random.nextLong());
            log.row(
                    String.format(Locale.ROOT, "2017-02-12\t16:%02d:%02d", row / 60 % 60, row % 60),
                    "GET",
                    path,
                    "200");
        }
        return log.gzip();
    }

    private static Cli rank(String bucket, Object endpoint, RetryPolicy retries) {
        return Cli.retrying(
                retries,
                "rank",
                "s3://" + bucket + "/cdn/",
                "--endpoint-url",
                endpoint,
                "--path-style",
                "--region",
                "us-east-1",
                "--max-inflight",
                "1M");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFaultInOnePercentOfTheObjectsChangesNothing(Fault fault) throws Exception {
        assertChangesNothing(fault, onSome(fault, OBJECTS / 100));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    @Tag("slow")
    void aFaultInTenPercentOfTheObjectsChangesNothing(Fault fault) throws Exception {
        assertChangesNothing(fault, onSome(fault, OBJECTS / 10));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    @Tag("slow")
    void aBurstOfFaultsChangesNothing(Fault fault) throws Exception {
        Set<String> burst = Set.copyOf(KEYS.subList(BURST_BEGINS, BURST_BEGINS + BURST));
        int attempts = fault == Fault.SILENCE ? 2 : BURST_ATTEMPTS;
        assertChangesNothing(
                fault,
                (key, attempt) -> attempt <= attempts && (burst.contains(key) || key.isEmpty())
                        ? Optional.of(fault)
                        : Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFaultForGoodLeavesOutExactlyTheObjectsThatAreNamed(Fault fault) throws Exception {
        FaultProxy.Plan plan = (key, attempt) -> LOST.contains(key) ? Optional.of(fault) : Optional.empty();
        try (FaultProxy proxy = new FaultProxy(server.endpoint(), plan)) {
            Cli run = rank(BUCKET, proxy.endpoint(), retries(fault, ATTEMPTS_FOR_GOOD))
                    .exits(3);

            assertEquals(faultlessWithoutLost.out(), run.out(), run::err);
            assertTrue(proxy.faults() >= LOST.size() * ATTEMPTS_FOR_GOOD, "given up after too few attempts");
            List<String> named = run.err()
                    .lines()
                    .filter(line -> line.startsWith("pathrank: error: "))
                    .map(line -> line.replaceFirst(".*s3://" + BUCKET + "/", "").replaceFirst(": .*", ""))
                    .toList();
            assertEquals(List.copyOf(LOST), named, run::err);
            run.saysOnErr("objects: 100 listed = 97 read + 0 skipped + 3 failed");
        }
    }

    /** The number of objects, chosen by their hash, that fail once or twice. */
    private static FaultProxy.Plan onSome(Fault fault, int objects) {
        List<String> drawn = KEYS.stream()
                .sorted(Comparator.comparingInt(key -> new Random(key.hashCode() * 31L + fault.ordinal()).nextInt()))
                .limit(objects)
                .toList();
        return (key, attempt) ->
                attempt <= 1 + drawn.indexOf(key) % 2 && drawn.contains(key) ? Optional.of(fault) : Optional.empty();
    }

    /** Timeout for silent connections: as short as a busy machine allows, and only where the fault occurs. */
    private static RetryPolicy retries(Fault fault, int attempts) {
        return fault == Fault.SILENCE ? S3Server.retries(Duration.ofSeconds(1), attempts) : S3Server.RETRIES;
    }

    private static void assertChangesNothing(Fault fault, FaultProxy.Plan plan) throws Exception {
        try (FaultProxy proxy = new FaultProxy(server.endpoint(), plan)) {
            Cli run = rank(BUCKET, proxy.endpoint(), retries(fault, ATTEMPTS)).exits(0);

            assertEquals(faultless.out(), run.out(), run::err);
            assertTrue(proxy.faults() > 0, "no fault was met");
        }
    }
}
