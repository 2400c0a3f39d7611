package dev.pathrank.source.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** Requests that wait for the only connection, which another has. */
class PooledHttpClientTest {
    private static final byte[] BODY = "body".getBytes(US_ASCII);

    @Test
    void anAttemptThatWaitsTooLongForAConnectionIsATimeout() throws IOException {
        try (ScriptedS3 server = new ScriptedS3(query -> "", BODY, 0);
                SdkHttpClient http = new PooledHttpClient(
                        Apache5HttpClient.builder().maxConnections(1).build());
                S3Client client = S3Client.builder()
                        .httpClient(http)
                        .endpointOverride(server.endpoint())
                        .forcePathStyle(true)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .overrideConfiguration(settings -> settings.retryStrategy(retries -> retries.maxAttempts(1)))
                        .build()) {
            GetObjectRequest request =
                    GetObjectRequest.builder().bucket("b").key("k").build();
            GetObjectRequest briefly = request.toBuilder()
                    .overrideConfiguration(each -> each.apiCallAttemptTimeout(Duration.ofMillis(200)))
                    .build();
            try (var holder = client.getObject(request)) {
                assertThrows(ApiCallAttemptTimeoutException.class, () -> client.getObject(briefly));
                assertArrayEquals(BODY, holder.readAllBytes());
            }

            assertArrayEquals(BODY, client.getObjectAsBytes(request).asByteArray(), "free again");
            assertEquals("Apache5", http.clientName());
        }
    }
}
