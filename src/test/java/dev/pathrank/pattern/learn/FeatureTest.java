package dev.pathrank.pattern.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pathrank.pattern.Paths;
import dev.pathrank.pattern.learn.features.Feature;
import dev.pathrank.pattern.learn.features.FeatureVector;
import dev.pathrank.pattern.learn.features.Lexicon;
import dev.pathrank.pattern.learn.features.NotFoundCounts;
import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.SecondRoundFeatures;
import dev.pathrank.pattern.learn.features.SegmentFeatures;
import dev.pathrank.pattern.learn.features.SegmentOccurrences;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.learn.features.SignatureFeatures;
import dev.pathrank.pattern.tree.Node;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureTest {
    @Test
    void keepsTheNumbersThatTheShippedModelWasTrainedOn() {
        assertEquals(106, Feature.FIRST_ROUND);
        assertEquals(151, Feature.BOTH_ROUNDS);
        assertEquals(52, Feature.SUBTREE_DEVIATIONS.ordinal());
        assertEquals(81, Feature.SIBLINGS.ordinal());
        assertEquals(131, Feature.SIGNATURE_DEVIATIONS.ordinal());
    }

    @Test
    void setsEveryFeatureOfBothRounds() {
        Paths paths = new Paths();
        for (int i = 0; i < 40; i++) {
            paths.answered("GET", "/users/" + (1000 + 7 * i) + "/orders/x" + i, 1 + i % 3);
        }
        paths.answered("POST", "/users", 5).answered("GET", "/users/me", 9).failed("GET", "/users/none", 2);
        paths.answered().settle();
        paths.failedTree().settle();
        Node<Paths.Count> host = paths.answered().root().children().get(0);
        host.sumSubtreeRows();
        PatternPrefix<Paths.Count> top = PatternPrefix.host(host);
        Sibling<Paths.Count> users = top.siblings(node -> true).get(0);
        for (PatternPrefix<Paths.Count> prefix : List.of(top, top.literal(users.name(), users.nodes()))) {
            List<Sibling<Paths.Count>> siblings = prefix.siblings(node -> true);
            SegmentOccurrences occurrences = SegmentOccurrences.of(host);
            NotFoundCounts<Paths.Count> notFound = NotFoundCounts.of(host, null);
            Lexicon lexicon = FoldModel.shipped().lexicon();
            List<FeatureVector> base =
                    new SegmentFeatures<>(prefix, siblings, occurrences, lexicon, notFound).vectors();
            double[] first = FoldModel.probabilities(FoldModel.shipped().first(), base);
            SignatureFeatures<Paths.Count> signatures =
                    new SignatureFeatures<>(prefix, siblings, node -> true, notFound);
            new SecondRoundFeatures<>(occurrences, prefix, siblings, first)
                    .vectors(base, signatures)
                    .forEach(FeatureTest::assertAllSet);
        }
    }

    private static void assertAllSet(FeatureVector vector) {
        assertEquals(Feature.BOTH_ROUNDS, vector.values().length);
        assertFalse(Arrays.stream(vector.values()).anyMatch(Double::isNaN));
    }
}
