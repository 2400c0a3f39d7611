package dev.pathrank.tally;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.StoredEnum;
import dev.pathrank.log.LogType;
import dev.pathrank.log.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Samples of the requests of every UTC hour and type of log, which show where two types cover the same traffic. A sum
 * like the tally; about 600 bytes an hour and type.
 */
final class TrafficOverlap {
    private static final int SECONDS_PER_HOUR = 3600;
    private static final LogType[] FAMILIES = StoredEnum.byCode(LogType.values());

    private final TreeMap<Long, HourSample[]> hours = new TreeMap<>();
    private long lastHour = Long.MIN_VALUE;
    private HourSample[] last = new HourSample[0];

    /** Counts a row. */
    void add(Row row) {
        long hour = row.epochSecond() / SECONDS_PER_HOUR;
        if (hour != lastHour) {
            last = of(hour);
            lastHour = hour;
        }
        int family = row.logType().code();
        if (last[family] == null) {
            last[family] = new HourSample();
        }
        last[family].add(row.requestHash());
    }

    private HourSample[] of(long hour) {
        return hours.computeIfAbsent(hour, unseen -> new HourSample[FAMILIES.length]);
    }

    /** Adds everything that {@code other} holds. */
    void merge(TrafficOverlap other) {
        other.hours.forEach((hour, samples) -> {
            HourSample[] own = of(hour);
            for (int family = 0; family < FAMILIES.length; family++) {
                if (samples[family] != null) {
                    own[family] = own[family] == null ? new HourSample() : own[family];
                    own[family].merge(samples[family]);
                }
            }
        });
    }

    /** Returns the hours that have a row. */
    LogHours hours() {
        LogHours all = new LogHours();
        hours.keySet().forEach(hour -> all.add(hour * SECONDS_PER_HOUR));
        return all;
    }

    /** Returns the pairs of log types that share requests, in the order of the types. */
    List<SharedTraffic> shared() {
        List<SharedTraffic> all = new ArrayList<>();
        for (int one = 0; one < FAMILIES.length; one++) {
            for (int other = one + 1; other < FAMILIES.length; other++) {
                SharedTraffic pair = shared(one, other);
                if (pair.hours() > 0) {
                    all.add(pair);
                }
            }
        }
        return all;
    }

    private SharedTraffic shared(int one, int other) {
        long sharedHours = 0;
        long rows = 0;
        for (Map.Entry<Long, HourSample[]> hour : hours.entrySet()) {
            HourSample[] samples = hour.getValue();
            if (samples[one] != null && samples[other] != null) {
                long shared = HourSample.shared(samples[one], samples[other]);
                sharedHours += shared > 0 ? 1 : 0;
                rows += shared;
            }
        }
        return new SharedTraffic(FAMILIES[one], FAMILIES[other], sharedHours, rows);
    }

    /** Writes all samples, hour by hour. */
    void write(CborWriter out) throws IOException {
        out.begin();
        for (Map.Entry<Long, HourSample[]> hour : hours.entrySet()) {
            for (int family = 0; family < FAMILIES.length; family++) {
                if (hour.getValue()[family] != null) {
                    out.number(hour.getKey());
                    out.number(family);
                    hour.getValue()[family].write(out);
                }
            }
        }
        out.end();
    }

    /** Adds what {@link #write} wrote. */
    void readInto(CborReader in) throws IOException {
        in.begin();
        while (in.more()) {
            HourSample[] samples = of(in.number());
            int family = in.number(FAMILIES.length - 1);
            samples[family] = samples[family] == null ? new HourSample() : samples[family];
            samples[family].readInto(in);
        }
        in.end();
    }
}
