package dev.pathrank.source.s3;

import dev.pathrank.source.LogObject;
import dev.pathrank.source.ObjectUnavailableException;
import dev.pathrank.source.SourceException;
import dev.pathrank.source.TransportException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The words for everything S3 can refuse: what, where and what to do. Built from error codes and our own options, since
 * messages of the SDK may repeat parts of configuration files.
 */
final class S3Faults {
    private static final Set<String> EXPIRED = Set.of(
            "ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired", "UnauthorizedException");
    private static final Set<String> REFUSED_CREDENTIALS = Set.of(
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "InvalidToken",
            "InvalidSecurity",
            "InvalidClientTokenId",
            "NotSignedUp");
    private static final Set<String> OTHER_REGION = Set.of(
            "PermanentRedirect",
            "TemporaryRedirect",
            "Redirect",
            "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException");

    /** Twenty and more characters with capitals and digits are what access keys, secrets and tokens look like. */
    private static final Pattern SECRET_LIKE =
            Pattern.compile("(?=[A-Za-z0-9/+=]*[A-Z])(?=[A-Za-z0-9/+=]*[0-9])[A-Za-z0-9/+=]{20,}");

    private final S3Options options;

    S3Faults(S3Options options) {
        this.options = options;
    }

    /** Why a location cannot be listed. */
    SourceException listing(S3Location where, SdkException fault) {
        String what = commonWords(fault).orElseGet(() -> switch (code(fault)) {
            case "NoSuchBucket" ->
                "there is no bucket " + where.bucket() + "; check its name: " + see("s3 ls") + " lists your buckets";
            case "AccessDenied", "AllAccessDisabled" ->
                "access denied; listing needs s3:ListBucket on the bucket: check with "
                        + see("s3 ls s3://" + where.bucket() + "/") + ", choose other credentials with --profile"
                        + (options.noSignRequest()
                                ? " and leave out --no-sign-request"
                                : ", or use --no-sign-request if the bucket is public");
            default -> unexpected(fault) + "; compare with " + see("s3 ls s3://" + where.bucket() + "/");
        });
        return new SourceException("cannot list " + where + ": " + what, fault);
    }

    /** Why an object that was listed cannot be opened; the message goes after its name. */
    IOException opening(SdkException fault) {
        Optional<String> common = commonWords(fault);
        if (isTransport(fault)) {
            return new TransportException("no data received: " + common.orElseGet(() -> unexpected(fault)), fault);
        }
        String what = common.orElseGet(() -> switch (code(fault)) {
            case "NoSuchKey", "NoSuchBucket" ->
                "it was deleted after it was listed; run again, and check whether a lifecycle rule deletes logs";
            case "AccessDenied", "AllAccessDisabled" ->
                "access denied; reading needs s3:GetObject on the key, and kms:Decrypt if it is encrypted with a KMS"
                        + " key";
            case "InvalidObjectState" -> "it is archived; restore it first (\"aws s3api restore-object\")";
            default -> unexpected(fault);
        });
        return new ObjectUnavailableException(what, fault);
    }

    /** Why a file of a state cannot be read or written. */
    IOException storing(String name, SdkException fault) {
        String what = commonWords(fault).orElseGet(() -> switch (code(fault)) {
            case "NoSuchBucket" -> "there is no such bucket; check its name";
            case "AccessDenied", "AllAccessDisabled" ->
                "access denied; a state needs s3:GetObject, s3:PutObject and s3:DeleteObject on its keys, "
                        + "and s3:ListBucket on"
                        + " the bucket";
            default -> unexpected(fault);
        });
        return new IOException("the state cannot use " + name + ": " + what, fault);
    }

    /** Whether not only the key is missing. */
    static boolean isMissingBucket(SdkException fault) {
        return code(fault).equals("NoSuchBucket");
    }

    /** What is said of a body that broke off and did not come back. */
    static String broken(long position, long length, Exception last) {
        String of = length == LogObject.UNKNOWN_SIZE ? "" : " of " + length;
        return "the transfer stopped after " + position + of + " bytes and could not be resumed: "
                + reasonNotToResume(last);
    }

    /** Whether an answer will stay the same however often it is asked for. */
    static boolean isFinal(SdkException fault) {
        return fault instanceof AwsServiceException answer
                && answer.statusCode() / 100 == 4
                && !answer.isThrottlingException();
    }

    private static String reasonNotToResume(Exception last) {
        return switch (last instanceof SdkException fault ? code(fault) : "") {
            case "PreconditionFailed" -> "the object was replaced in the meantime; run again";
            case "NoSuchKey" -> "the object was deleted in the meantime";
            case "" -> rootWords(last) + "; check the network and run again";
            default -> "S3 answered " + code((SdkException) last);
        };
    }

    /** Faults that have the same words whatever was asked for. */
    private Optional<String> commonWords(SdkException fault) {
        String code = code(fault);
        if (EXPIRED.contains(code) || isExpiredSignIn(fault)) {
            return Optional.of("the credentials" + ofProfile() + " have expired; sign in again (\"aws sso login"
                    + profileOption() + "\") or renew them");
        }
        if (REFUSED_CREDENTIALS.contains(code)) {
            return Optional.of("the credentials" + ofProfile() + " were refused (" + code + "); check them with "
                    + see("sts get-caller-identity") + " or choose others with --profile");
        }
        if (code.equals("RequestTimeTooSkewed")) {
            return Optional.of("the clock of this machine is wrong (" + code + "); correct it");
        }
        if (OTHER_REGION.contains(code)) {
            return Optional.of(otherRegion(fault));
        }
        if (isMissingCredentials(fault)) {
            return Optional.of(missingCredentials(fault));
        }
        return unreachable(fault).or(() -> overloaded(fault));
    }

