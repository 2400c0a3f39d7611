package dev.pathrank.source.s3;

import dev.pathrank.source.Address;
import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.LogSource;
import dev.pathrank.source.SourceException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Every object of a bucket whose key begins with a prefix. S3 lists keys in the order of their UTF-8 bytes. */
public final class S3Source implements LogSource {
    private final String name;
    private final S3Location location;
    private final S3Connection connection;

    /**
     * Names a place; it is asked for when it is listed.
     *
     * @param name the source as the user wrote it
     * @param connection shared with other sources, and closed by whoever made it
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
                place, place.prefix(), address.size(), address.version().orElse(""), connection);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void list(ListingFilter keep, Consumer<LogObject> objects) throws SourceException {
        @Nullable String continuation = null;
        do {
            ListObjectsV2Response page = page(continuation);
            page.contents().stream()
                    .filter(object -> isListed(object, keep))
                    .map(this::logObject)
                    .forEach(objects);
            continuation = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
        } while (continuation != null);
    }

    private ListObjectsV2Response page(@Nullable String continuation) throws SourceException {
        try {
            return connection
                    .client()
                    .listObjectsV2(ListObjectsV2Request.builder()
                            .bucket(location.bucket())
                            .prefix(location.prefix())
                            .continuationToken(continuation)
                            .requestPayer(connection.payer())
                            .build());
        } catch (SdkException e) {
            throw new S3Faults(connection.options()).listing(location, e);
        }
    }

    /** A key ending in {@code /} is the folder that a console shows, not a log. */
    private boolean isListed(S3Object object, ListingFilter keep) {
        return !object.key().endsWith("/") && keep.takes(location.nameOf(object.key()));
    }

    private LogObject logObject(S3Object object) {
        return new S3LogObject(
                location,
                object.key(),
                object.size() == null ? LogObject.UNKNOWN_SIZE : object.size(),
                object.eTag() == null ? "" : object.eTag().replace("\"", ""),
                connection);
    }
}
