package dev.pathrank.source.s3;

import static dev.pathrank.source.s3.ScriptedS3.contents;
import static dev.pathrank.source.s3.ScriptedS3.truncated;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that answer as S3 must not: every listing ends, and says what is wrong. */
@Timeout(60)
class HostileS3Test {
    private static final byte[] BODY = "rows\n".getBytes(UTF_8);

    private static List<LogObject> list(ScriptedS3 server, RetryPolicy retries) throws SourceException {
        try (S3Connection connection = server.connection(retries)) {
            List<LogObject> objects = new ArrayList<>();
            new S3Source("s3://logs/a", new S3Location("logs", "a"), connection).list(ListingFilter.ALL, objects::add);
            return objects;
        }
    }

    private static ScriptedS3 server(Function<Map<String, String>, String> listing) throws IOException {
        return new ScriptedS3(listing, BODY, 0);
    }

    private static void assertFails(String words, Function<Map<String, String>, String> listing) throws IOException {
        try (ScriptedS3 server = server(listing)) {
            SourceException failure = assertThrows(SourceException.class, () -> list(server, S3Server.RETRIES));
            assertTrue(failure.getMessage().startsWith("cannot list s3://logs/a: "), failure.getMessage());
            assertTrue(failure.getMessage().contains(words), failure.getMessage());
        }
    }

    @Test
    void noticesAServerThatDoesNotKnowStartAfter() throws Exception {
        assertFails("the server lists a1 again", query -> contents("a1", 5) + contents("a2", 5) + truncated(true));
    }

    @Test
    void noticesKeysThatGoBackWithinAPage() throws Exception {
        assertFails("the server lists a1 again", query -> contents("a2", 5) + contents("a1", 5) + truncated(true));
    }

    @Test
    void noticesAKeyThatIsMissing() throws Exception {
        assertFails(
                "without a key", query -> "<Contents><Size>5</Size></Contents>" + contents("a1", 5) + truncated(false));
    }

    @Test
    void noticesAPageThatPromisesMoreWithoutAKeyOrAToken() throws Exception {
        assertFails("names no key to continue after", query -> truncated(true));
    }

    @Test
    void noticesATokenThatStays() throws Exception {
        assertFails(
                "names no key to continue after",
                query -> truncated(true) + "<NextContinuationToken>same</NextContinuationToken>");
    }

    @Test
    void noticesTokensThatLeadNowhere() throws Exception {
        int[] token = {0};
        assertFails(
                "names no key to continue after",
                query -> truncated(true) + "<NextContinuationToken>" + token[0]++ + "</NextContinuationToken>");
    }

    @Test
    void noticesAKeyThatCannotBeDecoded() throws Exception {
        assertFails(
                "cannot be parsed",
                query -> "<EncodingType>url</EncodingType>" + contents("a%zz", 5) + truncated(false));
    }

    @Test
    void goesOnFromAPageWithoutKeysByItsToken() throws Exception {
        try (ScriptedS3 server = server(query -> query.containsKey("continuation-token")
                ? contents("a1", 5) + truncated(false)
                : truncated(true) + "<NextContinuationToken>next</NextContinuationToken>")) {
            assertEquals("s3://logs/a1", list(server, S3Server.RETRIES).get(0).name());
            assertEquals("next", server.listings().get(1).get("continuation-token"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0001b", "a\uFFFEb", "a b+c", "a%41", "a\nb"})
    void readsKeysThatXmlCannotHold(String key) throws Exception {
        String encoded = java.net.URLEncoder.encode(key, UTF_8);
        try (ScriptedS3 server =
                        server(query -> query.getOrDefault("encoding-type", "").equals("url")
                                ? "<EncodingType>url</EncodingType>" + contents(encoded, BODY.length) + truncated(false)
                                : contents(key, BODY.length) + truncated(false));
                S3Connection connection = server.connection(S3Server.RETRIES)) {
            List<LogObject> objects = new ArrayList<>();
            new S3Source("s3://logs/a", new S3Location("logs", "a"), connection).list(ListingFilter.ALL, objects::add);

            assertEquals("s3://logs/" + key, objects.get(0).name());
            try (InputStream in = objects.get(0).open()) {
                assertArrayEquals(BODY, in.readAllBytes());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, -5, Long.MIN_VALUE})
    void listsAnObjectOfANegativeSizeAsOneThatFails(long size) throws Exception {
        try (ScriptedS3 server = server(query -> contents("a1", size) + contents("a2", 5) + truncated(false))) {
            List<LogObject> objects = list(server, S3Server.RETRIES);
            IOException failure = assertThrows(IOException.class, objects.get(0)::open);
            assertEquals("its listing gives a size of " + size + " bytes", failure.getMessage());
            assertEquals(2, objects.size());
        }
    }

    @Test
    void doesNotWaitForAListingThatComesByteByByte() throws Exception {
        RetryPolicy impatient = S3Server.retries(Duration.ofMillis(300), 2);
        try (ScriptedS3 server = new ScriptedS3(query -> truncated(false), BODY, 100)) {
            SourceException failure = assertThrows(SourceException.class, () -> list(server, impatient));
            assertTrue(failure.getMessage().contains("cannot list s3://logs/a"), failure.getMessage());
        }
    }

    @Test
    void noticesTokensThatTurnInACircleWhereAStateLies(@TempDir Path tmpDir) throws Exception {
        int[] turn = {0};
        try (ScriptedS3 server = server(query -> truncated(true) + contents("a/b.tally", 5) + "<NextContinuationToken>"
                        + turn[0]++ % 2 + "</NextContinuationToken>");
                S3Connection connection = server.connection(S3Server.RETRIES)) {
            S3Store store = S3Store.open(new S3Location("logs", "a/"), connection, true, tmpDir);
            IOException failure = assertThrows(IOException.class, store::hasFiles);
            assertTrue(failure.getMessage().contains("names no key to continue after"), failure.getMessage());
        }
    }
}
