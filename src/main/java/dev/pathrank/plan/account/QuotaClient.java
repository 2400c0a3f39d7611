package dev.pathrank.plan.account;

import dev.pathrank.plan.data.AppliedQuota;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** A client of Service Quotas for its operation ListServiceQuotas (version 2019-06-24, AWS JSON 1.1). */
final class QuotaClient implements AutoCloseable {
    /** The variable of the environment, and the property of Java, by which the SDKs know another address. */
    private static final String ENDPOINT_VARIABLE = "AWS_ENDPOINT_URL_SERVICE_QUOTAS";

    private static final String ENDPOINT_PROPERTY = "aws.endpointUrlServiceQuotas";
    private static final String TARGET = "ServiceQuotasV20190624.ListServiceQuotas";
    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
    private static final String SIGNED_AS = "servicequotas";
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 4;
    private static final long PAUSE_MS = 500;
    /** More than any service has; a server that never ends its pages is not read for ever. */
    private static final int MOST_PAGES = 50;

    private static final int MOST_BYTES = 4 << 20;
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;

    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http = Apache5HttpClient.builder()
            .connectionTimeout(SILENCE)
            .socketTimeout(SILENCE)
            .build();

    QuotaClient(AwsCredentialsProvider credentials) {
        this.credentials = credentials;
    }

    /**
     * Returns the applied quotas of a service in a Region.
     *
     * @throws IOException if the service cannot be asked or refuses; the message names the reason
     */
    List<AppliedQuota> quotas(String service, String region) throws IOException {
        List<AppliedQuota> quotas = new ArrayList<>();
        String token = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode answer = answered(body(service, token), region);
            answer.field("Quotas")
                    .filter(JsonNode::isArray)
                    .ifPresent(
                            list -> list.asArray().forEach(each -> quota(each).ifPresent(quotas::add)));
            token = text(answer, "NextToken");
            if (token == null) {
                return quotas;
            }
        }
        throw new IOException("Service Quotas in " + region + " sends pages of " + service + " without end");
    }

    private static String body(String service, @Nullable String token) throws RefusedException {
        return "{\"ServiceCode\":\"" + service + "\",\"MaxResults\":100"
                + (token == null ? "" : ",\"NextToken\":" + quoted(token)) + "}";
    }

    private static String quoted(String token) throws RefusedException {
        if (!token.matches("[A-Za-z0-9+/=_.:-]{1,2048}")) {
            throw new RefusedException("Service Quotas sends a NextToken that no AWS service makes");
        }
        return "\"" + token + "\"";
    }

    private static Optional<AppliedQuota> quota(JsonNode each) {
        String code = text(each, "QuotaCode");
        String name = text(each, "QuotaName");
        return each.field("Value")
                .filter(value -> value.isNumber() && code != null && name != null)
                .map(value -> Double.parseDouble(value.asNumber()))
                .filter(value -> value >= 0 && value < Long.MAX_VALUE)
                .map(value -> new AppliedQuota(String.valueOf(code), String.valueOf(name), value.longValue()));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.field(field)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .orElse(null);
    }

    /** Returns the answer to a request, which is sent again where the service is busy or breaks off. */
    private JsonNode answered(String body, String region) throws IOException {
        IOException failure = new IOException("Service Quotas in " + region + " was not asked");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                pause(attempt);
                return sent(body, region);
            } catch (RefusedException e) {
                throw e;
            } catch (IOException e) {
                failure =
                        new IOException("Service Quotas in " + region + " does not answer (" + e.getMessage() + ")", e);
            }
        }
        throw failure;
    }

    private static void pause(int attempt) throws IOException {
        try {
            Thread.sleep(attempt == 0 ? 0 : PAUSE_MS << attempt - 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("interrupted");
        }
    }

    private JsonNode sent(String body, String region) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint(region))
                .putHeader("Content-Type", CONTENT_TYPE)
                .putHeader("X-Amz-Target", TARGET)
                .build();
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(() -> new ByteArrayInputStream(bytes))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SIGNED_AS)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        HttpExecuteRequest.Builder execution = HttpExecuteRequest.builder().request(signed.request());
        signed.payload().ifPresent(execution::contentStreamProvider);
        HttpExecuteResponse response = http.prepareRequest(execution.build()).call();
        int status = response.httpResponse().statusCode();
        try (InputStream in =
                response.responseBody().<InputStream>map(found -> found).orElseGet(InputStream::nullInputStream)) {
            return answer(status, in.readNBytes(MOST_BYTES + 1), region);
        }
    }

    private static JsonNode answer(int status, byte[] bytes, String region) throws IOException {
        if (status >= SERVER_ERRORS || status == TOO_MANY) {
            throw new IOException("status " + status);
        }
        JsonNode answer = parsed(bytes, region);
        if (status != OK) {
            String type = String.valueOf(text(answer, "__type")).replaceFirst(".*#", "");
            String message = text(answer, answer.field("message").isPresent() ? "message" : "Message");
            if (type.equals("ThrottlingException") || type.equals("TooManyRequestsException")) {
                throw new IOException(type);
            }
            throw new RefusedException("Service Quotas in " + region + " refuses: " + type
                    + (message == null ? "" : ": " + message.replaceAll("\\p{Cntrl}", " ")));
        }
        return answer;
    }

    private static JsonNode parsed(byte[] bytes, String region) throws RefusedException {
        try {
            if (bytes.length <= MOST_BYTES) {
                return JsonNode.parser().parse(bytes);
            }
        } catch (RuntimeException e) {
            // said below
        }
        throw new RefusedException("what answers for Service Quotas in " + region + " is not Service Quotas");
    }

    private static URI endpoint(String region) {
        String other = System.getProperty(ENDPOINT_PROPERTY, System.getenv(ENDPOINT_VARIABLE));
        if (other != null && !other.isEmpty()) {
            return URI.create(other);
        }
        return URI.create("https://servicequotas." + region + "."
                + PartitionMetadata.of(Region.of(region)).dnsSuffix() + "/");
    }

    @Override
    public void close() {
        http.close();
    }

    /** A refusal that asking again does not change. */
    private static final class RefusedException extends IOException {
        RefusedException(String message) {
            super(message);
        }
    }
}
