package dev.pathrank.pattern.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.pattern.Paths;
import dev.pathrank.pattern.learn.features.NotFoundCounts;
import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.SegmentFeatures;
import dev.pathrank.pattern.learn.features.SegmentOccurrences;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.learn.features.SignatureFeatures;
import dev.pathrank.pattern.tree.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the segments beside a word tell of it, and of which words they tell nothing. */
class EvidenceOfSiblingsTest {
    private static final FoldModel MODEL = FoldModel.shipped();

    /** The segments after a prefix of literals, of a host whose rows are counted. */
    private static final class Place {
        private final Node<Paths.Count> host;
        private final NotFoundCounts<Paths.Count> notFound;
        private final PatternPrefix<Paths.Count> prefix;
        private final List<Sibling<Paths.Count>> siblings;

        Place(Paths paths, String... literals) {
            paths.answered().settle();
            paths.answered().root().sumSubtreeRows();
            host = paths.answered().root().children().get(0);
            notFound = NotFoundCounts.of(host, null);
            PatternPrefix<Paths.Count> at = PatternPrefix.host(host);
            for (String literal : literals) {
                at = at.literal(
                        literal, named(at.siblings(node -> true), literal).nodes());
            }
            prefix = at;
            siblings = at.siblings(node -> true);
        }

        private static Sibling<Paths.Count> named(List<Sibling<Paths.Count>> siblings, String name) {
            return siblings.stream()
                    .filter(s -> s.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        int at(String name) {
            return siblings.indexOf(named(siblings, name));
        }

        /** Probabilities that are equal but for one segment. */
        double[] all(double probability, String but, double other) {
            double[] p = new double[siblings.size()];
            Arrays.fill(p, probability);
            p[at(but)] = other;
            return p;
        }

        SegmentFeatures<Paths.Count> features() {
            return new SegmentFeatures<>(prefix, siblings, SegmentOccurrences.of(host), MODEL.lexicon(), notFound);
        }

        SignatureFeatures<Paths.Count> signatures() {
            return new SignatureFeatures<>(prefix, siblings, node -> true, notFound);
        }
    }

    private static Paths objects(String... names) {
        Paths paths = new Paths();
        for (String name : names) {
            paths.answered("GET", "/crm/" + name, 4).answered("POST", "/crm/" + name, 2);
            for (String part : new String[] {"fields", "layouts", "records", "owners", "notes", "events", "tags"}) {
                paths.answered("GET", "/crm/" + name + "/" + part, 3);
            }
        }
        return paths;
    }

    @Test
    void aTermThatIsSurelyALiteralKeepsItsProbabilityThoughTheSameFollowsIt() {
        Place crm = new Place(objects("orders", "quokka", "thistle", "walnut"), "crm");

        double[] averaged = SiblingAgreement.averageAlike(crm.siblings, crm.features(), crm.all(0.99, "orders", 0.01));

        assertEquals(0.01, averaged[crm.at("orders")]);
    }

    @Test
    void aTermThatMayBeAValueIsOneIfTheSameFollowsIt() {
        Place crm = new Place(objects("orders", "quokka", "thistle", "walnut"), "crm");

        double[] averaged = SiblingAgreement.averageAlike(crm.siblings, crm.features(), crm.all(0.99, "orders", 0.3));

        assertTrue(averaged[crm.at("orders")] > 0.9, () -> Arrays.toString(averaged));
    }

    @Test
    void aTwinThatIsSurelyALiteralIsNotRaised() {
        Place crm = new Place(objects("quokka", "thistle", "velvet", "walnut"), "crm");

        double[] raised = new Twins<>(crm.prefix, crm.siblings, crm.signatures(), MODEL.lexicon(), false)
                .raise(crm.all(0.8, "velvet", 0.04));

        assertEquals(0.04, raised[crm.at("velvet")]);
        assertTrue(raised[crm.at("walnut")] > 0.9, () -> Arrays.toString(raised));
    }

    @Test
    void aDoubtfulWordDoesNotFollowTheOthers() {
        Place crm = new Place(objects("quokka", "thistle", "velvet", "walnut"), "crm");

        double[] doubtful =
                SiblingAgreement.followMajority(MODEL, crm.siblings, crm.all(0.9, "velvet", 0.3), false, false);
        double[] likelier =
                SiblingAgreement.followMajority(MODEL, crm.siblings, crm.all(0.9, "velvet", 0.4), false, false);

        assertEquals(0.3, doubtful[crm.at("velvet")]);
        assertEquals(MODEL.threshold(), likelier[crm.at("velvet")]);
    }

    @Test
    void aReservedWordMayBeAValueButOneOfOneselfIsNone() {
        Place crm = new Place(objects("me", "search", "thistle"), "crm");
        HeldSegments<Paths.Count> held = new HeldSegments<>(crm.prefix, crm.siblings, false);

        assertFalse(held.holds(crm.siblings.get(crm.at("search")), 0.8));
        assertTrue(held.holds(crm.siblings.get(crm.at("me")), 0.99));
    }

    @Test
    void aNameOfInterfacesAmongOwnersIsAnOwnerIfWhatFollowsTheirProjectsFollowsItsOwn() {
        String[] owners = {"hans", "matthew", "gary551", "yan.min", "carolyn", "jae-min", "golds", "rims1"};
        String[] projects = {"fox", "lamp", "violin", "walnut", "quokka", "zephyr", "velvet", "thistle"};
        String[] parts = {
            "issues", "labels", "hooks", "keys", "milestones", "releases", "branches", "wiki", "tags", "forks"
        };
        Paths paths = new Paths().answered("GET", "/api/v1/users", 40).answered("GET", "/api/v1/repos/search", 20);
        for (int k = 0; k < parts.length; k++) {
            for (int i = 0; i < 3 * owners.length; i++) {
                String project = owners[i / 3] + "/" + projects[(i / 3 + i % 3) % 8];
                paths.answered("GET", "/api/v1/repos/" + project + "/" + parts[k], 2 + i / 3 * k % 3);
                paths.answered("POST", "/api/v1/repos/" + project + "/" + parts[k], 1 - k % 2);
            }
            paths.answered("GET", "/api/v1/repos/admin/" + projects[k % 2] + "/" + parts[k], 9);
        }

        Map<String, Long> learned = paths.learn();

        assertEquals(20L, learned.get("GET /api/v1/repos/search"), learned::toString);
        assertEquals(17, learned.size(), learned::toString);
    }
}
