package dev.pathrank.cli;

import dev.pathrank.pattern.routes.RouteFile;
import dev.pathrank.source.ListingFilter;
import dev.pathrank.tally.HostCalls;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Something the reader of a report should know; every such wording stands here. */
sealed interface Notice {
    /** The notice in words, on one line. */
    String text();

    /**
     * @param largest the most called ones, most first
     * @param apart whether the report tells them apart
     */
    record SeveralHosts(List<HostCalls> largest, boolean more, boolean apart) implements Notice {
        @Override
        public String text() {
            String names = largest.stream()
                    .map(host -> String.format(Locale.ROOT, "%s (%,d calls)", name(host), host.calls()))
                    .collect(Collectors.joining(", "));
            return (apart ? "the logs are of several hosts: " : "equal paths of several hosts are added up: ")
                    + names
                    + (more ? " and more" : "")
                    + (apart ? "; --host takes one" : "; --by-host tells them apart, --host takes one");
        }

        private static String name(HostCalls host) {
            return host.host().isEmpty() ? "no host named" : host.host();
        }
    }

    /** @param calls counted rows by distribution */
    record SeveralDistributions(Map<String, Long> calls) implements Notice {
        private static final int NAMED = 3;

        @Override
        public String text() {
            String names = calls.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(NAMED)
                    .map(each -> String.format(Locale.ROOT, "%s (%,d calls)", each.getKey(), each.getValue()))
                    .collect(Collectors.joining(", "));
            return "the logs are of " + calls.size() + " distributions: " + names
                    + (calls.size() > NAMED ? " and more" : "") + "; --distribution takes one";
        }
    }

    /** @param objects how many were found more than once */
    record RepeatedObjects(long objects) implements Notice {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "sources overlap; objects found again and read once: %,d", objects);
        }
    }

    /** @param name the source that holds nothing */
    record EmptySource(String name, ListingFilter filter) implements Notice {
        @Override
        public String text() {
            return "no log objects under " + name + what();
        }

        private String what() {
            boolean pruned =
                    filter.prune() && (filter.from().isPresent() || filter.to().isPresent());
            if (filter.distribution().isPresent()) {
                return " are named after distribution " + filter.distribution().get()
                        + (pruned ? " within --from and --to" : "") + ". Check the ID";
            }
            if (pruned) {
                return " within --from and --to, by the hour in their names; --no-prune opens all of them";
            }
            return name.startsWith("s3://")
                    ? " (0 keys). Check the prefix: \"aws s3 ls " + name + "\" shows what is there"
                    : " (0 files). Files whose name begins with . are left out";
        }
    }

    /** @param filtered rows that were read and that no filter wanted */
    record NothingCounted(long read, long filtered, long rejected) implements Notice {
        @Override
        public String text() {
            if (read == 0) {
                return "the logs hold no rows, so the report is empty";
            }
            return String.format(
                    Locale.ROOT,
                    "none of the %,d rows counts (%,d filtered, %,d rejected), so the report is empty; %s",
                    read,
                    filtered,
                    rejected,
                    filtered > 0 ? "check the filters" : "--rejects FILE shows the rows");
        }
    }

    /** @param lines how many lines of other logs stood between request logs in one object */
    record PassedOver(long lines) implements Notice {
        @Override
        public String text() {
            return String.format(
                    Locale.ROOT,
                    "%,d lines between request logs belong to other logs, such as RTMP, and are passed over",
                    lines);
        }
    }

    /** @param routes what routes files hold beside what is declared */
    record RoutesLeftOut(List<RouteFile.LeftOut> routes) implements Notice {
        private static final int NAMED = 3;

        @Override
        public String text() {
            String named = routes.stream()
                    .limit(NAMED)
                    .map(RouteFile.LeftOut::toString)
                    .collect(Collectors.joining("; "));
            return routes.size() <= NAMED
                    ? named
                    : named + String.format(Locale.ROOT, "; and %,d routes more", routes.size() - NAMED);
        }
    }

    /** @param endpoints that the user put into a wave and that do not move */
    record FixedAndNotMoving(List<String> endpoints) implements Notice {
        private static final int NAMED = 3;

        @Override
        public String text() {
            return "--waves names what does not move: "
                    + endpoints.stream().limit(NAMED).collect(Collectors.joining(", "))
                    + (endpoints.size() > NAMED
                            ? String.format(Locale.ROOT, " and %,d more", endpoints.size() - NAMED)
                            : "")
                    + "; write endpoints as the plan prints them";
        }
    }

    /** @param text what a tally had to say about its caps */
    record Coarser(String text) implements Notice {}
}
