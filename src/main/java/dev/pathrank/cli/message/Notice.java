package dev.pathrank.cli.message;

import dev.pathrank.pattern.stated.routes.RouteFile;
import dev.pathrank.source.ListingFilter;
import dev.pathrank.tally.HostCalls;
import dev.pathrank.tally.SharedTraffic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Something the reader of a report should know; every such wording stands here. */
public sealed interface Notice {
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

    /**
     * @param what what the objects are instead of request logs
     * @param first the first of them by name
     */
    record SkippedObjects(String what, long objects, String first) implements Notice {
        @Override
        public String text() {
            return String.format(
                    Locale.ROOT, "skipped, since it holds no requests: %s (%s)", what, some(objects, first));
        }

        private static String some(long objects, String first) {
            return objects == 1 ? first : String.format(Locale.ROOT, "%,d objects, such as %s", objects, first);
        }
    }

    /** @param objects how many objects name no columns and fit this layout */
    record RecognisedLayout(String layout, long objects) implements Notice {
        @Override
        public String text() {
            return String.format(
                    Locale.ROOT,
                    "objects that name no columns, read as what fits them: %,d as %s; --fields says otherwise",
                    objects,
                    layout);
        }
    }

    /** @param shared the kinds of log that tell of the same requests */
    record CountedTwice(SharedTraffic shared) implements Notice {
        @Override
        public String text() {
            return String.format(
                    Locale.ROOT,
                    "%s and %s logs tell of the same requests in %,d hours: about %,d calls are counted twice;"
                            + " --dedupe counts them once",
                    shared.one().word(),
                    shared.other().word(),
                    shared.hours(),
                    shared.rows());
        }
    }

    /** @param rows how many rows do not count */
    record DoublesLeftOut(long rows) implements Notice {
        @Override
        public String text() {
            return String.format(
                    Locale.ROOT,
                    "--dedupe left out %,d rows of hours that a richer kind of log covers; they count as filtered",
                    rows);
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

    /**
     * @param document the word of {@code --emit}
     * @param leftOut what moves and has no place in it, each with the reason
     */
    record NotEmitted(String document, List<String> leftOut) implements Notice {
        private static final int NAMED = 3;

        @Override
        public String text() {
            return "--emit " + document + " leaves out "
                    + leftOut.stream().limit(NAMED).collect(Collectors.joining("; "))
                    + (leftOut.size() > NAMED
                            ? String.format(
                                    Locale.ROOT, "; and %,d more, which the document names", leftOut.size() - NAMED)
                            : "");
        }
    }

    /** @param waves how many there are */
    record NoSuchWave(int asked, int waves) implements Notice {
        @Override
        public String text() {
            return String.format(
                    Locale.ROOT,
                    "--wave %,d: the plan has %,d waves, and the document holds all of them",
                    asked,
                    waves);
        }
    }

    /** @param text what a tally had to say about its caps */
    record Coarser(String text) implements Notice {}
}
