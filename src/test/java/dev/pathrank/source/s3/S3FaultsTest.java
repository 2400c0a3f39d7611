package dev.pathrank.source.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.ObjectUnavailableException;
import dev.pathrank.source.TransportException;
import java.io.IOException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3FaultsTest {
    private static final S3Location LOGS = new S3Location("acme-logs", "cdn/");
    private static final S3Faults FAULTS = new S3Faults(S3Options.DEFAULT);

    @Test
    void namesTheRegionOfTheBucketWhereS3TellsIt() {
        SdkHttpResponse answer = SdkHttpResponse.builder()
                .putHeader("x-amz-bucket-region", "eu-central-1")
                .build();
        assertEquals(
                "cannot list s3://acme-logs/cdn/: the bucket is in region eu-central-1; run again with --region"
                        + " eu-central-1",
                FAULTS.listing(LOGS, answered("S3", 301, "PermanentRedirect", answer))
                        .getMessage());
    }

    @Test
    void tellsTransportFaultsFromObjectsThatAreNotToBeHad() {
        assertOpening(TransportException.class, "S3 still answered SlowDown", answered("S3", 503, "SlowDown", null));
        assertOpening(TransportException.class, "S3 still answered status 500", answered("S3", 500, null, null));
        assertOpening(
                TransportException.class,
                "Amazon S3 cannot be reached (UnknownHost: acme-logs.s3.amazonaws.com)",
                SdkClientException.create("failed", new UnknownHostException("acme-logs.s3.amazonaws.com")));
        assertOpening(
                ObjectUnavailableException.class, "restore it first", answered("S3", 403, "InvalidObjectState", null));
        assertOpening(ObjectUnavailableException.class, "S3 answered status 400", answered("S3", 400, null, null));
    }

    @Test
    void saysThatASignInHasExpired() {
        S3Faults faults = new S3Faults(new S3Options(null, "work", null, false, false, false, RetryPolicy.DEFAULT));
        SdkException expired = SdkClientException.create("The SSO session associated with this profile has expired");
        assertTrue(faults.listing(LOGS, expired)
                .getMessage()
                .contains(
                        "credentials of profile work have expired; sign in again (\"aws sso login --profile work\")"));
    }

    @Test
    void namesTheServiceThatRefusedToHandOutCredentials() {
        assertTrue(FAULTS.listing(LOGS, answered("Sts", 403, "AccessDenied", null))
                .getMessage()
                .contains("no credentials: Sts answered AccessDenied"));
    }

    @Test
    void masksWhatLooksLikeASecretAndWhatWouldSteerATerminal() {
        String secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        String said = FAULTS.listing(LOGS, SdkClientException.create("line 3: " + secret + "\u001B[2J"))
                .getMessage();
        assertFalse(said.contains(secret), said);
        assertTrue(said.contains("SdkClient: line 3: …?[2J"), said);
    }

    private static void assertOpening(Class<? extends IOException> kind, String words, SdkException fault) {
        IOException failure = FAULTS.opening(fault);
        assertEquals(kind, failure.getClass());
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }

    private static S3Exception answered(String service, int status, String code, SdkHttpResponse answer) {
        AwsErrorDetails details = AwsErrorDetails.builder()
                .serviceName(service)
                .errorCode(code)
                .sdkHttpResponse(answer)
                .build();
        return (S3Exception) S3Exception.builder()
                .statusCode(status)
                .awsErrorDetails(details)
                .build();
    }
}
