package dev.pathrank.tally;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.cbor.StoredEnum;
import dev.pathrank.log.LogType;
import dev.pathrank.log.Row;
import dev.pathrank.text.Hash;
import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Samples of the requests of UTC hours and types of log, which show where two types cover the same traffic. A sum like
 * the tally; about 600 bytes an hour and type.
 *
 * <p>Where there are too many hours, those with the smallest hashes are kept, which depends on the set of hours alone.
 */
final class TrafficOverlap {
    private static final int SECONDS_PER_HOUR = 3600;
    private static final LogType[] LOG_TYPES = StoredEnum.byCode(LogType.values());

    /** The hours that are kept: those of nearly four years. */
    static final int MOST_HOURS = 1 << 15;

    /** Hours that may be held for a while before those with the largest hashes are dropped. */
    private static final int MOST_HELD = MOST_HOURS + MOST_HOURS / 4;

    /** Hours with a larger hash are not kept. */
    private long largestHash = Long.MAX_VALUE;

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

    /** Returns the samples of an hour by type, which are dropped if the hour is not kept. */
    private HourSample[] of(long hour) {
        if (Hash.mix(hour) > largestHash) {
            return new HourSample[LOG_TYPES.length];
        }
        HourSample[] samples = hours.computeIfAbsent(hour, unseen -> new HourSample[LOG_TYPES.length]);
        if (hours.size() > MOST_HELD) {
            trim();
        }
        return samples;
    }

    /** Drops all hours but those with the smallest hashes. */
    private void trim() {
        if (hours.size() > MOST_HOURS) {
            long[] hashes =
                    hours.keySet().stream().mapToLong(Hash::mix).sorted().toArray();
            largestHash = hashes[MOST_HOURS - 1];
            hours.keySet().removeIf(hour -> Hash.mix(hour) > largestHash);
            lastHour = Long.MIN_VALUE;
        }
    }

    /** Returns whether hours were, or may have been, left out because there were too many. */
    boolean isSampled() {
        trim();
        return hours.size() == MOST_HOURS;
    }

    /** Adds everything that {@code other} holds. */
    void merge(TrafficOverlap other) {
        largestHash = Math.min(largestHash, other.largestHash);
        hours.keySet().removeIf(hour -> Hash.mix(hour) > largestHash);
        lastHour = Long.MIN_VALUE;
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
        trim();
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
        trim();
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

    /**
     * Reads what {@link #write} wrote; nothing may have been counted before.
     *
     * @param most rows that were counted, each of which is in one sample
     */
    void readInto(CborReader in, long most) throws IOException {
        long left = most;
        in.begin();
        while (in.more()) {
            HourSample[] samples = of(in.number(0, UtcDay.LAST_SECOND / SECONDS_PER_HOUR));
            int logType = in.number(LOG_TYPES.length - 1);
            HourSample sample = new HourSample();
            sample.readInto(in);
            left -= sample.rows();
            if (samples[logType] != null || left < 0) {
                throw new DamagedFileException("has samples of more rows than it counts");
            }
            samples[logType] = sample;
        }
        in.end();
    }
}
