package dev.pathrank.source.s3;

import dev.pathrank.source.Address;
import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.LogSource;
import dev.pathrank.source.SourceException;
import dev.pathrank.source.UnreadableObject;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Every object of a bucket whose key begins with a prefix. S3 lists keys in the order of their UTF-8 bytes. */
public final class S3Source implements LogSource {
    /** Answers without a key in succession after which a server is not believed that more keys follow. */
    private static final int MOST_EMPTY_PAGES = 100;

    private final String name;
    private final S3Location location;
    private final S3Connection connection;
    private final AtomicLong requests = new AtomicLong();

    /**
     * Names a place; it is asked for when it is listed.
     *
     * @param name the source as the user wrote it
     * @param connection shared with other sources, and closed by its creator
     */
    public S3Source(String name, S3Location location, S3Connection connection) {
        this.name = Objects.requireNonNull(name, "name");
        this.location = Objects.requireNonNull(location, "location");
        this.connection = Objects.requireNonNull(connection, "connection");
    }

    /** A key that another process has listed. */
    public static LogObject object(Address address, S3Connection connection) {
        S3Location place = S3Location.parse(address.place(), address.place().substring("s3://".length()));
        return new S3LogObject(
                place, place.prefix(), address.size(), Objects.requireNonNullElse(address.version(), ""), connection);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void list(ListingFilter keep, Consumer<LogObject> objects) throws SourceException {
        try {
            S3Listing.list(this::page, keep, object -> {
                if (isListed(object, keep)) {
                    objects.accept(logObject(object));
                }
            });
        } catch (SdkException e) {
            throw new S3Faults(connection.options()).listing(location, e);
        } catch (BrokenListingException e) {
            throw new SourceException("cannot list " + location + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException("the listing of " + location + " was ended", e);
        }
    }

    @Override
    public long listRequests() {
        return requests.get();
    }

    private S3Listing.Page page(@Nullable String after) {
        ListObjectsV2Response answer = answer(after, null);
        String token = null;
        // S3 may answer that it has looked at some keys and found none.
        for (int empty = 0; answer.contents().isEmpty() && answer.isTruncated(); empty++) {
            String next = answer.nextContinuationToken();
            if (next == null || next.equals(token) || empty == MOST_EMPTY_PAGES) {
                throw new BrokenListingException(S3Listing.NO_KEYS);
            }
            token = next;
            answer = answer(after, token);
        }
        return new S3Listing.Page(answer.contents(), answer.isTruncated());
    }

    private ListObjectsV2Response answer(@Nullable String after, @Nullable String token) {
        for (int attempt = 1; ; attempt++) {
            IOException broken;
            try {
                ListObjectsV2Response page = answerAtOnce(after, token);
                if (page.isTruncated() != null) {
                    return page;
                }
                // The SDK takes an answer without a body for a listing without keys.
                broken = new EOFException("the response is empty");
            } catch (UncheckedIOException e) {
                broken = new IOException(e); // nor does it ask again where the body is reset before its first byte
            }
            if (attempt > connection.resuming().attempts()) {
                throw SdkClientException.create("the listing stopped", broken);
            }
            pauseBefore(attempt, broken);
        }
    }

    private void pauseBefore(int attempt, IOException broken) {
        try {
            Thread.sleep(connection.resuming().pauseBefore(attempt).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SdkClientException.create("the listing was ended", broken);
        }
    }

    private ListObjectsV2Response answerAtOnce(@Nullable String after, @Nullable String token) {
        requests.incrementAndGet();
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(location.bucket())
                .prefix(location.prefix())
                .startAfter(token == null ? after : null)
                .continuationToken(token)
                .encodingType(EncodingType.URL) // a key may hold what XML cannot
                .requestPayer(connection.payer())
                .overrideConfiguration(connection::limitAttempt)
                .build();
        try {
            return connection.client().listObjectsV2(request);
        } catch (IllegalArgumentException e) {
            throw new BrokenListingException("the response of the server cannot be parsed", e); // such as "%zz"
        }
    }

    /** A key ending in {@code /} is the folder that a console shows, not a log. */
    private boolean isListed(S3Object object, ListingFilter keep) {
        return !object.key().endsWith("/") && keep.takes(location.nameOf(object.key()));
    }

    private LogObject logObject(S3Object object) {
        if (object.size() != null && object.size() < 0) {
            return new UnreadableObject(
                    location.nameOf(object.key()), "its listing gives a size of " + object.size() + " bytes");
        }
        return new S3LogObject(
                location,
                object.key(),
                object.size() == null ? LogObject.UNKNOWN_SIZE : object.size(),
                object.eTag() == null ? "" : object.eTag().replace("\"", ""),
                connection);
    }
}
