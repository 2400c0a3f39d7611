package dev.pathrank.source.s3;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * A real S3 server in this JVM, over HTTP, that verifies signatures and keeps its objects in memory. {@link #faults()}
 * injects faults. A whole-program test signs in with {@link #signIn} and names {@link #endpoint()} with
 * {@code --endpoint-url}.
 */
public final class S3Server implements AutoCloseable {
    /** The retries of the program, with very short pauses. */
    public static final RetryPolicy RETRIES = retries(RetryPolicy.DEFAULT.silence(), RetryPolicy.DEFAULT.attempts());

    /** The key id that the server knows. */
    public static final String ACCESS_KEY = "AKIATESTPATHRANK0001";

    /** The secret that goes with {@link #ACCESS_KEY}. */
    public static final String SECRET_KEY = "TheSecretThatMustNeverBePrinted0123456789";

    private final FaultyStore store;
    private final S3Proxy proxy;

    private S3Server(UnaryOperator<BlobStore> around) {
        store = new FaultyStore(around.apply(new TransientNio2BlobStore()));
        proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .ignoreUnknownHeaders(true)
                .build();
    }

    /** Starts a server without buckets on a free port. */
    public static S3Server start() throws Exception {
        return start(UnaryOperator.identity());
    }

    /**
     * As {@link #start()}.
     *
     * @param around puts something around the store in memory
     */
    static S3Server start(UnaryOperator<BlobStore> around) throws Exception {
        S3Server server = new S3Server(around);
        server.proxy.start();
        return server;
    }

    /** Where it listens; buckets stand in the path. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    /** Options that lead to this server; credentials come from {@link #signIn}. */
    public S3Options options() {
        return new S3Options("us-east-1", null, endpoint(), true, false, false, RETRIES);
    }

    /** Lets the default credential chain of this JVM find the server's credentials until the result is closed. */
    public static SystemProperties signIn() {
        return SystemProperties.set(Map.of("aws.accessKeyId", ACCESS_KEY, "aws.secretAccessKey", SECRET_KEY));
    }

    /** Retries that hardly wait. */
    public static RetryPolicy retries(Duration silence, int attempts) {
        Duration pause = Duration.ofMillis(1);
        return new RetryPolicy(
                RetryPolicy.DEFAULT.connect(), silence, attempts, pause, pause, new ResumePolicy(5, pause));
    }

    /** Makes an empty bucket. */
    public void createBucket(String bucket) {
        store.createContainer(bucket);
    }

    /** Stores an object as an upload would. */
    public void put(String bucket, String key, byte[] bytes) {
        put(PutObjectRequest.builder().bucket(bucket).key(key).build(), bytes);
    }

    /** Stores an object with headers. */
    public void put(PutObjectRequest request, byte[] bytes) {
        store.putBlob(request.toBuilder().contentLength((long) bytes.length).build(), new ByteArrayInputStream(bytes));
    }

    /** Deletes an object. */
    public void remove(String bucket, String key) {
        store.removeBlob(bucket, key);
    }

    /** The faults to inject, and the requests received. */
    public FaultyStore faults() {
        return store;
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server of the tests does not stop", e);
        }
    }
}
