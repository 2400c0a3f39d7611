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
    private static final LogType[] LOG_TYPES = StoredEnum.byCode(LogType.values());

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
        int logType = row.logType().code();
        if (last[logType] == null) {
            last[logType] = new HourSample();
        }
        last[logType].add(row.requestHash());
    }

    private HourSample[] of(long hour) {
        return hours.computeIfAbsent(hour, unseen -> new HourSample[LOG_TYPES.length]);
    }

    /** Adds everything that {@code other} holds. */
    void merge(TrafficOverlap other) {
        other.hours.forEach((hour, samples) -> {
            HourSample[] own = of(hour);
            for (int logType = 0; logType < LOG_TYPES.length; logType++) {
                if (samples[logType] != null) {
                    own[logType] = own[logType] == null ? new HourSample() : own[logType];
                    own[logType].merge(samples[logType]);
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
        for (int one = 0; one < LOG_TYPES.length; one++) {
            for (int other = one + 1; other < LOG_TYPES.length; other++) {
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
        return new SharedTraffic(LOG_TYPES[one], LOG_TYPES[other], sharedHours, rows);
    }

    /** Writes all samples, hour by hour. */
    void write(CborWriter out) throws IOException {
        out.begin();
        for (Map.Entry<Long, HourSample[]> hour : hours.entrySet()) {
            for (int logType = 0; logType < LOG_TYPES.length; logType++) {
                if (hour.getValue()[logType] != null) {
                    out.number(hour.getKey());
                    out.number(logType);
                    hour.getValue()[logType].write(out);
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
            int logType = in.number(LOG_TYPES.length - 1);
            samples[logType] = samples[logType] == null ? new HourSample() : samples[logType];
            samples[logType].readInto(in);
        }
        in.end();
    }
}
