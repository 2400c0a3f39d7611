package dev.pathrank.plan;

import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.data.QuotaTable;
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

    /** Returns the word in the report. */
    public String word() {
        return word;
    }

    /** Returns the longest that its caller waits, in seconds; null where no source says, or no function answers. */
    @Nullable
    Long timeoutSeconds(QuotaTable quotas) {
        OptionalLong seconds = switch (this) {
            case HTTP_API -> quotas.of(Quota.TIMEOUT);
            case REST_API -> quotas.restTimeoutSeconds();
            case ALB, FUNCTION_URL -> OptionalLong.of(quotas.functionMaxSeconds());
            case EDGE_FUNCTION, S3, STAYS, NONE -> OptionalLong.empty();
        };
        return seconds.isPresent() ? Long.valueOf(seconds.getAsLong()) : null;
    }

    /** Returns whether a function of Lambda in the Region answers. */
    public boolean isLambda() {
        return this == HTTP_API || this == REST_API || this == ALB || this == FUNCTION_URL;
    }
}
