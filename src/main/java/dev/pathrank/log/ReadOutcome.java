package dev.pathrank.log;

/** The outcome of reading a log object that arrived whole. */
public sealed interface ReadOutcome {
    /**
     * An object whose rows were read.
     *
     * @param rows rows handed out and rejected
     * @param odd rows among them with more or fewer columns than their header
     * @param evidence the least certain evidence that any of the rows had
     */
    record Read(long rows, long odd, OriginEvidence evidence) implements ReadOutcome {}

    /** An object of a log type without requests, named in {@code what}: {@code RTMP log} or {@code connection log}. */
    record Skipped(String what) implements ReadOutcome {}

    /** An object that is not a log; {@code why} says what was found and what to do. */
    record NotALog(String why) implements ReadOutcome {}
}
