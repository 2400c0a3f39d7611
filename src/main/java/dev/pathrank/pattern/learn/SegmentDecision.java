package dev.pathrank.pattern.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What was decided about one segment of a pattern.
 *
 * @param segment as it is printed
 * @param distinct distinct values of a placeholder; empty for a literal
 * @param sure 0 to 1, not calibrated: how likely this segment is right, given that those before it are
 * @param reason in words
 */
record SegmentDecision(String segment, OptionalLong distinct, double probability, String reason) {
    /** A segment that nobody had to decide about. */
    static SegmentDecision kept(String segment, String reason) {
        return new SegmentDecision(segment, OptionalLong.empty(), 1, reason);
    }

    /** Decisions that lead from the first segment to the last, as one. */
    static Explanation explain(List<SegmentDecision> decisions, Calibration calibration) {
        List<Long> distinct = new ArrayList<>();
        List<SegmentDecision> telling = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            SegmentDecision decision = decisions.get(i);
            decision.distinct.ifPresent(distinct::add);
            if (decision.distinct.isPresent() || i == decisions.size() - 1) {
                telling.add(decision);
            }
        }
        String reason = telling.isEmpty() ? "the root" : telling.get(0).reason;
        if (telling.size() > 1) {
            reason = String.join(
                    "; ",
                    telling.stream()
                            .map(each -> each.segment + ": " + each.reason)
                            .toList());
        }
        double confidence = calibration.of(!distinct.isEmpty(), probability(decisions));
        return new Explanation(distinct, OptionalDouble.of(confidence), reason);
    }

    /** How likely all of them are right, not calibrated. */
    static double probability(List<SegmentDecision> decisions) {
        double sure = 1;
        for (SegmentDecision decision : decisions) {
            sure *= decision.probability;
        }
        return sure;
    }
}
