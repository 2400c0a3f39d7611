package dev.pathrank.report.deploy;

import dev.pathrank.plan.PlannedEndpoint;
import org.jspecify.annotations.Nullable;

/** A kind of API of API Gateway. */
public enum ApiKind {
    HTTP("http-api"),
    REST("rest-api");

    private final String origin;

    ApiKind(String origin) {
        this.origin = origin;
    }

    /** Returns the kind of API that an endpoint moves to; null where that is no API. */
    public static @Nullable ApiKind of(PlannedEndpoint row) {
        return switch (row.target().target()) {
            case HTTP_API -> HTTP;
            case REST_API -> REST;
            case ALB, FUNCTION_URL, EDGE_FUNCTION, S3, STAYS, NONE -> null;
        };
    }

    /** Returns the ID of the origin of its number-th API, from 1. */
    String origin(int number) {
        return number == 1 ? origin : origin + "-" + number;
    }
}
