package dev.pathrank.plan;

import dev.pathrank.plan.Wave.Addition;
import dev.pathrank.plan.Wave.Alone;
import dev.pathrank.plan.Wave.ExceededQuota;
import dev.pathrank.plan.data.Quota;
import dev.pathrank.rank.DeclaredEndpoints;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cut of a sequence of moves into waves: where the phase changes, where the wave has its size (1, 2, 4, 8, … up to
 * what the user allows), where it would be the first to exceed a quota, and between moves that depend on each other.
 * What exceeds a quota by itself is a wave of its own. What the user fixed is not cut, and a move is never split.
 */
final class WaveCutter {
    private final QuotaMeter meter;
    private final int most;
    private final DeclaredEndpoints declared;
    private final List<MigrationUnit> together = new ArrayList<>();
    private final List<Wave> waves = new ArrayList<>();
    private final Set<Quota> exceeded = EnumSet.noneOf(Quota.class);
    private final Map<Quota, ExceededQuota> fresh = new EnumMap<>(Quota.class);
    private final Map<Quota, QuotaUse> largest = new EnumMap<>(Quota.class);
    private int first;
    private int last = -1;
    private int leaders;
    private long size = 1;

    private WaveCutter(QuotaMeter meter, int most, DeclaredEndpoints declared) {
        this.meter = meter;
        this.declared = declared;
        this.most = most;
    }

    static List<Wave> of(List<MigrationUnit> moves, QuotaMeter meter, int most, DeclaredEndpoints declared) {
        WaveCutter waves = new WaveCutter(meter, most, declared);
        MigrationUnit before = null;
        for (MigrationUnit move : moves) {
            Map<Quota, ExceededQuota> found = waves.newlyExceeded(move);
            if (before != null && waves.endsBefore(move, before, !found.isEmpty())) {
                waves.close(before.phase());
            }
            waves.add(move, found);
            before = move;
        }
        if (before != null) {
            waves.close(before.phase());
        }
        return waves.waves;
    }

    private void add(MigrationUnit move, Map<Quota, ExceededQuota> found) {
        fresh.putAll(found);
        exceeded.addAll(found.keySet());
        together.add(move);
        last += move.all().size();
        leaders += move.leaders().size();
    }

    private boolean endsBefore(MigrationUnit move, MigrationUnit before, boolean exceeds) {
        if (move.phase() != before.phase() || move.fixedWave() != before.fixedWave()) {
            return true;
        }
        boolean full = leaders + move.leaders().size() > Math.min(size, most);
        boolean mustWait = together.stream().anyMatch(other -> DependencyOrder.comesAfter(move, other, declared));
        return move.phase() != Phase.FIXED && (move.phase() == Phase.EXCEEDING || full || exceeds || mustWait);
    }

    /** Returns the quotas that a move is the first to exceed. */
    private Map<Quota, ExceededQuota> newlyExceeded(MigrationUnit move) {
        Map<Quota, ExceededQuota> found = new EnumMap<>(Quota.class);
        for (int place = last + 1; place <= last + move.all().size(); place++) {
            for (QuotaUse use : meter.shared(place)) {
                if (use.exceeded() && !exceeded.contains(use.quota()) && !found.containsKey(use.quota())) {
                    boolean alone = meter.exceedsAlone(place, use.quota());
                    found.put(use.quota(), new ExceededQuota(use.quota(), place, use.exceededAt(), alone));
                }
            }
        }
        return found;
    }

    private void close(Phase phase) {
        List<QuotaUse> uses = new ArrayList<>(meter.shared(last));
        uses.addAll(mostOfOne());
        waves.add(new Wave(
                waves.size() + 1, phase, first, last, uses, new ArrayList<>(fresh.values()), additions(), alone()));
        fresh.clear();
        together.clear();
        first = last + 1;
        leaders = 0;
        if (phase != Phase.FIXED) {
            size = Math.min(2 * size, most);
        }
    }

    /** Returns what the wave adds to quotas that were exceeded before it. */
    private List<Addition> additions() {
        List<Addition> additions = new ArrayList<>();
        for (Quota quota : exceeded) {
            long before = first == 0 ? 0 : used(quota, first - 1);
            long after = used(quota, last);
            if (!fresh.containsKey(quota) && after > before) {
                additions.add(new Addition(quota, before, after, addsMost(quota, before)));
            }
        }
        return additions;
    }

    private int addsMost(Quota quota, long before) {
        long largest = 0;
        int place = first;
        long sum = before;
        for (int each = first; each <= last; each++) {
            long used = used(quota, each);
            if (used - sum > largest) {
                largest = used - sum;
                place = each;
            }
            sum = used;
        }
        return place;
    }

    private long used(Quota quota, int place) {
        return meter.shared(place).stream()
                .filter(use -> use.quota() == quota)
                .mapToLong(use -> use.usedOr(0))
                .sum();
    }

    /** Returns the most that one endpoint up to this wave uses of each quota that is not shared. */
    private List<QuotaUse> mostOfOne() {
        for (int place = first; place <= last; place++) {
            meter.own(place).forEach(use -> largest.merge(use.quota(), use, WaveCutter::larger));
        }
        return new ArrayList<>(largest.values());
    }

    private static QuotaUse larger(QuotaUse left, QuotaUse right) {
        return right.usedOr(-1) > left.usedOr(-1) ? right : left;
    }

    private List<Alone> alone() {
        List<Alone> alone = new ArrayList<>();
        for (int each = first; each <= last; each++) {
            int place = each;
            meter.own(place).stream().filter(QuotaUse::exceeded).forEach(use -> alone.add(new Alone(place, use)));
        }
        return alone;
    }
}
