package dev.pathrank.plan;

import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.data.QuotaTable;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The service that an endpoint moves to. */
public enum Target {
    HTTP_API("HTTP API"),
    REST_API("REST API"),
    ALB("ALB"),
    FUNCTION_URL("function URL"),
    /** Runs at CloudFront itself. */
    EDGE_FUNCTION("edge function"),
    S3("S3"),
    STAYS("stays"),
    /** Nothing moves: noise, what nobody calls, health checks. */
    NONE("");

    private final String word;

    Target(String word) {
        this.word = word;
    }

    /** Returns its name in data files, such as {@code http-api}. */
    public String key() {
        return word.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** Returns the word in the report. */
    public String word() {
        return word;
    }

    /**
     * Returns the longest that its callers wait, in seconds: API Gateway, and CloudFront before everything; null where
     * no source says, or no function answers.
     */
    @Nullable
    Long timeoutSeconds(QuotaTable quotas) {
        OptionalLong seconds = switch (this) {
            case HTTP_API -> quotas.of(Quota.TIMEOUT);
            case REST_API -> quotas.restTimeoutSeconds();
            case ALB, FUNCTION_URL -> OptionalLong.of(quotas.functionMaxSeconds());
            case EDGE_FUNCTION, S3, STAYS, NONE -> OptionalLong.empty();
        };
        return seconds.isPresent() ? Long.valueOf(Math.min(seconds.getAsLong(), quotas.originTimeoutSeconds())) : null;
    }

    /** Returns whether it exists in an era. */
    public boolean existsIn(QuotaTable quotas) {
        return switch (this) {
            case HTTP_API -> quotas.hasHttpApi();
            case FUNCTION_URL -> quotas.hasFunctionUrl();
            case ALB -> quotas.hasAlb();
            case EDGE_FUNCTION -> quotas.hasEdgeFunctions();
            case REST_API, S3, STAYS, NONE -> true;
        };
    }

    /** Returns whether it is an API of API Gateway. */
    public boolean isGateway() {
        return this == HTTP_API || this == REST_API;
    }

    /** Returns whether a function of Lambda in the Region answers. */
    public boolean isLambda() {
        return isGateway() || this == ALB || this == FUNCTION_URL;
    }
}
