package dev.pathrank.cli.command;

import dev.pathrank.cli.message.ExitCode;
import dev.pathrank.cli.output.Console;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.report.DryRunReport;
import dev.pathrank.report.Format;
import dev.pathrank.run.Listing;
import dev.pathrank.run.LogRun;
import dev.pathrank.run.RunOptions;
import dev.pathrank.run.Sources;
import dev.pathrank.source.HourCoverage;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.LogSource;
import dev.pathrank.source.s3.S3Prices;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The work of {@code --dry-run}: lists the sources and estimates the run. Opens no object and writes no file. */
final class DryRun {
    /** Stored bytes that one thread unzips, parses and counts in a second; see docs/design.md, "S3". */
    private static final double BYTES_A_SECOND = 20e6;

    /** Processor seconds for the requests of one object in S3; see docs/design.md, "S3". */
    private static final double SECONDS_A_GET = 0.0006;

    /** Seconds that a GET mostly waits, in the region of the bucket; there are as many GETs at once as connections. */
    private static final double LATENCY = 0.04;

    /** Seconds before the first object is read. */
    private static final double START = 0.5;

    private DryRun() {}

    /**
     * Lists the sources of {@code run} and writes the estimate to standard output.
     *
     * @param format of the report; the estimate is JSON if this is, else text
     * @return the exit code
     */
    static int run(RunOptions run, Format format, Streams streams, Console console) throws IOException {
        try (Sources places = new Sources(run.s3(), LogRun.CONNECTIONS, streams.in())) {
            List<LogSource> sources = run.sources().stream().map(places::of).toList();
            Listing listing = Listing.of(sources, run.listing());
            listing.failures().forEach(console::sourceFailed);
            listing.emptySources(run.listing(), run.s3()).forEach(console::sourceEmpty);
            boolean complete = listing.failures().isEmpty();
            if (listing.objects().isEmpty() || (run.settings().failFast() && !complete)) {
                return ExitCode.FAILED.number();
            }
            long lists = sources.stream().mapToLong(LogSource::listRequests).sum();
            write(report(run, listing, lists), format, streams);
            return (complete ? ExitCode.COMPLETE : ExitCode.INCOMPLETE).number();
        }
    }

    private static void write(DryRunReport report, Format format, Streams streams) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8));
        if (format == Format.JSON) {
            report.writeJson(out);
        } else {
            report.writeText(out);
        }
    }

    private static DryRunReport report(RunOptions run, Listing listing, long lists) {
        long gets = listing.objects().stream().filter(LogObject::isRemote).count();
        int threads = run.settings().threads();
        double work = gets * SECONDS_A_GET + listing.bytes() / BYTES_A_SECOND;
        double waiting = gets * LATENCY / LogRun.CONNECTIONS;
        return new DryRunReport(
                new DryRunReport.Objects(
                        listing.objects().size(), listing.bytes(), HourCoverage.of(listing.objects(), run.listing())),
                new DryRunReport.Requests(lists, gets, S3Prices.of(lists, gets), S3Prices.basis()),
                new DryRunReport.Time(
                        Math.round(Math.ceil(START + Math.max(work / threads, waiting))), basis(threads, gets)),
                listing.failures().isEmpty());
    }

    private static String basis(int threads, long gets) {
        return String.format(
                Locale.ROOT,
                "%d threads, each %.0f MB of stored bytes per second%s, if the network is not the limit",
                threads,
                BYTES_A_SECOND / 1e6,
                gets == 0 ? "" : String.format(Locale.ROOT, ", %.1f ms per object", SECONDS_A_GET * 1e3));
    }
}
