package dev.pathrank.plan.account;

import dev.pathrank.plan.data.AppliedQuota;
import dev.pathrank.plan.data.QuotaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The quotas of an account: the values that Service Quotas tells, and today's defaults for all others. */
public final class AccountQuotas {
    private static final String CLOUDFRONT = "cloudfront";
    /** CloudFront's quotas are those of the whole account, and are kept here. */
    private static final String GLOBAL = "us-east-1";

    private static final Pattern REGION = Pattern.compile("[a-z]{2}[a-z0-9-]{3,30}");

    private AccountQuotas() {}

    /**
     * Asks for the quotas of the account that the credentials belong to.
     *
     * @param profile of the AWS configuration files; null for the usual credentials
     * @throws IllegalArgumentException if it is no Region; the message says what to give
     * @throws UncheckedIOException if they cannot be read; the message says what to do
     */
    public static QuotaTable of(String region, @Nullable String profile) {
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException(
                    "--price-region \"" + region + "\" is not a Region; use a form such as eu-central-1");
        }
        QuotaTable defaults = QuotaTable.ofEra("today", region);
        Map<String, List<AppliedQuota>> applied = new LinkedHashMap<>();
        try (QuotaClient client = new QuotaClient(credentials(profile))) {
            for (String service : defaults.serviceCodes()) {
                applied.put(service, client.quotas(service, service.equals(CLOUDFRONT) ? GLOBAL : region));
            }
        } catch (IOException | SdkClientException e) {
            throw failed(e);
        }
        return defaults.withApplied("this account in " + region, applied);
    }

    private static UncheckedIOException failed(Exception cause) {
        String reason = String.valueOf(cause.getMessage()).strip();
        String message = "--quotas account: "
                // The SDK then names every place where it looked.
                + (reason.startsWith("Unable to load credentials") ? "no AWS credentials were found" : reason)
                + "; it needs credentials that allow servicequotas:ListServiceQuotas; --quotas today asks nobody";
        return new UncheckedIOException(message, cause instanceof IOException io ? io : new IOException(cause));
    }

    private static AwsCredentialsProvider credentials(@Nullable String profile) {
        return profile == null
                ? DefaultCredentialsProvider.builder().build()
                : ProfileCredentialsProvider.create(profile);
    }
}
