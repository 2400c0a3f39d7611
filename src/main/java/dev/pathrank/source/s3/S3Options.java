package dev.pathrank.source.s3;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How to reach S3, as the command line says it; what is absent comes from the AWS environment and configuration files.
 *
 * @param region region of the first request; a bucket that lies elsewhere is followed there
 * @param profile the profile whose credentials and region are used, before those of the environment
 * @param endpointUrl an S3 service other than Amazon's
 * @param pathStyle whether the bucket is put into the path rather than into the host name
 * @param noSignRequest whether requests are anonymous, for public buckets
 * @param requestPayer whether the caller agrees to pay for the requests
 */
public record S3Options(
        Optional<String> region,
        Optional<String> profile,
        Optional<URI> endpointUrl,
        boolean pathStyle,
        boolean noSignRequest,
        boolean requestPayer) {
    /** Everything from the AWS environment. */
    public static final S3Options DEFAULT =
            new S3Options(Optional.empty(), Optional.empty(), Optional.empty(), false, false, false);

    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]+");

    public S3Options {
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(endpointUrl, "endpointUrl");
        if (region.isPresent() && !REGION.matcher(region.get()).matches()) {
            throw new IllegalArgumentException(
                    "not a region: \"" + region.get() + "\"; a region is written like eu-central-1");
        }
        if (profile.isPresent() && profile.get().isBlank()) {
            throw new IllegalArgumentException(
                    "the profile is empty; \"aws configure list-profiles\" shows which there are");
        }
        endpointUrl.ifPresent(S3Options::checkEndpoint);
    }

    private static void checkEndpoint(URI endpoint) {
        if (endpoint.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "an endpoint takes no user and password; credentials come from --profile or the environment");
        }
        if (!endpoint.isAbsolute() || endpoint.getHost() == null) {
            throw new IllegalArgumentException(
                    "not an endpoint: " + endpoint + "; write it as https://host or http://host:port");
        }
    }
}
