package dev.pathrank.run;

import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.s3.S3Options;
import java.nio.file.Path;
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
}
