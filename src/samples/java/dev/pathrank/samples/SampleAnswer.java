package dev.pathrank.samples;

import java.util.Locale;

/**
 * How a request ended, as CloudFront sees it.
 *
 * @param status 0 where the viewer left before any answer
 * @param sentBytes bytes to the viewer, headers included
 */
record SampleAnswer(
        int status,
        String resultType,
        String detailedType,
        int takenMs,
        int firstByteMs,
        int sentBytes,
        int contentLength,
        String contentType) {

    private static final int HEADER_BYTES = 320;
    private static final int ORIGIN_TIMEOUT_MS = 60_000;
    private static final int PATIENCE_MS = 15_000;
    private static final int BYTES_PER_MS = 2_500;

    /** A redirect from http to https, made at the edge. */
    static SampleAnswer redirect() {
        return new SampleAnswer(301, "Redirect", "Redirect", 0, 0, 560, 183, "text/html");
    }

    /** An error page of the origin. */
    static SampleAnswer error(int status, String detailedType, int takenMs) {
        return new SampleAnswer(status, "Error", detailedType, takenMs, takenMs, HEADER_BYTES + 210, 210, "text/html");
    }

    /** The outcome of one call of a route. */
    static SampleAnswer of(Route route, Draw draw) {
        int bytes = route.isFile() ? route.bytes() : route.bytes() * 3 / 4 + draw.below(3) * (route.bytes() / 4);
        if (draw.percent(route.cachedPercent())) {
            int edgeMs = draw.below(2);
            return answer(200, "Hit", edgeMs, bytes, route);
        }
        int backendMs = Math.max(1, (int) Math.round(draw.logNormal(route.medianMs(), route.spread())));
        if (backendMs > ORIGIN_TIMEOUT_MS) {
            return error(504, "OriginCommError", ORIGIN_TIMEOUT_MS);
        }
        if (backendMs > PATIENCE_MS && draw.percent(35)) {
            int leftMs = PATIENCE_MS + draw.below(backendMs - PATIENCE_MS);
            return new SampleAnswer(0, "Error", "ClientCommError", leftMs, leftMs, 0, 0, "-");
        }
        double lot = draw.fraction() * 100;
        for (Route.ErrorRate rate : route.errors()) {
            lot -= rate.percent();
            if (lot < 0) {
                return error(rate.status(), detail(rate.status()), backendMs);
            }
        }
        if (route.cachedPercent() > 0 && draw.percent(15)) {
            return answer(200, "RefreshHit", backendMs, bytes, route);
        }
        return answer(usualStatus(route), "Miss", backendMs, bytes, route);
    }

    private static SampleAnswer answer(int status, String resultType, int firstByteMs, int bytes, Route route) {
        boolean empty = route.method().equals("HEAD") || status == 204;
        int length = empty ? 0 : bytes;
        int takenMs = firstByteMs + length / BYTES_PER_MS;
        return new SampleAnswer(
                status,
                resultType,
                resultType,
                takenMs,
                firstByteMs,
                HEADER_BYTES + length,
                length,
                route.contentType());
    }

    private static int usualStatus(Route route) {
        return switch (route.method()) {
            case "DELETE", "OPTIONS" -> 204;
            case "POST" -> route.path().startsWith("/v1/") ? 201 : 200;
            default -> 200;
        };
    }

    private static String detail(int status) {
        return switch (status) {
            case 502 -> "OriginConnectError";
            case 504 -> "OriginCommError";
            default -> "Error";
        };
    }

    /** The status as it is logged: {@code 000} where there was none. */
    String statusText() {
        return String.format(Locale.ROOT, "%03d", status);
    }
}
