package dev.pathrank.cli;

import dev.pathrank.log.LogOptions;
import dev.pathrank.source.s3.S3Options;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How the sources are reached and read. */
final class InputArguments {
    @Option(names = "--region", paramLabel = "REGION", description = "Ask S3 in this AWS region first.")
    private String region;

    @Option(names = "--profile", paramLabel = "NAME", description = "Use this profile of the AWS configuration files.")
    private String profile;

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            converter = Url.class,
            description = "Use this S3 service instead of Amazon's.")
    private URI endpointUrl;

    @Option(names = "--path-style", description = "Put the bucket into the path, as many S3 services want it.")
    private boolean pathStyle;

    @Option(names = "--no-sign-request", description = "Send no credentials, for public buckets.")
    private boolean noSignRequest;

    @Option(names = "--request-payer", description = "Agree to pay for the requests.")
    private boolean requestPayer;

    @Option(
            names = "--fields",
            paramLabel = "NAMES",
            description = "Read logs without a #Fields: line by these column names.")
    private String fields;

    S3Options s3() {
        return new S3Options(
                Optional.ofNullable(region),
                Optional.ofNullable(profile),
                Optional.ofNullable(endpointUrl),
                pathStyle,
                noSignRequest,
                requestPayer);
    }

    /** An address of a service. */
    static final class Url implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            try {
                return new URI(text);
            } catch (URISyntaxException e) {
                throw new TypeConversionException("'" + text + "' is not a URL; write one like https://s3.example.com");
            }
        }
    }

    /** What of this says which rows count, by option. */
    Map<String, String> settings() {
        return fields == null
                ? Map.of()
                : Map.of("--fields", String.join(" ", log().fields().orElseThrow()));
    }

    LogOptions log() {
        return fields == null ? LogOptions.DEFAULT : LogOptions.withFields(fields);
    }
}
