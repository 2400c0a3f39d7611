package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which segments that look like values of one variable cannot be, since what follows them is their own: an endpoint that is folded by mistake takes
 * all below it along.
 *
 * <p>A resource among values ({@code /sys} among the names of mounts) has many endpoints of which no value has any. Where that is true of nearly all, there
 * is no variable ({@code /apis/batch}, {@code /apis/storage}, each with resources of its own). Both are told only from enough calls: where much of what
 * follows was seen once, what is not shared may only not have been seen.
 *
 * @param <L> what is counted at the leaves
 */
final class LiteralOutliers<L extends Leaf<L>> {
    /** Different things that must follow a segment, in so many calls, for their absence elsewhere to tell anything. */
    private static final int RICH = 4;

    private static final long CALLS = 20;

    /** The part of the calls behind an outsider that goes where no other segment leads. */
    private static final double OWN = 0.8;

    /** The part of the calls behind the others that may do so for them to be alike. */
    private static final double ALIKE = 0.1;

    /** The part of the calls that may be the only one of their kind for the others to be known well. */
    private static final double KNOWN = 0.1;

    /** Others that make a variable. */
    private static final int OTHERS = 3;

    /** The part of all calls that goes through outsiders where there is no variable. */
    private static final double NEARLY_ALL = 0.7;

    /** More segments than these are no resources. */
    private static final int MOST = 60;

    private final List<Sibling<L>> siblings;
    private final SignatureFeatures<L> signatures;
    private final List<Integer> values;
    private final Map<String, Long> calls = new HashMap<>();
    private final Map<String, Integer> holders = new HashMap<>();
    private final String limit;

    /** @param values the numbers of those siblings that are taken for values */
    LiteralOutliers(List<Sibling<L>> siblings, SignatureFeatures<L> signatures, List<Integer> values) {
        this.siblings = siblings;
        this.signatures = signatures;
        this.values = values;
        this.limit = signatures.limit(values);
        for (int i : values) {
            signatures.calls(i).forEach((token, n) -> {
                if (compared(token)) {
                    calls.merge(token, n, Long::sum);
                    holders.merge(token, 1, Integer::sum);
                }
            });
        }
    }

    private boolean compared(String token) {
        return limit == null || token.compareTo(limit) <= 0;
    }

    /** What follows one of the values, measured against all others. */
    private record Measure(int at, long calls, long own, int tokens, boolean writes) {
        boolean stranger() {
            return tokens >= RICH && calls >= CALLS && own > OWN * calls;
        }
    }

    private Measure measure(int i) {
        long all = 0;
        long own = 0;
        int tokens = 0;
        Set<String> methods = new HashSet<>();
        for (Map.Entry<String, Long> entry : signatures.calls(i).entrySet()) {
            if (compared(entry.getKey())) {
                tokens++;
                all += entry.getValue();
                own += holders.get(entry.getKey()) == 1 ? entry.getValue() : 0;
                int end = entry.getKey().indexOf(' ');
                methods.add(end < 0 ? "" : entry.getKey().substring(0, end));
            }
        }
        methods.removeAll(Set.of("", "HEAD", "OPTIONS"));
        return new Measure(i, all, own, tokens, methods.size() > 1);
    }

    /** Whether the others, without these, are alike and known well. */
    private boolean alikeWithout(Set<Integer> left) {
        Map<String, long[]> others = new HashMap<>();
        for (int i : values) {
            if (!left.contains(i)) {
                signatures.calls(i).forEach((token, n) -> {
                    long[] sum = others.computeIfAbsent(token, t -> new long[2]);
                    sum[0] += n;
                    sum[1]++;
                });
            }
        }
        long all = 0;
        long single = 0;
        long lone = 0;
        for (Map.Entry<String, long[]> entry : others.entrySet()) {
            if (compared(entry.getKey())) {
                long n = entry.getValue()[0];
                all += n;
                single += n == 1 ? 1 : 0;
                lone += entry.getValue()[1] == 1 ? n : 0;
            }
        }
        return values.size() - left.size() >= OTHERS && all >= CALLS && single < KNOWN * all && lone < ALIKE * all;
    }

    /** The numbers of those siblings that are literals after all. */
    Set<Integer> found() {
        Set<Integer> found = new HashSet<>();
        if (values.size() < 2 || values.size() > 50 * MOST) {
            return found;
        }
        long calls = 0;
        long own = 0;
        boolean overflows = false;
        List<Measure> strangers = new ArrayList<>();
        for (int i : values) {
            overflows |= siblings.get(i).isOverflow();
            Measure measure = measure(i);
            calls += measure.calls;
            if (measure.stranger() && mayBeLiteral(siblings.get(i))) {
                strangers.add(measure);
                own += measure.writes ? measure.calls : 0;
            }
        }
        long single = this.calls.values().stream().filter(n -> n == 1).count();
        boolean none = !overflows
                && strangers.size() > 1
                && values.size() <= MOST
                && own > NEARLY_ALL * calls
                && single < KNOWN * calls;
        if (none) {
            values.stream().filter(i -> mayBeLiteral(siblings.get(i))).forEach(found::add);
        } else {
            Set<Integer> all = new HashSet<>();
            strangers.forEach(measure -> all.add(measure.at));
            if (!all.isEmpty() && alikeWithout(all)) {
                return all;
            }
            all.stream().filter(i -> alikeWithout(Set.of(i))).forEach(found::add);
        }
        return found;
    }

    private static <L extends Leaf<L>> boolean mayBeLiteral(Sibling<L> sibling) {
        return !sibling.isOverflow()
                && !sibling.secret()
                && switch (sibling.shape()) {
                    case TERM, WORD, SLUG, OTHER, TITLE, VERSION, CODE -> true;
                    default -> false;
                };
    }
}
