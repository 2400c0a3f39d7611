package dev.pathrank.rank;

import dev.pathrank.tally.EndpointStats;
import java.util.List;
import java.util.Optional;

/**
 * Whether an endpoint takes part in the order.
 *
 * @param obstacle why it does not, in words for the report; empty for a candidate
 */
record Standing(Kind kind, Optional<String> obstacle) {
    static Standing of(EndpointStats stats) {
        if (stats.unmatched()) {
            return excluded(Kind.UNMATCHED, "matches no locked pattern");
        }
        // Noise comes first: a picture that was never there is a broken link, and no static file.
        if (isNoise(stats)) {
            return excluded(Kind.NOISE, "never answered with success: scanner or broken link");
        }
        if (StaticFiles.serves(stats.method(), stats.pattern(), stats.variables())) {
            return excluded(Kind.ASSET, "static file: belongs in S3");
        }
        if (stats.method().equals("OPTIONS")) {
            return excluded(Kind.ENDPOINT, "preflight");
        }
        if (stats.method().equals("HEAD")) {
            return excluded(Kind.ENDPOINT, "moves with its GET");
        }
        List<String> findings = Gate.findings(stats);
        return findings.isEmpty()
                ? new Standing(Kind.ENDPOINT, Optional.empty())
                : excluded(Kind.ENDPOINT, "needs redesign: " + String.join(Reasons.SEPARATOR, findings));
    }

    /**
     * Only 4xx or {@code 000}, and not stated by the user; a refused write (401) shows that somebody guards something
     * there, so it keeps the row an endpoint, as does any other status.
     */
    private static boolean isNoise(EndpointStats stats) {
        return !stats.stated() && stats.refusedWrites() == 0 && stats.errors4xx() + stats.aborted() == stats.calls();
    }

    private static Standing excluded(Kind kind, String obstacle) {
        return new Standing(kind, Optional.of(obstacle));
    }
}
