package dev.pathrank.cli.message;

import dev.pathrank.pattern.stated.routes.RouteFile;
import dev.pathrank.tally.file.Span;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Fact that the reader of a report should know, beside those of the run, which {@link RunNoticeText} has. */
public sealed interface Notice {
    /** Number of examples that a notice names. */
    int NAMED = 3;

    /** Returns the notice in words, on one line. */
    String text();

    /**
     * Routes of routes files that cannot be declared.
     *
     * @param routes the routes, each with the reason
     */
    record RoutesLeftOut(List<RouteFile.LeftOut> routes) implements Notice {
        @Override
        public String text() {
            String named = routes.stream()
                    .limit(NAMED)
                    .map(RouteFile.LeftOut::toString)
                    .collect(Collectors.joining("; "));
            return routes.size() <= NAMED
                    ? named
                    : named + String.format(Locale.ROOT, "; and %,d more routes", routes.size() - NAMED);
        }
    }

    /**
     * A file whose ending names no format.
     *
     * @param file the value of {@code --output}
     */
    record UnknownEnding(String file) implements Notice {
        @Override
        public String text() {
            return "the ending of " + file + " names no format, so the report is CSV; --format chooses another";
        }
    }

    /**
     * Which hours before a change are compared with those after it.
     *
     * @param same whether they are the same hours of the same weekdays
     */
    record ComparedHours(boolean same) implements Notice {
        @Override
        public String text() {
            return same
                    ? "compared with the same hours of the same weekdays before --at"
                    : "the period before --at (--before) has no row in the same hours a week earlier, so all of it is"
                            + " compared";
        }
    }

    /**
     * What a comparison read from sources because the state does not hold it.
     *
     * @param spans in the order in which they were read
     */
    record ReadBesideState(List<Span> spans) implements Notice {
        @Override
        public String text() {
            return "the state holds whole UTC days; read from SOURCE instead: "
                    + spans.stream().limit(NAMED).map(Span::toString).collect(Collectors.joining(", "))
                    + (spans.size() > NAMED ? String.format(Locale.ROOT, " and %,d more", spans.size() - NAMED) : "");
        }
    }

    /** The two sides of a move in one period take the places of two periods. */
    record ComparedSides() implements Notice {
        @Override
        public String text() {
            return "before is what the present origin served, after what new origins did; calls whose log does not say"
                    + " count as filtered in both";
        }
    }

    /**
     * Routes of the router whose calls were folded into other endpoints.
     *
     * @param routes each in words
     */
    record RoutesDisagree(List<String> routes) implements Notice {
        @Override
        public String text() {
            return "the router's route is not the endpoint: "
                    + routes.stream().limit(NAMED).collect(Collectors.joining("; "))
                    + (routes.size() > NAMED ? String.format(Locale.ROOT, "; and %,d more", routes.size() - NAMED) : "")
                    + ". --lock or --pattern counts by the router's patterns";
        }
    }

    /** Durations of the two periods are measured in different ways. */
    record DurationsNotJudged() implements Notice {
        @Override
        public String text() {
            return "the periods have logs of different types or columns, so durations are shown and not judged";
        }
    }

    /**
     * Endpoints of {@code --moved} that no call of either period reached.
     *
     * @param endpoints method and pattern as they were written
     */
    record MovedNotFound(List<String> endpoints) implements Notice {
        @Override
        public String text() {
            return "--moved names endpoints that are not in the report: "
                    + endpoints.stream().limit(NAMED).collect(Collectors.joining(", "))
                    + (endpoints.size() > NAMED
                            ? String.format(Locale.ROOT, " and %,d more", endpoints.size() - NAMED)
                            : "");
        }
    }

