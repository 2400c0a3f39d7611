package dev.pathrank.samples;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A client of the shop.
 *
 * @param edge the edge location nearest to them
 */
record Viewer(String ip, String edge, String userAgent, String httpVersion) {
    private static final List<String> EDGES =
            List.of("FRA50", "FRA6", "LHR5", "CDG50", "AMS1", "ARN53", "MXP4", "IAD53", "JFK6", "SFO5", "NRT12");
    private static final List<String> BROWSERS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                    + "Chrome/56.0.2924.87 Safari/537.36",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_12_3) AppleWebKit/602.4.8 (KHTML, like Gecko) "
                    + "Version/10.0.3 Safari/602.4.8",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 10_2_1 like Mac OS X) AppleWebKit/602.4.6 (KHTML, like "
                    + "Gecko) Version/10.0 Mobile/14D27"
                    + " Safari/602.1",
            "Mozilla/5.0 (Windows NT 6.1; WOW64; rv:51.0) Gecko/20100101 Firefox/51.0",
            "Mozilla/5.0 (Linux; Android 7.0; SM-G930F) AppleWebKit/537.36 (KHTML, like Gecko) "
                    + "Chrome/56.0.2924.87 Mobile Safari/537.36",
            "ShopApp/4.2 (iOS 10.2.1; iPhone8,1)",
            "ShopApp/4.2 (Android 7.0; SM-G930F)",
            "ShopApp/4.1 (Android 6.0.1; SM-G900F)",
            "ShopApp/4.2 (iOS 10.2; iPad5,3)");

    /**
     * Generated viewers, in a fixed order. Their addresses are from the ranges reserved for benchmarks and
     * documentation.
     */
    static List<Viewer> crowd(int size, Draw draw) {
        return IntStream.range(0, size).mapToObj(i -> one(i, draw)).toList();
    }

    private static Viewer one(int number, Draw draw) {
        String ip = number % 10 == 9
                ? "2001:db8:" + Integer.toHexString(1 + draw.below(0xFFFE)) + "::" + Integer.toHexString(1 + number)
                : "198." + (18 + number / 65_536 % 2) + "." + number / 256 % 256 + "." + number % 256;
        return new Viewer(ip, draw.pick(EDGES), draw.pick(BROWSERS), draw.percent(70) ? "HTTP/2.0" : "HTTP/1.1");
    }

    /** The machine that asks every few minutes whether the shop is up. */
    static Viewer monitor() {
        return new Viewer("203.0.113.7", "FRA50", "UptimeCheck/2.1", "HTTP/1.1");
    }

    /** A scanner. */
    static Viewer scanner(int number) {
        return new Viewer(
                "192.0.2." + (10 + number), EDGES.get(number % EDGES.size()), "Mozilla/5.0 zgrab/0.x", "HTTP/1.1");
    }
}
