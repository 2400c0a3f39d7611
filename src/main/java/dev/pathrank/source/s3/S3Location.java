package dev.pathrank.source.s3;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A bucket and what the keys in it begin with.
 *
 * @param prefix the beginning of the keys, taken as it is; empty for the whole bucket
 */
public record S3Location(String bucket, String prefix) {
    /** Wider than Amazon's rules of today: old buckets and other servers have upper case and underscores. */
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,254}");

    public S3Location {
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(prefix, "prefix");
    }

    /**
     * Reads what follows {@code s3://}.
     *
     * @param word the source as the user wrote it, for the message
     * @throws IllegalArgumentException if no bucket is named
     */
    public static S3Location parse(String word, String afterScheme) {
        int slash = afterScheme.indexOf('/');
        String bucket = slash < 0 ? afterScheme : afterScheme.substring(0, slash);
        if (!BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException("invalid bucket name in " + word
                    + ": use s3://bucket/prefix (a bucket name has at least 3 letters, digits, hyphens or dots)");
        }
        return new S3Location(bucket, slash < 0 ? "" : afterScheme.substring(slash + 1));
    }

    /** The printed name of a key in this bucket. */
    String nameOf(String key) {
        return "s3://" + bucket + "/" + key;
    }

    /** The location as a command line would have it. */
    @Override
    public String toString() {
        return nameOf(prefix);
    }
}