    /**
     * Patterns of {@code --pattern} that no counted call matched.
     *
     * @param patterns the patterns, as they are printed
     */
    record PatternsWithoutCall(List<String> patterns) implements Notice {
        @Override
        public String text() {
            return "no call matched --pattern "
                    + patterns.stream().limit(NAMED).collect(Collectors.joining(", "))
                    + (patterns.size() > NAMED
                            ? String.format(Locale.ROOT, " and %,d more", patterns.size() - NAMED)
                            : "");
        }
    }

    /**
     * Keys of {@code --query-key} that no counted call had.
     *
     * @param keys their names
     */
    record QueryKeysWithoutCall(List<String> keys) implements Notice {
        @Override
        public String text() {
            return "no counted call has the --query-key " + String.join(", ", keys)
                    + "; keys are case-sensitive, and logs need the column cs-uri-query";
        }
    }

    /**
     * Endpoints of {@code --waves} that do not move.
     *
     * @param endpoints the endpoints, as the user wrote them
     */
    record FixedAndNotMoving(List<String> endpoints) implements Notice {
        @Override
        public String text() {
            return "--waves names endpoints that do not move: "
                    + endpoints.stream().limit(NAMED).collect(Collectors.joining(", "))
                    + (endpoints.size() > NAMED
                            ? String.format(Locale.ROOT, " and %,d more", endpoints.size() - NAMED)
                            : "")
                    + "; write endpoints as the plan prints them";
        }
    }

    /**
     * Waves of {@code --waves} that have another number in the plan.
     *
     * @param waves the plan's number by that of the file
     */
    record FixedWavesRenumbered(SortedMap<Integer, Integer> waves) implements Notice {
        @Override
        public String text() {
            return "--waves leaves out a number, or nothing of it moves any more: "
                    + waves.entrySet().stream()
                            .map(each -> String.format(
                                    Locale.ROOT, "wave %d of the file is wave %d here", each.getKey(), each.getValue()))
                            .collect(Collectors.joining(", "))
                    + "; the switch of this plan goes by its own numbers";
        }
    }

    /**
     * Prices of another Region in place of those that are not known.
     *
     * @param region the value of {@code --price-region}
     */
    record BorrowedPrices(String region) implements Notice {
        @Override
        public String text() {
            return "not all prices of " + region + " are known; those of us-east-1 stand in for them. Give yours with"
                    + " --prices FILE";
        }
    }

    /**
     * Endpoints that move and of which the logs have no duration.
     *
     * @param untimed how many
     * @param moving of how many that move
     */
    record WithoutDurations(int untimed, int moving) implements Notice {
        @Override
        public String text() {
            return String.format(
                    Locale.ROOT,
                    "the logs have no durations of %,d of the %,d endpoints that move: their cost is that of requests"
                            + " alone, and cold starts and calls that would fail are counted as if each call took no"
                            + " time",
                    untimed,
                    moving);
        }
    }

    /**
     * Endpoints that move and have no place in a document.
     *
     * @param document the value of {@code --emit}
     * @param leftOut the endpoints, each with the reason
     */
    record NotEmitted(String document, List<String> leftOut) implements Notice {
        @Override
        public String text() {
            return "--emit " + document + " leaves out "
                    + leftOut.stream().limit(NAMED).collect(Collectors.joining("; "))
                    + (leftOut.size() > NAMED
                            ? String.format(
                                    Locale.ROOT, "; and %,d more, which the document lists", leftOut.size() - NAMED)
                            : "");
        }
    }

    /**
     * What the user of a document should know.
     *
     * @param document the value of {@code --emit}
     * @param warning in words
     */
    record OfDocument(String document, String warning) implements Notice {
        @Override
        public String text() {
            return "--emit " + document + ": " + warning;
        }
    }

    /**
     * A wave behind the last of the plan.
     *
     * @param asked the value of {@code --wave}
     * @param waves number of waves in the plan
     */
    record NoSuchWave(int asked, int waves) implements Notice {
        @Override
        public String text() {
            return String.format(
                    Locale.ROOT,
                    "--wave %,d: the plan has only %,d waves, so the document contains all of them",
                    asked,
                    waves);
        }
    }
}
