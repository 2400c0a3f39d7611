package dev.pathrank.source.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.RequestPayer;

class S3OptionsTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"s3.local:9000", "localhost", "/path", "http:///nowhere"})
    void refusesAnEndpointThatIsNoUrlOfAHost(String url) {
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> endpoint(url));
        assertTrue(failure.getMessage().contains("use https://host"), failure.getMessage());
    }

    @Test
    void refusesAPasswordInAnEndpointWithoutRepeatingIt() {
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> endpoint("https://me:hidden@s3.local"));
        assertFalse(failure.getMessage().contains("hidden"), failure.getMessage());
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", " ", "eu central", "eu_central_1"})
    void refusesWhatIsNoRegion(String region) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new S3Options(region, null, null, false, false, false, RetryPolicy.DEFAULT));
    }

    @Test
    void letsTheCallerPayOnlyWhenAsked() {
        S3Options paying = new S3Options(null, null, null, false, false, true, RetryPolicy.DEFAULT);
        try (S3Connection asked = new S3Connection(paying, 1);
                S3Connection notAsked = new S3Connection(S3Options.DEFAULT, 1)) {
            assertEquals(RequestPayer.REQUESTER, asked.payer());
            assertEquals(null, notAsked.payer());
        }
    }

    private static S3Options endpoint(String url) {
        return new S3Options(null, null, URI.create(url), false, false, false, RetryPolicy.DEFAULT);
    }
}
