package dev.pathrank.pattern.learn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests of grouping scores on generated sites; scores on real sites may differ. */
class SiteFoldingTest {
    private static final double LEAST = 0.85;

    @Test
    void sitesAreGroupedAsAReaderWould() {
        for (long seed = 1; seed <= 2; seed++) {
            double sum = 0;
            for (String site : SiteTraffic.SITES) {
                sum += grouping(SiteTraffic.of(site, seed, 4000));
            }
            double mean = sum / SiteTraffic.SITES.size();
            assertTrue(mean >= LEAST, "F1 of groups is " + mean + " for seed " + seed);
        }
    }

    /** The F1 score of groups, with equal weights for all templates, as the path benchmark defines it. */
    private static double grouping(List<SiteTraffic.Request> requests) {
        Map<String, String> patterns = new HashMap<>();
        Predictions.of(requests.stream()
                        .map(r -> r.method() + "\t" + r.path() + "\t" + r.status())
                        .toList())
                .forEach(line -> {
                    int tab = line.lastIndexOf('\t');
                    patterns.put(line.substring(0, tab), line.substring(tab + 1));
                });
        Map<String, Set<String>> wanted = new HashMap<>();
        Map<String, Set<String>> found = new HashMap<>();
        for (SiteTraffic.Request r : requests) {
            if (!r.template().equals(SiteTraffic.NOISE)) {
                String request = r.method() + "\t" + r.path();
                wanted.computeIfAbsent(r.method() + r.template(), k -> new HashSet<>())
                        .add(request);
                found.computeIfAbsent(r.method() + patterns.get(request), k -> new HashSet<>())
                        .add(request);
            }
        }
        Set<Set<String>> groups = Set.copyOf(found.values());
        double right = wanted.values().stream().filter(groups::contains).count();
        return 2 * right / (wanted.size() + found.size());
    }
}
