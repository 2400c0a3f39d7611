package dev.pathrank.source.s3;

import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Options for the access to S3. What is null is taken from the AWS environment and configuration files.
 *
 * @param region region of the first request; a bucket in another region is found from there
 * @param profile profile whose credentials and region take precedence over those of the environment
 * @param endpointUrl address of an S3 service other than Amazon's
 * @param pathStyle whether the bucket is part of the path rather than of the host name
 * @param noSignRequest whether requests are anonymous, for public buckets
 * @param requestPayer whether the caller agrees to pay for the requests
 * @param retries timeouts and retries
 */
public record S3Options(
        @Nullable String region,
        @Nullable String profile,
        @Nullable URI endpointUrl,
        boolean pathStyle,
        boolean noSignRequest,
        boolean requestPayer,
        RetryPolicy retries) {
    /** The settings of the AWS environment alone. */
    public static final S3Options DEFAULT = new S3Options(null, null, null, false, false, false, RetryPolicy.DEFAULT);

    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]+");

    /** @throws IllegalArgumentException if a value is invalid; the message is ready to be printed */
    public S3Options {
        Objects.requireNonNull(retries, "retries");
        if (region != null && !REGION.matcher(region).matches()) {
            throw new IllegalArgumentException("not a region: \"" + region + "\"; use a form such as eu-central-1");
        }
        if (profile != null && profile.isBlank()) {
            throw new IllegalArgumentException(
                    "the profile is empty; \"aws configure list-profiles\" lists the profiles");
        }
        if (endpointUrl != null) {
            checkEndpoint(endpointUrl);
        }
    }

    /** Returns the options as the AWS CLI takes them, each with a space behind it. */
    public String awsOptions() {
        return (profile == null ? "" : "--profile " + profile + " ")
                + (endpointUrl == null ? "" : "--endpoint-url " + endpointUrl + " ")
                + (noSignRequest ? "--no-sign-request " : "");
    }

    /** Returns these options with other timeouts and retries. */
    public S3Options with(RetryPolicy other) {
        return new S3Options(region, profile, endpointUrl, pathStyle, noSignRequest, requestPayer, other);
    }

    private static void checkEndpoint(URI endpoint) {
        if (endpoint.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "an endpoint must not contain a user or password; credentials come from --profile or the"
                            + " environment");
        }
        if (!endpoint.isAbsolute() || endpoint.getHost() == null) {
            throw new IllegalArgumentException(
                    "not an endpoint: " + endpoint + "; use https://host or http://host:port");
        }
    }
}
