package dev.pathrank.source.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.Delivered;
import dev.pathrank.source.Gzip;
import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.LogSource;
import dev.pathrank.source.LogSourceContract;
import dev.pathrank.source.ObjectUnavailableException;
import dev.pathrank.source.SourceException;
import dev.pathrank.source.TransportException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

class S3SourceTest extends LogSourceContract {
    private static final AtomicInteger BUCKETS = new AtomicInteger();
    private static final byte[] ROWS = Gzip.logLike(300_000, 9);

    private static S3Server server;
    private String bucket;
    private SystemProperties credentials;
    private S3Connection connection;

    @BeforeAll
    static void startServer() throws Exception {
        server = S3Server.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static final RetryPolicy RETRIES = new RetryPolicy(
            RetryPolicy.DEFAULT.connect(),
            RetryPolicy.DEFAULT.silence(),
            RetryPolicy.DEFAULT.attempts(),
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            new ResumePolicy(3, Duration.ZERO));

    private final AtomicInteger throttled = new AtomicInteger();

    @BeforeEach
    void connect() {
        bucket = "logs-" + BUCKETS.incrementAndGet();
        server.createBucket(bucket);
        server.faults().getRequests().clear();
        server.faults().listRequests().clear();
        credentials = S3Server.signIn();
        connection = new S3Connection(server.options().with(RETRIES), 4, throttled::incrementAndGet);
    }

    @AfterEach
    void disconnect() {
        connection.close();
        credentials.close();
    }

    @Override
    protected void put(String name, byte[] bytes) {
        server.put(bucket, "cdn/" + name, bytes);
    }

    @Override
    protected void remove(String name) {
        server.remove(bucket, "cdn/" + name);
    }

    @Override
    protected LogSource source() {
        return source("s3://" + bucket + "/cdn");
    }

    @Override
    protected LogSource missing() {
        return source("s3://no-such-bucket/cdn");
    }

    private LogSource source(String word) {
        return source(word, connection);
    }

    private static LogSource source(String word, S3Connection connection) {
        return new S3Source(word, S3Location.parse(word, word.substring("s3://".length())), connection);
    }

    @Test
    void listsPageAfterPage() throws Exception {
        List<String> names = new ArrayList<>();
        for (int i = 1000; i < 3100; i++) {
            names.add(i + ".gz");
            put(i + ".gz", new byte[] {1});
        }
        assertEquals(names, relativeNames(list(ListingFilter.ALL)));
        assertEquals(3, server.faults().listRequests().size());
    }

    @Test
    void takesThePrefixAsItIsAndLeavesFoldersOfTheConsoleOut() throws Exception {
        put("2024/", new byte[0]);
        put("2024/a.gz", new byte[] {1});
        server.put(bucket, "cdn-old/b.gz", new byte[] {1});
        server.put(bucket, "other/.c.gz", new byte[] {1});
        assertEquals(List.of(name("cdn-old/b.gz"), name("cdn/2024/a.gz")), names(source("s3://" + bucket + "/cdn")));
        assertEquals(List.of(name("cdn/2024/a.gz")), names(source("s3://" + bucket + "/cdn/")));
        assertEquals(
                List.of(name("cdn-old/b.gz"), name("cdn/2024/a.gz"), name("other/.c.gz")),
                names(source("s3://" + bucket)));
        assertEquals(List.of(), names(source("s3://" + bucket + "/nothing/")));
    }

    @Test
    void givesStoredBytesOfAnObjectThatIsMarkedAsGzip() throws Exception {
        byte[] stored = Gzip.of(ROWS);
        server.put(
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key("cdn/a.gz")
                        .contentEncoding("gzip")
                        .build(),
                stored);
        assertArrayEquals(stored, bytes(list(ListingFilter.ALL).get(0)));
    }

    @Test
    void goesOnWhereABodyBrokeOff() throws Exception {
        put("a.log", ROWS);
        LogObject object = list(ListingFilter.ALL).get(0);
        server.faults().cut(bucket, "cdn/a.log", 100_000, 2);
        assertArrayEquals(ROWS, bytes(object));
        List<GetObjectRequest> gets = server.faults().getRequests();
        assertEquals(3, gets.size());
        String etag = gets.get(1).ifMatch();
        assertTrue(gets.get(1).range().matches("bytes=[1-9]\\d*-"), gets.get(1).range());
        assertFalse(etag.isEmpty());
        assertEquals(etag, gets.get(2).ifMatch());
    }

    @Test
    void goesOnAsLongAsBytesCome() throws Exception {
        put("a.log", ROWS);
        LogObject object = list(ListingFilter.ALL).get(0);
        server.faults().cut(bucket, "cdn/a.log", 40_000, Integer.MAX_VALUE);
        assertArrayEquals(ROWS, bytes(object));
    }

    @Test
    void saysOfABodyThatStaysBrokenThatItsBytesDidNotArrive() throws Exception {
        put("a.log", ROWS);
        LogObject object = list(ListingFilter.ALL).get(0);
        server.faults().cut(bucket, "cdn/a.log", 100_000, 1);
        try (InputStream in = object.open()) {
            server.faults().refuse(bucket, "cdn/a.log", 403, "AccessDenied", Integer.MAX_VALUE);
            Delivered delivered = Delivered.of(in);
            assertEquals(
                    TransportException.class, delivered.failure().orElseThrow().getClass());
            assertArrayEquals(Arrays.copyOf(ROWS, delivered.bytes().length), delivered.bytes());
            assertEquals(
                    "the transfer stopped after " + delivered.bytes().length
                            + " of 300000 bytes and could not be resumed: S3 answered AccessDenied",
                    delivered.failure().orElseThrow().getMessage());
        }
    }

    @Test
    void doesNotMixTwoVersionsOfAnObject() throws Exception {
        put("a.log", ROWS);
        LogObject object = list(ListingFilter.ALL).get(0);
        server.faults().cut(bucket, "cdn/a.log", 100_000, 1);
        try (InputStream in = object.open()) {
            put("a.log", Gzip.logLike(300_000, 10));
            IOException failure = Delivered.of(in).failure().orElseThrow();
            assertEquals(TransportException.class, failure.getClass());
            assertTrue(
                    failure.getMessage().endsWith("the object was replaced in the meantime; run again"),
                    failure.getMessage());
            assertEquals(2, server.faults().getRequests().size());
        }
    }

    @Test
    void asksAgainWhileS3IsBusy() throws Exception {
        put("a.log", ROWS);
        LogObject object = list(ListingFilter.ALL).get(0);
        server.faults().refuse(bucket, "cdn/a.log", 503, "SlowDown", 2);
        assertArrayEquals(ROWS, bytes(object));
        assertEquals(2, throttled.get());
    }

    @Test
    void saysOfADeniedObjectWhatIsNeeded() throws Exception {
        put("a.log", ROWS);
        server.faults().deny(bucket, "cdn/a.log");
        LogObject object = list(ListingFilter.ALL).get(0);
        ObjectUnavailableException failure = assertThrows(ObjectUnavailableException.class, object::open);
        assertTrue(failure.getMessage().startsWith("access denied; reading needs s3:GetObject"), failure.getMessage());
    }

    @Test
    void saysOfAnObjectThatVanishedThatItDid() throws Exception {
        put("a.log", ROWS);
        server.faults().vanish(bucket, "cdn/a.log");
        LogObject object = list(ListingFilter.ALL).get(0);
        ObjectUnavailableException failure = assertThrows(ObjectUnavailableException.class, object::open);
        assertTrue(failure.getMessage().startsWith("it was deleted after it was listed"), failure.getMessage());
    }

    @Test
    void leavesConnectionsFreeWhenManyObjectsAreOpenedInPart() throws Exception {
        for (int i = 0; i < 20; i++) {
            put(i + ".log", ROWS);
        }
        for (LogObject object : list(ListingFilter.ALL)) {
            try (InputStream in = object.open()) {
                assertTrue(in.read() >= 0);
            }
        }
        assertEquals(20, list(ListingFilter.ALL).size());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
        403 | AccessDenied                 | listing needs s3:ListBucket on the bucket: check with "aws s3 ls s3://
        400 | ExpiredToken                 | the credentials have expired; sign in again ("aws sso login")
        403 | RequestTimeTooSkewed         | the clock of this machine is wrong
        301 | PermanentRedirect            | the bucket is in another region; give it with --region
        418 | Teapot                       | S3 answered Teapot; compare with "aws s3 ls s3://
        """)
    void saysWhyAListingIsRefusedAndWhatToDo(int status, String code, String words) {
        server.faults().refuseListing(bucket, status, code);
        assertRefused(words, source());
    }

    @Test
    void saysThatThereIsNoSuchBucket() {
        assertRefused("there is no bucket no-such-bucket; check its name", missing());
    }

    @Test
    void saysOfWrongCredentialsThatTheyWereRefusedAndPrintsNoSecret() throws Exception {
        refusedWith(Map.of("aws.secretAccessKey", "Wrong0Secret0Wrong0Secret0Wrong0Secret0"), "SignatureDoesNotMatch");
        refusedWith(Map.of("aws.accessKeyId", "AKIAUNKNOWN000000000"), "InvalidAccessKeyId");
    }

    private void refusedWith(Map<String, String> wrong, String code) throws Exception {
        SystemProperties.during(wrong, () -> {
            try (S3Connection refused = new S3Connection(server.options(), 1)) {
                String said =
                        assertRefused("the credentials were refused (" + code + ")", source("s3://" + bucket, refused));
                wrong.values().forEach(secret -> assertFalse(said.contains(secret), said));
            }
        });
    }

    @Test
    void saysThatThereAreNoCredentials() throws Exception {
        Map<String, String> nothing = Map.of(
                "aws.accessKeyId", "",
                "aws.secretAccessKey", "",
                "aws.disableEc2Metadata", "true",
                "aws.configFile", "/dev/null",
                "aws.sharedCredentialsFile", "/dev/null");
        SystemProperties.during(nothing, () -> {
            try (S3Connection unsigned = new S3Connection(server.options(), 1)) {
                assertRefused("no AWS credentials found; sign in", source("s3://" + bucket, unsigned));
            }
        });
    }

    @Test
    void saysOfAProfileThatIsNotThereWhichItIs() {
        S3Options options =
                new S3Options("us-east-1", "nobody", server.endpoint(), true, false, false, S3Server.RETRIES);
        try (S3Connection unsigned = new S3Connection(options, 1)) {
            assertRefused("no credentials found for profile nobody", source("s3://" + bucket, unsigned));
        }
    }

    @Test
    void believesAProfileThatIsNamedBeforeTheEnvironment(@TempDir Path temp) throws Exception {
        Path file = temp.resolve("credentials");
        Files.writeString(
                file,
                "[logs]\naws_access_key_id=" + S3Server.ACCESS_KEY + "\naws_secret_access_key=" + S3Server.SECRET_KEY
                        + "\n");
        S3Options options = new S3Options(null, "logs", server.endpoint(), true, false, false, S3Server.RETRIES);
        Map<String, String> environment = Map.of(
                "aws.accessKeyId", "AKIAUNKNOWN000000000",
                "aws.disableEc2Metadata", "true",
                "aws.sharedCredentialsFile", file.toString());
        SystemProperties.during(environment, () -> {
            try (S3Connection signed = new S3Connection(options, 1)) {
                assertEquals(List.of(), names(source("s3://" + bucket, signed)));
            }
        });
    }

    @Test
    void asksAnonymouslyWithoutASignature() {
        S3Options options = new S3Options("us-east-1", null, server.endpoint(), true, true, false, S3Server.RETRIES);
        try (S3Connection anonymous = new S3Connection(options, 1)) {
            assertRefused("leave out --no-sign-request", source("s3://" + bucket, anonymous));
        }
    }

    @Test
    void saysOfAnEndpointThatDoesNotAnswerWhichItIs() {
        S3Options options = new S3Options(
                "us-east-1", null, URI.create("http://127.0.0.1:1"), true, false, false, S3Server.RETRIES);
        try (S3Connection nowhere = new S3Connection(options, 1)) {
            assertRefused("http://127.0.0.1:1 cannot be reached", source("s3://" + bucket, nowhere));
        }
    }

    private static String assertRefused(String words, LogSource source) {
        SourceException failure =
                assertThrows(SourceException.class, () -> source.list(ListingFilter.ALL, object -> {}));
        String said = failure.getMessage();
        assertTrue(said.startsWith("cannot list " + source.name()), said);
        assertTrue(said.contains(words), said);
        assertFalse(said.contains(S3Server.SECRET_KEY), said);
        return said;
    }

    private String name(String key) {
        return "s3://" + bucket + "/" + key;
    }
}
