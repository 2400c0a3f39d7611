package dev.pathrank.run;

import dev.pathrank.log.OriginFilter;
import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.s3.S3Options;
import dev.pathrank.tally.file.Span;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What one run reads, and how.
 *
 * @param sources the SOURCE words, see {@link Sources}
 * @param s3 how S3 is reached
 * @param listing which objects of the sources are opened
 * @param engine where objects are read
 * @param settings how objects are read and counted
 * @param storage which stored counts are used and written
 * @param outputs files that will be written, none of which may be among the objects
 */
public record RunOptions(
        List<String> sources,
        S3Options s3,
        ListingFilter listing,
        EngineProvider engine,
        RunSettings settings,
        StateOptions storage,
        List<Path> outputs) {
    /** @throws IllegalArgumentException if a source cannot be one; the message is ready to be printed */
    public RunOptions {
        sources = List.copyOf(sources);
        outputs = List.copyOf(outputs);
        Sources.requireValid(sources);
    }

    /** Returns the same for other sources. */
    public RunOptions reading(List<String> others) {
        return new RunOptions(others, s3, listing, engine, settings, storage, outputs);
    }

    /**
     * Returns the same for the rows of a window of time, and the objects that may hold some.
     *
     * @param from the first instant
     * @param to the first instant after it
     */
    public RunOptions within(Instant from, Instant to) {
        return new RunOptions(
                sources,
                s3,
                listing.within(from, to),
                engine,
                settings.within(from, to),
                storage.of(new Span(from.getEpochSecond(), to.getEpochSecond())),
                outputs);
    }

    /** Returns the same for the calls of one side of a move, of which tallies know nothing. */
    public RunOptions servedBy(OriginFilter side) {
        StateOptions apart = storage.with("--by-served", side.moved() ? "new" : "present");
        return new RunOptions(sources, s3, listing, engine, settings.servedBy(side), apart, outputs);
    }

    /** Returns the same for the sources alone, without what a state holds of them. */
    public RunOptions ofSources() {
        return new RunOptions(
                sources,
                s3,
                listing,
                engine,
                settings.retaining(Retention.NOTHING, Span.ALL),
                storage.unopened(),
                outputs);
    }

    /**
     * Returns the same for what the state holds of some days, without a source.
     *
     * @param days whole UTC days
     */
    public RunOptions ofState(Span days) {
        return new RunOptions(
                List.of(), s3, listing, engine, settings.retaining(Retention.DAYS, days), storage.of(days), outputs);
    }
}
