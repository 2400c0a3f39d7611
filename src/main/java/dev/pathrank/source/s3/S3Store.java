package dev.pathrank.source.s3;

import dev.pathrank.io.TemporaryFile;
import dev.pathrank.source.Store;
import dev.pathrank.source.StoreInUseException;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The keys under a prefix as a store. Nothing is locked: the root is replaced only if it is still the one that was read
 * (If-Match), or made only if there is none (If-None-Match), so that of two runs the second to finish changes nothing
 * and says so.
 *
 * <p>Files that no root names any more stay for a day, since another run may be about to name or to read them.
 */
public final class S3Store implements Store {
    private static final String ROOT = "manifest";
    private static final String TALLY = ".tally";
    private static final String MIME_TYPE = "application/octet-stream";
    private static final Duration SPARED = Duration.ofHours(24);
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final S3Location place;
    private final S3Connection connection;
    private final Path tmpDir;
    private @Nullable String rootTag;

    private S3Store(S3Location place, S3Connection connection, Path tmpDir) {
        this.place = place;
        this.connection = connection;
        this.tmpDir = tmpDir;
    }

    /**
     * Opens a place.
     *
     * @param connection closed by its creator
     * @param create whether it may be empty
     * @param tmpDir folder for files that are being written
     * @throws IOException if it cannot be read, or is empty and may not be
     */
    public static S3Store open(S3Location asked, S3Connection connection, boolean create, Path tmpDir)
            throws IOException {
        boolean isFolder = asked.prefix().isEmpty() || asked.prefix().endsWith("/");
        S3Location place = isFolder ? asked : new S3Location(asked.bucket(), asked.prefix() + "/");
        S3Store store = new S3Store(place, connection, tmpDir);
        if (store.root().isEmpty() && !create) {
            throw new IOException("there is no state " + asked + "; give a SOURCE to create it");
        }
        return store;
    }

    @Override
    public String name() {
        return place.toString();
    }

    @Override
    public Optional<InputStream> root() throws IOException {
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(place.bucket()).key(key(ROOT));
        if (rootTag != null) {
            request.ifMatch(rootTag);
        }
        try {
            var answer = connection.client().getObjectAsBytes(request.build());
            rootTag = answer.response().eTag();
            return Optional.of(new ByteArrayInputStream(answer.asByteArrayUnsafe()));
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED) {
                throw inUse();
            }
            if (e.statusCode() == NOT_FOUND && rootTag == null && !S3Faults.isMissingBucket(e)) {
                return Optional.empty();
            }
            throw fault(ROOT, e);
        } catch (SdkException e) {
            throw fault(ROOT, e);
        }
    }

    @Override
    public boolean hasFiles() throws IOException {
        return !tallies().isEmpty();
    }

    private List<S3Object> tallies() throws IOException {
        List<S3Object> tallies = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        String token = null;
        try {
            do {
                ListObjectsV2Response page = connection
                        .client()
                        .listObjectsV2(ListObjectsV2Request.builder()
                                .bucket(place.bucket())
                                .prefix(place.prefix())
                                .delimiter("/")
                                .continuationToken(token)
                                .overrideConfiguration(connection::limitAttempt)
                                .build());
                page.contents().stream()
                        .filter(object -> object.key().endsWith(TALLY))
                        .forEach(tallies::add);
                boolean isLast = !Boolean.TRUE.equals(page.isTruncated());
                token = isLast ? null : page.nextContinuationToken();
                if (!isLast && (token == null || !tokens.add(token))) {
                    throw new IOException("cannot list " + place + ": " + S3Listing.NO_KEYS);
                }
            } while (token != null);
            return tallies;
        } catch (SdkException e) {
            throw new IOException(
                    new S3Faults(connection.options()).listing(place, e).getMessage(), e);
        }
    }

    @Override
    public InputStream open(String file) throws IOException {
        try {
            return new ByteArrayInputStream(connection
                    .client()
                    .getObjectAsBytes(GetObjectRequest.builder()
                            .bucket(place.bucket())
                            .key(key(file))
                            .build())
                    .asByteArrayUnsafe());
        } catch (SdkException e) {
            if (e instanceof S3Exception answer && answer.statusCode() == NOT_FOUND) {
                throw (NoSuchFileException) new NoSuchFileException(file).initCause(e);
            }
            throw fault(file, e);
        }
    }

    @Override
    public Draft draft() throws IOException {
        return new Upload(TemporaryFile.create(tmpDir, "state"));
    }

    /** A file of the disk until it is sent. */
    private final class Upload implements Draft {
        private final TemporaryFile file;
        private final OutputStream stream;

        Upload(TemporaryFile file) {
            this.file = file;
            this.stream = new BufferedOutputStream(file.end(), 1 << 16);
        }

        @Override
        public OutputStream stream() {
            return stream;
        }

        @Override
        public void put(String name) throws IOException {
            stream.flush();
            try {
                send(request(name));
            } catch (SdkException e) {
                throw fault(name, e);
            }
        }

        @Override
        public void replaceRoot() throws IOException {
            stream.flush();
            PutObjectRequest.Builder request = request(ROOT);
            try {
                rootTag = send(rootTag == null ? request.ifNoneMatch("*") : request.ifMatch(rootTag));
            } catch (S3Exception e) {
                if (e.statusCode() != PRECONDITION_FAILED && e.statusCode() != CONFLICT) {
                    throw fault(ROOT, e);
                }
                String read = rootTag;
                rootTag = null;
                if (!isRoot()) {
                    rootTag = read;
                    throw inUse();
                }
            } catch (SdkException e) {
                throw fault(ROOT, e);
            }
        }

        /**
         * An answer that got lost makes the connection send the same again, which then is refused although the first
         * was taken.
         */
        private boolean isRoot() throws IOException {
            Optional<InputStream> found = root();
            return found.isPresent()
                    && Arrays.equals(found.get().readAllBytes(), content().readAllBytes());
        }

        private PutObjectRequest.Builder request(String name) {
            return PutObjectRequest.builder().bucket(place.bucket()).key(key(name));
        }

        private String send(PutObjectRequest.Builder request) {
            return connection
                    .client()
                    .putObject(
                            request.build(), RequestBody.fromContentProvider(this::content, file.length(), MIME_TYPE))
                    .eTag();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }

        private InputStream content() {
            return file.in(0, file.length());
        }
    }

    @Override
    public void remove(Collection<String> files) {
        // By and by, in sweep().
    }

    @Override
    public void sweep(Collection<String> files) throws IOException {
        Instant before = Instant.now().minus(SPARED);
        for (S3Object object : tallies()) {
            String file = object.key().substring(place.prefix().length());
            if (!files.contains(file) && object.lastModified().isBefore(before)) {
                try {
                    connection
                            .client()
                            .deleteObject(
                                    request -> request.bucket(place.bucket()).key(object.key()));
                } catch (SdkException e) {
                    throw fault(file, e);
                }
            }
        }
    }

    private StoreInUseException inUse() {
        return new StoreInUseException("another run has changed the state " + place
                + " in the meantime, so this run changed nothing in it; run again");
    }

    private IOException fault(String file, SdkException e) {
        return new S3Faults(connection.options()).storing(place.nameOf(key(file)), e);
    }

    private String key(String file) {
        return place.prefix() + file;
    }

    @Override
    public void close() {
        // the connection belongs to all sources
    }
}
