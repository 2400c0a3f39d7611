package dev.pathrank.source.s3;

import dev.pathrank.source.Address;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.ObjectUnavailableException;
import dev.pathrank.source.RangedBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** One key of a bucket, streamed with GET. */
record S3LogObject(S3Location location, String objectKey, long size, String etag, S3Connection connection)
        implements LogObject {
    @Override
    public String name() {
        return location.nameOf(objectKey);
    }

    @Override
    public Optional<String> version() {
        return etag.isEmpty() ? Optional.empty() : Optional.of(etag);
    }

    @Override
    public Optional<Address> address() {
        return Optional.of(new Address(name(), name(), key(), size, version().orElse(null)));
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public InputStream open() throws IOException {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(location.bucket())
                .key(objectKey)
                .requestPayer(connection.payer())
                .overrideConfiguration(connection::limitAttempt)
                .build();
        try {
            ResponseBody first = get(request);
            requireListed(first);
            return new ResumingBody(first, offset -> get(rest(request, first, offset)), connection.resuming());
        } catch (SdkException e) {
            throw new S3Faults(connection.options()).opening(e);
        }
    }

    /** Fails if another object has taken the place of the one that was listed, which a state knows it by. */
    void requireListed(ResponseBody first) throws IOException {
        String now = first.etag();
        if (!etag.isEmpty() && now != null && !now.isEmpty() && !bare(now).equals(bare(etag))) {
            first.abort().run();
            throw new ObjectUnavailableException("it was replaced after it was listed; run again", null);
        }
    }

    /** Returns a tag as every server writes it: some put quotes around it in one answer and not in another. */
    private static String bare(String tag) {
        return tag.replaceFirst("^W/", "").replace("\"", "");
    }

    @Override
    public Optional<RangedBytes> ranges() {
        return Optional.of(new S3Ranges(this));
    }

    /**
     * The bytes {@code from} to {@code end} - 1.
     *
     * @param etag the object that is meant, or null for whichever is there
     */
    ResponseBody part(long from, long end, @Nullable String etag) {
        return get(GetObjectRequest.builder()
                .bucket(location.bucket())
                .key(objectKey)
                .requestPayer(connection.payer())
                .range("bytes=" + from + "-" + (end - 1))
                .ifMatch(etag)
                .overrideConfiguration(connection::limitAttempt)
                .build());
    }

    /** What is left of the very object that was opened, should another have taken its place. */
    private static GetObjectRequest rest(GetObjectRequest request, ResponseBody first, long offset) {
        return request.toBuilder()
                .range("bytes=" + offset + "-")
                .ifMatch(first.etag())
                .build();
    }

    private ResponseBody get(GetObjectRequest request) {
        ResponseInputStream<GetObjectResponse> answer = connection.client().getObject(request);
        GetObjectResponse head = answer.response();
        long length = head.contentLength() == null ? UNKNOWN_SIZE : head.contentLength();
        return new ResponseBody(answer, answer::abort, length, head.eTag(), head.contentRange());
    }
}
