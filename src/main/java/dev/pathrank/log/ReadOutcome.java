package dev.pathrank.log;

/** What became of one log object that arrived whole. */
public sealed interface ReadOutcome {
    /**
     * Request rows were read.
     *
     * @param rows rows seen: handed out plus rejected
     * @param odd rows longer or shorter than their header, among them
     * @param evidence what the header had to tell who reached the backend
     */
    record Read(long rows, long odd, OriginEvidence evidence) implements ReadOutcome {}

    /** Recognised, and not request logs: named in {@code what}, such as {@code RTMP log}. */
    record Skipped(String what) implements ReadOutcome {}

    /** No log that this program reads; {@code why} says what was seen and what to do. */
    record NotALog(String why) implements ReadOutcome {}
}
