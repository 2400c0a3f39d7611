package dev.pathrank.cli.command;

import dev.pathrank.cli.message.ExitCode;
import dev.pathrank.cli.message.Messages;
import dev.pathrank.cli.message.Notice;
import dev.pathrank.cli.options.ReadRequest;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.report.DryRunReport;
import dev.pathrank.report.Format;
import dev.pathrank.run.Listing;
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

/** {@code --dry-run}: lists, and says what the run would take. It opens no object and writes no file, whatever else is asked. */
final class DryRun {
    /** Stored bytes that one thread unzips, parses and counts in a second; see docs/design.md, "S3". */
    private static final double BYTES_A_SECOND = 20e6;

    /** Processor seconds for the requests of one object in S3; see docs/design.md, "S3". */
    private static final double SECONDS_A_GET = 0.0006;

    /** What a GET mostly waits, at the distance of a region; so many of them wait at once as there are connections. */
    private static final double LATENCY = 0.04;

    private static final double START = 0.5;

    private final ReadRequest request;
    private final Format format;
    private final List<LogSource> sources;
    private final Streams streams;
    private final Messages messages;

    DryRun(ReadRequest request, Format format, List<LogSource> sources, Streams streams) {
        this.request = request;
        this.format = format;
        this.sources = sources;
        this.streams = streams;
        this.messages = new Messages(streams.err(), request.verbosity());
    }

    ExitCode run() throws IOException {
        Listing listing = Listing.of(sources, request.listing());
        listing.failures().forEach(messages::error);
        boolean nothing = listing.objects().isEmpty();
        for (String empty : listing.emptySources()) {
            String text = new Notice.EmptySource(empty, request.listing()).text();
            if (nothing) {
                messages.error(text);
            } else {
                messages.notice(text);
            }
        }
        boolean complete = listing.failures().isEmpty();
        if (nothing || (request.run().failFast() && !complete)) {
            return ExitCode.FAILED;
        }
        DryRunReport report = report(listing, complete);
        Writer out = new BufferedWriter(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8));
        if (format == Format.JSON) {
            report.writeJson(out);
        } else {
            report.writeText(out);
        }
        return complete ? ExitCode.COMPLETE : ExitCode.INCOMPLETE;
    }

    private DryRunReport report(Listing listing, boolean complete) {
        long lists = sources.stream().mapToLong(LogSource::listRequests).sum();
        long gets = listing.objects().stream().filter(LogObject::isRemote).count();
        int threads = request.run().threads();
        double work = gets * SECONDS_A_GET + listing.bytes() / BYTES_A_SECOND;
        double waiting = gets * LATENCY / ReadJob.CONNECTIONS;
        return new DryRunReport(
                new DryRunReport.Objects(
                        listing.objects().size(),
                        listing.bytes(),
                        HourCoverage.of(listing.objects(), request.listing())),
                new DryRunReport.Requests(lists, gets, S3Prices.of(lists, gets), S3Prices.basis()),
                new DryRunReport.Time(
                        Math.round(Math.ceil(START + Math.max(work / threads, waiting))),
                        String.format(
                                Locale.ROOT,
                                "%d threads at %.0f MB stored a second each%s, where the network is no limit",
                                threads,
                                BYTES_A_SECOND / 1e6,
                                gets == 0
                                        ? ""
                                        : String.format(Locale.ROOT, ", %.1f ms an object", SECONDS_A_GET * 1e3))),
                complete);
    }
}