    private static String otherRegion(SdkException fault) {
        Optional<String> region = details(fault)
                .map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(answer -> answer.firstMatchingHeader("x-amz-bucket-region"));
        return "the bucket is in "
                + region.map(r -> "region " + printable(r) + "; run again with --region " + printable(r))
                        .orElse("another region; give it with --region (\"aws s3api get-bucket-location\" shows it)");
    }

    private String missingCredentials(SdkException fault) {
        String publicBucket = "; for a public bucket use --no-sign-request";
        if (isOfOtherService(fault)) {
            return "no credentials" + ofProfile() + ": "
                    + printable(details(fault).map(AwsErrorDetails::serviceName).orElse("")) + " answered "
                    + code(fault) + "; check with " + see("sts get-caller-identity");
        }
        Optional<String> profile = Optional.ofNullable(options.profile())
                .or(() -> Optional.ofNullable(System.getenv("AWS_PROFILE"))
                        .filter(name -> !name.isBlank())
                        .map(name -> printable(name) + " (AWS_PROFILE)"));
        return profile.isPresent()
                ? "no credentials found for profile " + profile.get()
                        + "; \"aws configure list-profiles\" lists the profiles" + publicBucket
                : "no AWS credentials found; sign in (\"aws configure\" or \"aws sso login\") or give a --profile"
                        + publicBucket;
    }

    private Optional<String> unreachable(SdkException fault) {
        if (fault instanceof AwsServiceException || !ExceptionCauses.isNetwork(fault)) {
            return Optional.empty();
        }
        String service =
                Optional.ofNullable(options.endpointUrl()).map(Object::toString).orElse("Amazon S3");
        return Optional.of(service + " cannot be reached (" + rootWords(fault) + "); check the network"
                + (options.endpointUrl() != null ? " and --endpoint-url" : ", a proxy and --region"));
    }

    private static Optional<String> overloaded(SdkException fault) {
        boolean busy = fault instanceof AwsServiceException answer
                && (answer.isThrottlingException() || answer.statusCode() >= 500);
        return busy
                ? Optional.of("S3 still answered " + code(fault)
                        + " after all retries; run again later or with fewer --threads")
                : Optional.empty();
    }

    private static boolean isTransport(SdkException fault) {
        return overloaded(fault).isPresent()
                || (ExceptionCauses.isNetwork(fault) && !(fault instanceof AwsServiceException));
    }

    private static boolean isMissingCredentials(SdkException fault) {
        return isOfOtherService(fault)
                || (!(fault instanceof AwsServiceException) && ExceptionCauses.says(fault, "credentials"));
    }

    private static boolean isExpiredSignIn(SdkException fault) {
        return !(fault instanceof AwsServiceException)
                && (ExceptionCauses.says(fault, "session") || ExceptionCauses.says(fault, "token"))
                && ExceptionCauses.says(fault, "expired");
    }

    /** A fault of the service that was to hand out credentials, for a profile with a role or a sign-in. */
    private static boolean isOfOtherService(SdkException fault) {
        return details(fault)
                .map(AwsErrorDetails::serviceName)
                .filter(service -> !service.equalsIgnoreCase("S3"))
                .isPresent();
    }

    private static String unexpected(SdkException fault) {
        return fault instanceof AwsServiceException ? "S3 answered " + code(fault) : rootWords(fault);
    }

    /** S3's name for the fault, its HTTP status if it gave none, or nothing if there was no answer. */
    private static String code(SdkException fault) {
        if (!(fault instanceof AwsServiceException answer)) {
            return "";
        }
        return details(fault)
                .map(AwsErrorDetails::errorCode)
                .map(S3Faults::printable)
                .filter(code -> !code.isEmpty())
                .orElse("status " + answer.statusCode());
    }

    private static Optional<AwsErrorDetails> details(SdkException fault) {
        return fault instanceof AwsServiceException answer
                ? Optional.ofNullable(answer.awsErrorDetails())
                : Optional.empty();
    }

    private static String rootWords(Exception fault) {
        return SECRET_LIKE.matcher(printable(ExceptionCauses.rootWords(fault))).replaceAll("…");
    }

    /** A server's words must not steer the terminal. */
    private static String printable(String words) {
        return words.replaceAll("[^\\x20-\\x7E]", "?");
    }

    private String ofProfile() {
        return Optional.ofNullable(options.profile())
                .map(profile -> " of profile " + profile)
                .orElse("");
    }

    private String profileOption() {
        return Optional.ofNullable(options.profile())
                .map(profile -> " --profile " + profile)
                .orElse("");
    }

    /** A command of the AWS CLI that goes to the same place with the same options; an own endpoint is only S3's. */
    private String see(String command) {
        Optional<String> endpoint = Optional.ofNullable(options.endpointUrl())
                .filter(url -> command.startsWith("s3 "))
                .map(url -> " --endpoint-url " + url);
        return "\"aws " + command + profileOption() + endpoint.orElse("") + "\"";
    }
}
