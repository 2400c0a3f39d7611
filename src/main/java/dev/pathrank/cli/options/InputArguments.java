package dev.pathrank.cli.options;

import dev.pathrank.log.LogOptions;
import dev.pathrank.source.s3.RetryPolicy;
import dev.pathrank.source.s3.S3Options;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options for how the sources are reached and read. */
final class InputArguments {
    @Option(names = "--region", paramLabel = "REGION", description = "AWS region to send the first S3 request to.")
    private @Nullable String region;

    @Option(names = "--profile", paramLabel = "NAME", description = "Use this profile of the AWS configuration files.")
    private @Nullable String profile;

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            converter = Url.class,
            description = "Use this S3-compatible service instead of Amazon S3.")
    private @Nullable URI endpointUrl;

    @Option(names = "--path-style", description = "Put the bucket into the URL path (for S3-compatible services).")
    private boolean pathStyle;

    @Option(names = "--no-sign-request", description = "Send no credentials (public buckets).")
    private boolean noSignRequest;

    @Option(names = "--request-payer", description = "Accept the charges for requests to requester-pays buckets.")
    private boolean requestPayer;

    @Option(names = "--fields", paramLabel = "NAMES", description = "Column names for logs without a #Fields: line.")
    private @Nullable String fields;

    @Option(
            names = "--delimiter",
            paramLabel = "TEXT",
            description = "Input column separator, used wherever rows fit it.")
    private @Nullable String delimiter;

    @Option(
            names = "--sampling-rate",
            paramLabel = "RATE",
            description = "Sampling rate of real-time logs, in percent. Default 100.")
    private int samplingRate = 100;

    @Option(names = "--dedupe", description = "Count only the most detailed log type where several cover an hour.")
    private boolean dedupe;

    @Option(
            names = "--state",
            paramLabel = "PLACE",
            description = "Store daily counts in a folder or s3://; read only new objects.")
    private @Nullable String state;

    /** Returns where counts are kept; null if they are not. */
    @Nullable
    String state() {
        return state;
    }

    boolean dedupe() {
        return dedupe;
    }

    S3Options s3() {
        return new S3Options(region, profile, endpointUrl, pathStyle, noSignRequest, requestPayer, RetryPolicy.DEFAULT);
    }

    /** Converter for the URL of a service. */
    static final class Url implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            try {
                return new URI(text);
            } catch (URISyntaxException e) {
                throw new TypeConversionException(
                        "'" + text + "' is not a URL; use a form such as https://s3.example.com");
            }
        }
    }

    /** Returns the options that decide which rows count, by name; a stored count is valid for equal ones only. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        LogOptions log = log();
        if (!log.fields().isEmpty()) {
            settings.put("--fields", String.join(" ", log.fields()));
        }
        if (log.delimiter() != null) {
            settings.put("--delimiter", log.delimiter());
        }
        if (samplingRate != 100) {
            settings.put("--sampling-rate", Integer.toString(samplingRate));
        }
        return settings;
    }

    LogOptions log() {
        LogOptions options = LogOptions.DEFAULT.samplingRate(samplingRate);
        options = fields == null ? options : options.fields(fields);
        return delimiter == null ? options : options.delimiter(delimiter);
    }
}
