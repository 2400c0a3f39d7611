package dev.pathrank.log;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the reading of one object has counted so far. */
public final class ReadCounts {
    private long rows;
    private long odd;
    private long passedOver;
    private final long[] rowsByEvidence = new long[OriginEvidence.values().length];
    private OriginEvidence evidence = OriginEvidence.NONE;
    private Optional<String> layout = Optional.empty();

    public void reset() {
        rows = 0;
        odd = 0;
        passedOver = 0;
        Arrays.fill(rowsByEvidence, 0);
        evidence = OriginEvidence.NONE;
        layout = Optional.empty();
    }

    /** One row more, handed out or rejected. */
    public void addRow() {
        rows++;
    }

    public void addOdd() {
        odd++;
    }

    /** One line more of a section that holds no requests, such as RTMP rows between others. */
    public void addPassedOver() {
        passedOver++;
    }

    /** Notes what a row's header tells of the origin; the weakest of an object stands for all of it. */
    public void decidedBy(OriginEvidence header) {
        rowsByEvidence[header.ordinal()]++;
        if (evidence == OriginEvidence.NONE || header.compareTo(evidence) < 0) {
            evidence = header;
        }
    }

    /** Notes that the columns were named by nobody, and by which known layout they are read. */
    public void recognised(String knownLayout) {
        layout = Optional.of(knownLayout);
    }

    public Optional<String> recognised() {
        return layout;
    }

    public long rows() {
        return rows;
    }

    public long odd() {
        return odd;
    }

    public long passedOverLines() {
        return passedOver;
    }

    public OriginEvidence evidence() {
        return evidence;
    }

    /** Rows by what their header tells of the origin, only what occurred. */
    public Map<OriginEvidence, Long> rowsByEvidence() {
        Map<OriginEvidence, Long> rowsBy = new EnumMap<>(OriginEvidence.class);
        for (OriginEvidence each : OriginEvidence.values()) {
            if (rowsByEvidence[each.ordinal()] > 0) {
                rowsBy.put(each, rowsByEvidence[each.ordinal()]);
            }
        }
        return rowsBy;
    }

    public ReadOutcome.Read asRead() {
        return new ReadOutcome.Read(rows, odd, evidence);
    }
}
