package dev.pathrank.rank;

import dev.pathrank.tally.EndpointStats;
import java.util.List;
import java.util.Optional;

/**
 * Whether an endpoint takes part in the order.
 *
 * @param obstacle why it does not, in words for the report; empty for a candidate
 */
record Eligibility(EndpointKind kind, Optional<String> obstacle) {
    static Eligibility of(EndpointStats stats) {
        if (stats.endpoint().unmatched()) {
            return excluded(EndpointKind.UNMATCHED, "matches no locked pattern");
        }
        // Noise comes first: a picture that was never there is a broken link, and no static file.
        if (isNoise(stats)) {
            return excluded(EndpointKind.NOISE, "never answered with success: scanner or broken link");
        }
        if (StaticFiles.serves(stats.method(), stats.pattern(), stats.endpoint().placeholders())) {
            return excluded(EndpointKind.ASSET, "static file: belongs in S3");
        }
        if (stats.method().equals("OPTIONS")) {
            return excluded(EndpointKind.ENDPOINT, "preflight");
        }
        if (stats.method().equals("HEAD")) {
            return excluded(EndpointKind.ENDPOINT, "moves with its GET");
        }
        List<String> findings = Blocker.findings(stats);
        return findings.isEmpty()
                ? new Eligibility(EndpointKind.ENDPOINT, Optional.empty())
                : excluded(EndpointKind.ENDPOINT, "needs redesign: " + String.join(ReasonText.SEPARATOR, findings));
    }

    /**
     * Only 4xx or {@code 000}, and not stated by the user; a refused write (401) shows that somebody guards something
     * there, so it keeps the row an endpoint, as does any other status.
     */
    private static boolean isNoise(EndpointStats stats) {
        return !stats.endpoint().stated() && stats.traffic().failuresOnly();
    }

    private static Eligibility excluded(EndpointKind kind, String obstacle) {
        return new Eligibility(kind, Optional.of(obstacle));
    }
}
