package dev.pathrank.tally;

/**
 * Calls of an endpoint and what they carried.
 *
 * @param calls counted rows, each for as many calls as it stands for
 * @param originCalls calls that reached the origin
 * @param connections calls that are whole connections (WebSocket, gRPC, status 101, event streams)
 * @param clients distinct viewer addresses, exact to 256
 * @param failures calls that were not answered with success
 * @param bytesOut bytes sent to viewers
 */
public record Traffic(
        long calls, long originCalls, long connections, long clients, Failures failures, BytesOut bytesOut) {
    /** No call at all. */
    public static final Traffic NONE = new Traffic(0, 0, 0, 0, Failures.NONE, new BytesOut(0, 0));

    /**
     * Calls that were not answered with success.
     *
     * @param status4xx calls with status 400 to 499
     * @param status5xx calls with status 500 to 599
     * @param aborted calls with status 000: the viewer left before the answer
     * @param refusedWrites calls with status 401 on POST, PUT, PATCH or DELETE; they are in {@code status4xx} too
     */
    public record Failures(long status4xx, long status5xx, long aborted, long refusedWrites) {
        /** Every call was answered with success. */
        public static final Failures NONE = new Failures(0, 0, 0, 0);
    }

    /**
     * Bytes sent to viewers, headers included ({@code sc-bytes}).
     *
     * @param total over all calls
     * @param largest of one call
     */
    public record BytesOut(long total, long largest) {}

    /**
     * Returns whether every call was refused (400 to 499) or aborted, and none was a write that asked for
     * authentication.
     */
    public boolean failuresOnly() {
        return failures.status4xx() + failures.aborted() == calls && failures.refusedWrites() == 0;
    }

    Traffic withOriginCalls(long others) {
        return new Traffic(calls, others, connections, clients, failures, bytesOut);
    }
}
