package dev.pathrank.run;

import dev.pathrank.source.LogObject;
import dev.pathrank.source.unzip.Unzipper;
import dev.pathrank.state.Compatibility;
import dev.pathrank.state.StateException;
import dev.pathrank.tally.Tally;
import dev.pathrank.tally.TallyOptions;
import dev.pathrank.tally.file.CountedObject;
import dev.pathrank.tally.file.Span;
import dev.pathrank.tally.file.TallyFileReader;
import dev.pathrank.tally.file.TallyHeader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tally file among the sources, read except for the tally itself.
 *
 * @param object the file
 * @param header how it was counted
 * @param objects the objects whose rows it holds, in order
 */
public record TallySource(LogObject object, TallyHeader header, List<CountedObject> objects) {
    /** Ending of the names of tally files. */
    public static final String SUFFIX = ".tally";

    private static final Pattern NAME = Pattern.compile("(?is).*\\.tally(?:\\.gz|\\.zst)?");

    /** Returns whether a source is a tally file, by its name; it may be compressed. */
    static boolean isOne(String name) {
        return NAME.matcher(name).matches();
    }

    /** Returns whether a name is one under which a tally is saved. */
    public static boolean isSaved(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
    }

    /**
     * Reads everything before the tally.
     *
     * @throws StateException if it was counted with other options
     * @throws IOException if it cannot be read or is not a tally
     */
    static TallySource of(LogObject object, TallyHeader now) throws IOException {
        List<CountedObject> objects = new ArrayList<>();
        try (Unzipper unzipper = new Unzipper();
                InputStream in = new BufferedInputStream(unzipper.open(object.open()))) {
            TallyHeader header = TallyFileReader.objects(in, objects::add);
            Optional<StateException> problem = Compatibility.problem(object.name(), header, now);
            if (problem.isPresent()) {
                throw problem.get();
            }
            return new TallySource(object, header, objects);
        }
    }

    /** Reads the tally itself. */
    Tally read(TallyOptions options) throws IOException {
        try (Unzipper unzipper = new Unzipper();
                InputStream in = new BufferedInputStream(unzipper.open(object.open()))) {
            return TallyFileReader.tally(in, options, each -> {});
        }
    }

    Span span() {
        return header.span();
    }
}
