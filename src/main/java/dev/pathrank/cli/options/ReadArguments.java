package dev.pathrank.cli.options;

import dev.pathrank.cli.config.Settings;
import dev.pathrank.cli.message.Notice;
import dev.pathrank.cli.message.Verbosity;
import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.run.RunOptions;
import dev.pathrank.run.RunSettings;
import dev.pathrank.run.Sources;
import dev.pathrank.run.StateOptions;
import dev.pathrank.source.s3.RetryPolicy;
import dev.pathrank.tally.TallySchema;
import dev.pathrank.tally.file.TallyHeader;
import dev.pathrank.tally.memory.Limits;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sources and options of every command that reads logs; a mixin. */
public final class ReadArguments {
    /** Description of the sources in the help of each command. */
    public static final String SOURCES =
            "SOURCE is s3://bucket/prefix, a file, a folder, or - for standard input. Repeatable.";

    /** Options that change where a report goes and how fast it is made, but none of its figures. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "--output",
            "--summary",
            "--rejects",
            "--rejects-raw",
            "--save",
            "--state",
            "--color",
            "--github-summary",
            "--engine",
            "--threads",
            "--max-inflight",
            "--tmp-dir",
            "--quiet",
            "--verbose",
            "--format");

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", arity = "0..*", hidden = true)
    private List<String> sources = new ArrayList<>();

    @ArgGroup(validate = false, exclusive = false, order = 1, heading = "%nINPUT%n")
    private InputArguments input = new InputArguments();

    @ArgGroup(validate = false, exclusive = false, order = 2, heading = "%nFILTER%n")
    private FilterArguments filter = new FilterArguments();

    @ArgGroup(validate = false, exclusive = false, order = 3, heading = "%nFOLDING%n")
    private FoldingArguments folding = new FoldingArguments();

    @ArgGroup(validate = false, exclusive = false, order = 6, heading = "%nRUN%n")
    private RunArguments run = new RunArguments();

    private RetryPolicy retries = RetryPolicy.DEFAULT;
    private Surroundings surroundings = new Surroundings(Instant.EPOCH, false, () -> 80, true, name -> null);
    private Settings configured = Settings.NONE;

    /** Sets the timeouts and retries of requests to S3. */
    public void retries(RetryPolicy policy) {
        retries = policy;
    }

    /** Sets what the command finds around it. */
    public void surroundings(Surroundings found) {
        surroundings = found;
    }

    /** Sets which of the options are not from the command line. */
    public void settings(Settings found) {
        configured = found;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** Returns the zone in which times are read and shown. */
    ZoneId zone() {
        return filter.zone();
    }

    List<String> sources() {
        return sources;
    }

    Verbosity verbosity() {
        return run.verbosity();
    }

    FoldingOptions folding(boolean mayMakeLock) {
        return folding.options(mayMakeLock);
    }

    DeclaredEndpoints declared(FoldingOptions folded) {
        return new DeclaredEndpoints(
                folded.routes(), filter.rows(filter.window(now())).choosesCalls());
    }

    /**
     * Returns the moment that relative times count back from: with a state the begin of the day, as it has whole days.
     */
    private Instant now() {
        return input.state() == null ? surroundings.now() : surroundings.now().truncatedTo(ChronoUnit.DAYS);
    }

    /** Returns whether a state is named. */
    boolean hasState() {
        return input.state() != null;
    }

    /**
     * Returns everything but what is reported.
     *
     * @param notices what the user should know about the options
     */
    ReadRequest request(FoldingOptions folded, Destinations destinations, List<Notice> notices) {
        boolean saves = destinations.save() != null;
        if (input.dedupe() && (input.state() != null || saves)) {
            throw new IllegalArgumentException(
                    "--dedupe selects among the logs of one run, so its result cannot be stored;"
                            + " leave out --state and --save, or keep a separate state for each log type");
        }
        OutputPlaces.require(destinations.byOption(), sources, input.state());
        TimeWindow window = filter.window(now());
        RunSettings settings = run.settings(input, filter, window, folded.rules(), saves);
        RunOptions options = new RunOptions(
                sources,
                input.s3().with(retries),
                filter.listing(window),
                run.engine(),
                settings,
                storage(folded, window, saves),
                List.copyOf(destinations.byOption().values()));
        return new ReadRequest(
                options,
                folded,
                destinations,
                new ReadRequest.Course(run.allowEmpty(), run.verbosity(), run.dryRun()),
                window,
                configured,
                new ReadRequest.Told(notices, given()));
    }

    /** Returns the options that decide the content of a report, as they were given. */
    private List<String> given() {
        List<String> given = new ArrayList<>();
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (!WITHOUT_EFFECT.contains(option.longestName())) {
                String values = String.join(" ", option.originalStringValues());
                given.add(option.longestName() + (option.arity().max() == 0 ? "" : " " + values));
            }
        }
        return given;
    }

    private StateOptions storage(FoldingOptions folded, TimeWindow window, boolean saves) {
        SortedMap<String, String> settings = new TreeMap<>(input.settings());
        settings.putAll(filter.settings());
        settings.putAll(folding.settings(folded));
        return new StateOptions(
                input.state(),
                input.state() != null,
                saves,
                new TallyHeader(TallySchema.of(Limits.DEFAULT), settings, filter.span(window)));
    }

    /**
     * Returns the request of a command that reads logs.
     *
     * @param request makes the request
     * @throws ParameterException if there is no source, or {@code request} throws an {@link IllegalArgumentException}
     */
    public <T> T checked(Supplier<T> request) {
        if (sources.isEmpty() && input.state() == null) {
            throw new MissingSourceException(spec.commandLine());
        }
        if (sources.contains("-") && input.state() != null) {
            throw wrong("standard input (-) has no name that --state could remember; give files or s3://bucket/prefix");
        }
        if (run.dryRun() && input.state() != null) {
            throw wrong("--dry-run lists the sources only and does not read a state; leave out --state");
        }
        return usage(() -> {
            if (input.state() != null) {
                Sources.requireStore(input.state());
            }
            return request.get();
        });
    }

    /**
     * Returns a value, where an invalid one is an error of usage.
     *
     * @param value makes the value
     * @throws ParameterException if {@code value} throws an {@link IllegalArgumentException}
     */
    public <T extends @Nullable Object> T usage(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
