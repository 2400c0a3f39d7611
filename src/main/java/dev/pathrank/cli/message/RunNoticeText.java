package dev.pathrank.cli.message;

import dev.pathrank.run.ObjectResult;
import dev.pathrank.run.RunNotice;
import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.s3.S3Options;
import dev.pathrank.tally.HostRows;
import dev.pathrank.tally.LogHours;
import dev.pathrank.tally.SharedTraffic;
import dev.pathrank.tally.query.QueryKeyProposal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Words for what a run notices, each on one line. */
public final class RunNoticeText {
    private static final int DISTRIBUTIONS_NAMED = 3;
    private static final int DAYS_NAMED = 3;

    private RunNoticeText() {}

    /**
     * Returns a notice in words.
     *
     * @param byHost whether the report has a row for each host
     */
    public static String of(RunNotice notice, boolean byHost) {
        if (notice instanceof RunNotice.SeveralHosts hosts) {
            return severalHosts(hosts, byHost);
        } else if (notice instanceof RunNotice.SeveralDistributions distributions) {
            return severalDistributions(distributions.calls());
        } else if (notice instanceof RunNotice.EmptySource source) {
            return emptySource(source);
        } else if (notice instanceof RunNotice.DaysWithoutLog days) {
            return daysWithoutLog(days);
        } else if (notice instanceof RunNotice.CountedTwice twice) {
            return countedTwice(twice.shared());
        } else if (notice instanceof RunNotice.SkippedObjects skipped) {
            return skipped(skipped.first(), skipped.objects());
        } else if (notice instanceof RunNotice.RepeatedObjects repeated) {
            return format("sources overlap; objects listed more than once and read once: %,d", repeated.objects());
        } else if (notice instanceof RunNotice.PassedOver passedOver) {
            return format(
                    "%,d lines between request logs belong to other log types, such as RTMP, and are skipped",
                    passedOver.lines());
        } else if (notice instanceof RunNotice.RecognisedLayout recognised) {
            return format(
                    "objects without column names: %,d read as %s; use --fields to name other columns",
                    recognised.objects(), recognised.layout());
        } else if (notice instanceof RunNotice.QueryKeyFound key) {
            QueryKeyProposal found = key.found();
            return format(
                    "the query key %s has %,d values in %,d of %,d sampled calls of %s; --query-key %1$s makes each an"
                            + " endpoint",
                    found.key(), found.values(), found.calls(), found.of(), found.path());
        } else if (notice instanceof RunNotice.UnusedDelimiter unused) {
            return format(
                    "--delimiter \"%s\" was not needed: no row is separated by it; the rows are read by the separators"
                            + " found in them",
                    unused.delimiter().equals("\t") ? "tab" : unused.delimiter());
        }
        return format(
                "--dedupe dropped %,d rows of hours that a more detailed log type covers; they count as filtered",
                ((RunNotice.DuplicatesDropped) notice).rows());
    }

    /** Returns why an object was skipped, or what it holds instead of request logs. */
    public static String why(ObjectResult.Skipped skipped) {
        return switch (skipped.cause()) {
            case NO_REQUESTS -> skipped.content();
            case COUNTED_BEFORE -> "already in the state";
            case OUTSIDE_WINDOW -> "outside the window";
        };
    }

    private static String skipped(ObjectResult.Skipped first, long count) {
        String objects = count == 1 ? first.object() : format("%,d objects, such as %s", count, first.object());
        return switch (first.cause()) {
            case NO_REQUESTS -> format("skipped, because it contains no requests: %s (%s)", first.content(), objects);
            case COUNTED_BEFORE -> format("%,d objects were counted before", count);
            case OUTSIDE_WINDOW -> "left out, because all rows lie outside the window: " + objects;
        };
    }

    private static String severalHosts(RunNotice.SeveralHosts hosts, boolean byHost) {
        String names = hosts.largest().stream()
                .map(host -> format("%s (%,d calls)", name(host), host.rows()))
                .collect(Collectors.joining(", "));
        return (byHost ? "the logs contain several hosts: " : "equal paths of several hosts are added together: ")
                + names
                + (hosts.more() ? " and more" : "")
                + (byHost ? "; --host selects one" : "; --by-host separates them, --host selects one");
    }

    private static String name(HostRows host) {
        return host.host().isEmpty() ? "no host" : host.host();
    }

    private static String severalDistributions(Map<String, Long> calls) {
        String names = calls.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(DISTRIBUTIONS_NAMED)
                .map(each -> format("%s (%,d calls)", each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
        return "the logs contain " + calls.size() + " distributions: " + names
                + (calls.size() > DISTRIBUTIONS_NAMED ? " and more" : "") + "; --distribution selects one";
    }

    private static String emptySource(RunNotice.EmptySource source) {
        return "no log objects under " + source.name() + whyEmpty(source.name(), source.filter(), source.s3());
    }

    private static String whyEmpty(String name, ListingFilter filter, S3Options s3) {
        boolean pruned = filter.prune() && (filter.from() != null || filter.to() != null);
        if (filter.distribution() != null) {
            return " have names that begin with distribution " + filter.distribution()
                    + (pruned ? " " + between(filter) : "") + ". Check the ID";
        }
        if (pruned) {
            return " have names with an hour " + between(filter) + "; --no-prune opens all of them";
        }
        return name.startsWith("s3://")
                ? " (0 keys). Check the prefix: \"aws " + s3.awsOptions() + "s3 ls " + name + "\" shows what is there"
                : " (0 files). Files whose name begins with . are left out";
    }

    private static String between(ListingFilter filter) {
        if (filter.from() != null) {
            return filter.to() != null
                    ? "between " + filter.from() + " and " + filter.to()
                    : "from " + filter.from() + " on";
        }
        return "before " + filter.to();
    }

    private static String daysWithoutLog(RunNotice.DaysWithoutLog days) {
        long count = days.missing().stream().mapToLong(LogHours.Days::count).sum();
        return format(
                "%,d of %,d days have no log: %s%s",
                count,
                days.of(),
                days.missing().stream()
                        .limit(DAYS_NAMED)
                        .map(RunNoticeText::words)
                        .collect(Collectors.joining(", ")),
                days.missing().size() > DAYS_NAMED ? " and more" : "");
    }

    private static String words(LogHours.Days days) {
        return days.count() == 1 ? days.first().toString() : days.first() + " to " + days.last();
    }

    private static String countedTwice(SharedTraffic shared) {
        return format(
                "%s and %s logs contain the same requests in %,d hours: about %,d calls are counted twice;"
                        + " --dedupe counts them once",
                shared.one().word(), shared.other().word(), shared.hours(), shared.rows());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
