package dev.pathrank.tally;

/**
 * Method and pattern (and host, where asked): the unit that migrates.
 *
 * @param host the viewer's host, or empty where hosts are added up
 * @param method {@code *} where a route is declared for any method and was never called
 * @param pattern the path pattern, printable
 * @param placeholders how many the pattern has
 * @param stated whether the user stated the pattern, so that it is never noise
 * @param unmatched whether it stands for all calls that match no locked pattern
 */
public record Endpoint(
        String host, String method, String pattern, int placeholders, boolean stated, boolean unmatched) {}
