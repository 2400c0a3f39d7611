package dev.pathrank.pattern.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * The decision about one segment of a pattern.
 *
 * @param segment the segment as it is printed
 * @param distinct the number of distinct values of each placeholder in it; empty for a literal
 * @param probability 0 to 1, not calibrated: that this segment is right, given that those before it are
 * @param reason in words
 */
record SegmentDecision(String segment, List<Long> distinct, double probability, String reason) {
    SegmentDecision {
        distinct = List.copyOf(distinct);
    }

    /** Returns the decision for a segment that is a literal without any alternative. */
    static SegmentDecision kept(String segment, String reason) {
        return new SegmentDecision(segment, List.of(), 1, reason);
    }

    /** Returns the explanation of a pattern by the decisions about its segments, from the first to the last. */
    static Explanation explain(List<SegmentDecision> decisions, Calibration calibration) {
        List<Long> distinct = new ArrayList<>();
        List<SegmentDecision> explained = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            SegmentDecision decision = decisions.get(i);
            distinct.addAll(decision.distinct);
            if (!decision.distinct.isEmpty() || i == decisions.size() - 1) {
                explained.add(decision);
            }
        }
        String reason = explained.isEmpty() ? "the root" : explained.get(0).reason;
        if (explained.size() > 1) {
            reason = String.join(
                    "; ",
                    explained.stream()
                            .map(each -> each.segment + ": " + each.reason)
                            .toList());
        }
        return new Explanation(distinct, calibration.of(!distinct.isEmpty(), product(decisions)), reason);
    }

    /** Returns the probability that all decisions are right, not calibrated. */
    private static double product(List<SegmentDecision> decisions) {
        double product = 1;
        for (SegmentDecision decision : decisions) {
            product *= decision.probability;
        }
        return product;
    }
}
