package dev.pathrank.source.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The objects of an {@link S3Server} and the faults that a test requests. Records the requests for assertions. */
public final class FaultyStore extends ForwardingBlobStore {
    private final Map<String, S3Exception> listings = new ConcurrentHashMap<>();
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
    private final Map<String, Cut> cuts = new ConcurrentHashMap<>();
    private final Map<String, Runnable> whenAskedFor = new ConcurrentHashMap<>();
    private final List<ListObjectsV2Request> listRequests = Collections.synchronizedList(new ArrayList<>());
    private final List<GetObjectRequest> getRequests = Collections.synchronizedList(new ArrayList<>());

    private final AtomicInteger requests = new AtomicInteger();
    private volatile Runnable action = () -> {};
    private volatile int atRequest = -1;

    FaultyStore(BlobStore delegate) {
        super(delegate);
    }

    /** Answers every listing of a bucket with an error. */
    public void refuseListing(String bucket, int status, String code) {
        listings.put(bucket, error(status, code));
    }

    /** Answers the next GETs of an object with an error. */
    public void refuse(String bucket, String key, int status, String code, int times) {
        refusals.put(bucket + "/" + key, new Refusal(error(status, code), new AtomicInteger(times)));
    }

    /** Denies an object for good. */
    public void deny(String bucket, String key) {
        refuse(bucket, key, 403, "AccessDenied", Integer.MAX_VALUE);
    }

    /** Lists an object that is gone when it is asked for. */
    public void vanish(String bucket, String key) {
        refuse(bucket, key, 404, "NoSuchKey", Integer.MAX_VALUE);
    }

    /** Breaks the connection after {@code bytes} bytes of each of the next responses with the object. */
    public void cut(String bucket, String key, int afterBytes, int times) {
        cuts.put(bucket + "/" + key, new Cut(afterBytes, new AtomicInteger(times)));
    }

    /** Runs an action once, when the given number of objects has been requested. */
    public void atRequest(int number, Runnable action) {
        atRequest = number;
        this.action = action;
    }

    /** Runs an action once, when an object is first requested. */
    public void whenAskedFor(String bucket, String key, Runnable then) {
        whenAskedFor.put(bucket + "/" + key, then);
    }

    /** The listings that were asked for. */
    public List<ListObjectsV2Request> listRequests() {
        return listRequests;
    }

    /** The objects that were asked for. */
    public List<GetObjectRequest> getRequests() {
        return getRequests;
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        listRequests.add(request);
        S3Exception refused = listings.get(request.bucket());
        if (refused != null) {
            throw refused;
        }
        return super.list(request);
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        getRequests.add(request);
        if (requests.incrementAndGet() == atRequest) {
            action.run();
        }
        String place = request.bucket() + "/" + request.key();
        Runnable then = whenAskedFor.remove(place);
        if (then != null) {
            then.run();
        }
        Refusal refusal = refusals.get(place);
        if (refusal != null && refusal.left().getAndDecrement() > 0) {
            throw refusal.error();
        }
        ResponseInputStream<GetObjectResponse> answer = super.getBlob(request);
        Cut cut = cuts.get(place);
        if (cut == null || cut.left().getAndDecrement() <= 0) {
            return answer;
        }
        return new ResponseInputStream<>(answer.response(), (InputStream) new CutShort(answer, cut.afterBytes()));
    }

    private static S3Exception error(int status, String code) {
        AwsServiceException.Builder error = S3Exception.builder()
                .statusCode(status)
                .message(code)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("asked for by a test")
                        .build());
        return (S3Exception) error.build();
    }

    private record Refusal(S3Exception error, AtomicInteger left) {}

    private record Cut(int afterBytes, AtomicInteger left) {}

    /** Fails after the given number of bytes, so that the server must drop the connection. */
    private static final class CutShort extends FilterInputStream {
        private int left;

        CutShort(InputStream in, int bytes) {
            super(in);
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] out, int offset, int length) throws IOException {
            if (left == 0) {
                throw new IOException("cut short by a test");
            }
            int read = in.read(out, offset, Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
