package dev.pathrank.source.s3;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
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

/** The S3 client of a run, created when a source first needs it and shared by all sources and threads. */
public final class S3Connection implements AutoCloseable {
    private final S3Options options;
    private final int parallelGets;
    private final Runnable throttled;
    private @Nullable S3Client client;

    /**
     * Prepares a connection. Nothing is opened yet.
     *
     * @param parallelGets number of objects that may be open at the same time
     */
    public S3Connection(S3Options options, int parallelGets) {
        this(options, parallelGets, () -> {});
    }

    /**
     * Prepares a connection. Nothing is opened yet.
     *
     * @param parallelGets number of objects that may be open at the same time
     * @param throttled called, by any thread, each time that S3 asks for fewer requests
     */
    public S3Connection(S3Options options, int parallelGets, Runnable throttled) {
        if (parallelGets < 1) {
            throw new IllegalArgumentException("parallelGets must be positive: " + parallelGets);
        }
        this.options = Objects.requireNonNull(options, "options");
        this.parallelGets = parallelGets;
        this.throttled = throttled;
    }

    /** Returns how a body that broke off is resumed. */
    ResumePolicy resuming() {
        return options.retries().resuming();
    }

    /** Returns the options that this was made with. */
    S3Options options() {
        return options;
    }

    /** Returns who pays for a request, or null for the owner of the bucket. */
    @Nullable
    RequestPayer payer() {
        return options.requestPayer() ? RequestPayer.REQUESTER : null;
    }

    /**
     * Limits the time until an answer to one request has come, or only its head where the body is streamed: bytes that
     * come one by one are no silence.
     */
    void limitAttempt(AwsRequestOverrideConfiguration.Builder request) {
        request.apiCallAttemptTimeout(options.retries().silence().multipliedBy(2));
    }

    /** Returns the client, which is created by the first call. */
    synchronized S3Client client() {
        if (client == null) {
            client = connect();
        }
        return client;
    }

    private S3Client connect() {
        Apache5HttpClient.Builder http = Apache5HttpClient.builder()
                .maxConnections(parallelGets + S3Listing.IN_FLIGHT)
                .connectionTimeout(options.retries().connect())
                .socketTimeout(options.retries().silence());
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(defaults -> new PooledHttpClient(http.buildWithDefaults(defaults)))
                .region(region())
                .crossRegionAccessEnabled(true)
                .credentialsProvider(credentials())
                .forcePathStyle(options.pathStyle())
                // Length and gzip trailers are checked anyway; S3's checksum would double the time.
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        builder.overrideConfiguration(settings -> {
            settings.retryStrategy(retries());
            Optional.ofNullable(options.profile()).ifPresent(settings::defaultProfileName);
        });
        Optional.ofNullable(options.endpointUrl()).ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /**
     * Makes the SDK's standard strategy with more attempts and without its circuit breaker. The breaker stops retries
     * when many requests fail, so a short outage would lose objects that could be read a second later.
     */
    private StandardRetryStrategy retries() {
        BackoffStrategy whereBusy =
                BackoffStrategy.exponentialDelay(options.retries().busyPause(), RetryPolicy.LONGEST_PAUSE);
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(options.retries().attempts())
                .circuitBreakerEnabled(false)
                .retryOnException(S3Connection::isBrokenOff)
                .backoffStrategy(
                        BackoffStrategy.exponentialDelay(options.retries().pause(), RetryPolicy.LONGEST_PAUSE))
                .throttlingBackoffStrategy(attempt -> {
                    throttled.run();
                    return whereBusy.computeDelay(attempt);
                })
                .build();
    }

    /** Returns whether a listing broke off in the middle, which the SDK reports as an invalid answer. */
    private static boolean isBrokenOff(Throwable failure) {
        return failure instanceof SdkClientException && ExceptionCauses.says(failure, "could not parse xml response");
    }

    private AwsCredentialsProvider credentials() {
        if (options.noSignRequest()) {
            return AnonymousCredentialsProvider.create();
        }
        // A profile that was asked for takes precedence over credentials of the environment.
        return Optional.ofNullable(options.profile())
                .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    /** Returns the configured region, or else any: the answer to the first request names the region of the bucket. */
    private Region region() {
        if (options.region() != null) {
            return Region.of(options.region());
        }
        try {
            DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
            Optional.ofNullable(options.profile()).ifPresent(chain::profileName);
            return chain.build().getRegion();
        } catch (SdkClientException e) {
            return Region.US_EAST_1; // the chain throws this if no region is configured
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
