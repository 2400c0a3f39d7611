package dev.pathrank.log;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The counts of the object that is being read. */
public final class ReadCounts {
    private long rows;
    private long odd;
    private long passedOver;
    private OriginEvidence evidence = OriginEvidence.NONE;
    private @Nullable String layout;
    private boolean named;
    private boolean usedDelimiter;

    /** Begins a new object. */
    public void reset() {
        rows = 0;
        odd = 0;
        passedOver = 0;
        evidence = OriginEvidence.NONE;
        layout = null;
        named = false;
        usedDelimiter = false;
    }

    /** Adds a row, whether it is handed out or rejected. */
    public void addRow() {
        rows++;
    }

    /** Adds a row with more or fewer columns than its header. */
    public void addOdd() {
        odd++;
    }

    /** Adds a line of a section without requests, such as the rows of an RTMP log in a concatenation. */
    public void addPassedOver() {
        passedOver++;
    }

    /** Adds the evidence that a row had; the weakest of an object holds for the whole object. */
    public void decidedBy(OriginEvidence header) {
        if (evidence == OriginEvidence.NONE || header.compareTo(evidence) < 0) {
            evidence = header;
        }
    }

    /** Sets the known layout by which an object is read whose columns nobody named. */
    public void recognised(String knownLayout) {
        layout = knownLayout;
        named = true;
    }

    /** Adds that a header, keys or a known layout name the object as CloudFront's. */
    public void named() {
        named = true;
    }

    /** Returns whether the object is named as CloudFront's. */
    public boolean isNamed() {
        return named;
    }

    /** Adds that rows were split by the user's delimiter. */
    public void usedDelimiter() {
        usedDelimiter = true;
    }

    /** Returns whether rows were split by the user's delimiter. */
    public boolean hasUsedDelimiter() {
        return usedDelimiter;
    }

    /** Returns the known layout, if one was set. */
    public Optional<String> recognised() {
        return Optional.ofNullable(layout);
    }

    /** Returns the rows, handed out and rejected. */
    public long rows() {
        return rows;
    }

    /** Returns the rows with more or fewer columns than their header. */
    public long odd() {
        return odd;
    }

    /** Returns the lines of sections without requests. */
    public long passedOverLines() {
        return passedOver;
    }

    /** Returns the least certain evidence that any row had; see {@link OriginEvidence}. */
    public OriginEvidence evidence() {
        return evidence;
    }

    /** Returns the outcome of an object that was read to its end. */
    public ReadOutcome.Read asRead() {
        return new ReadOutcome.Read(rows, odd, evidence);
    }
}
