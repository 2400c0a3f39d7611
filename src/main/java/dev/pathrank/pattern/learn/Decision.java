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
record Decision(String segment, OptionalLong distinct, double sure, String reason) {
    /** A segment that nobody had to decide about. */
    static Decision kept(String segment, String reason) {
        return new Decision(segment, OptionalLong.empty(), 1, reason);
    }

    /** Decisions that lead from the first segment to the last, as one. */
    static Explanation explain(List<Decision> decisions, Calibration calibration) {
        List<Long> distinct = new ArrayList<>();
        List<Decision> telling = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
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
        double confidence = calibration.of(!distinct.isEmpty(), sure(decisions));
        return new Explanation(distinct, OptionalDouble.of(confidence), reason);
    }

    /** How likely all of them are right, not calibrated. */
    static double sure(List<Decision> decisions) {
        double sure = 1;
        for (Decision decision : decisions) {
            sure *= decision.sure;
        }
        return sure;
    }
}
