package dev.pathrank.source.s3;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.RequestPayer;

/** The one S3 client of a run, made when a source first asks for it and shared by all of them and all threads. */
public final class S3Connection implements AutoCloseable {
    private final S3Options options;
    private final int parallelGets;
    private final RetryPolicy patience;
    private @Nullable S3Client client;

    /**
     * Prepares to connect; opens nothing yet.
     *
     * @param parallelGets number of objects that may be open at the same time
     */
    public S3Connection(S3Options options, int parallelGets) {
        this(options, parallelGets, RetryPolicy.ofSystem());
    }

    S3Connection(S3Options options, int parallelGets, RetryPolicy patience) {
        if (parallelGets < 1) {
            throw new IllegalArgumentException("parallelGets must be positive: " + parallelGets);
        }
        this.options = Objects.requireNonNull(options, "options");
        this.parallelGets = parallelGets;
        this.patience = Objects.requireNonNull(patience, "patience");
    }

    ResumePolicy resuming() {
        return patience.resuming();
    }

    S3Options options() {
        return options;
    }

    /** Who pays for a request: absent unless the options say that the caller does. */
    @Nullable
    RequestPayer payer() {
        return options.requestPayer() ? RequestPayer.REQUESTER : null;
    }

    synchronized S3Client client() {
        if (client == null) {
            client = connect();
        }
        return client;
    }

    private S3Client connect() {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(Apache5HttpClient.builder()
                        .maxConnections(parallelGets + S3Listing.IN_FLIGHT)
                        .connectionTimeout(patience.connect())
                        .socketTimeout(patience.silence()))
                .region(region())
                .crossRegionAccessEnabled(true)
                .credentialsProvider(credentials())
                .forcePathStyle(options.pathStyle())
                // Length and gzip trailers are checked anyway; S3's own checksum would cost as much time again.
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        builder.overrideConfiguration(settings -> {
            settings.retryStrategy(retries());
            options.profile().ifPresent(settings::defaultProfileName);
        });
        options.endpointUrl().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /**
     * The SDK's own, but asking longer, and without the switch that gives up asking when many requests fail: in a burst of trouble it
     * would lose what a second later could have been read.
     */
    private StandardRetryStrategy retries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(patience.attempts())
                .circuitBreakerEnabled(false)
                .retryOnException(S3Connection::isBrokenOff)
                .backoffStrategy(BackoffStrategy.exponentialDelay(patience.pause(), RetryPolicy.LONGEST_PAUSE))
                .throttlingBackoffStrategy(
                        BackoffStrategy.exponentialDelay(patience.busyPause(), RetryPolicy.LONGEST_PAUSE))
                .build();
    }

    /** A listing that ends in the middle, which the SDK by itself takes for a wrong answer. */
    private static boolean isBrokenOff(Throwable failure) {
        return failure instanceof SdkClientException && ExceptionCauses.says(failure, "could not parse xml response");
    }

    private AwsCredentialsProvider credentials() {
        if (options.noSignRequest()) {
            return AnonymousCredentialsProvider.create();
        }
        // A profile that was asked for wins over credentials that happen to stand in the environment.
        return options.profile()
                .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    /** Any region will do where none is configured: the answer to the first request names the bucket's own. */
    private Region region() {
        if (options.region().isPresent()) {
            return Region.of(options.region().get());
        }
        try {
            DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
            options.profile().ifPresent(chain::profileName);
            return chain.build().getRegion();
        } catch (SdkClientException e) {
            return Region.US_EAST_1; // the chain's way to say that no region is configured
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
