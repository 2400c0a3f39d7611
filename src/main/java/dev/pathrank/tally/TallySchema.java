package dev.pathrank.tally;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.pathrank.cbor.StoredEnum;
import dev.pathrank.log.DurationField;
import dev.pathrank.log.LogType;
import dev.pathrank.log.OriginEvidence;
import dev.pathrank.log.RejectReason;
import dev.pathrank.log.RequestTrait;
import dev.pathrank.pattern.tree.TreeLimits;
import dev.pathrank.pattern.tree.TreeSchema;
import dev.pathrank.tally.memory.Limits;
import dev.pathrank.tally.seconds.SecondField;

/**
 * The schema of tallies: a number for the way in which this version counts. Tallies add up exactly only if it is the
 * same for both, so a file carries it. It says nothing of the order in which a file holds its values: the version in
 * {@code TallyFileReader} does.
 */
public final class TallySchema {
    private TallySchema() {}

    /** Returns the schema of tallies with these caps, equal on every machine. */
    public static long of(Limits limits) {
        HashStream64 hash = Hashing.wyhashFinal4().hashStream();
        hash.putLong(TreeSchema.of());
        hash.putInt(DurationBuckets.schema());
        hash.putInt(DistinctClients.PRECISION);
        hash.putInt(SecondField.schema());
        put(hash, StoredEnum.byCode(DurationField.values()));
        put(hash, StoredEnum.byCode(OriginEvidence.values()));
        put(hash, StoredEnum.byCode(RejectReason.values()));
        put(hash, StoredEnum.byCode(RequestTrait.values()));
        put(hash, StoredEnum.byCode(LogType.values()));
        put(hash, StoredEnum.byCode(TellingStatus.values()));
        put(hash, limits.answered());
        put(hash, limits.failed());
        // The other caps decide where seconds are kept, not what is counted.
        hash.putInt(limits.exactClients()).putInt(limits.exactDurations());
        return hash.getAsLong();
    }

    /**
     * Puts the codes that stored values may have. Their meaning is fixed: a code is never given to another constant.
     */
    private static void put(HashStream64 hash, StoredEnum[] constants) {
        for (StoredEnum constant : constants) {
            hash.putInt(constant.code());
        }
        hash.putInt(constants.length);
    }

    private static void put(HashStream64 hash, TreeLimits limits) {
        hash.putLong(limits.weight()).putInt(limits.depth()).putInt(limits.firstLevel());
    }
}
