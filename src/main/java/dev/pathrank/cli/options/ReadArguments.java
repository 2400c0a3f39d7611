package dev.pathrank.cli.options;

import dev.pathrank.cli.command.ReadJob;
import dev.pathrank.cli.message.Verbosity;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.log.FilterOptions;
import dev.pathrank.log.RowFilter;
import dev.pathrank.report.Format;
import dev.pathrank.run.Engine;
import dev.pathrank.run.Retention;
import dev.pathrank.run.RunSettings;
import dev.pathrank.run.Sources;
import dev.pathrank.run.StateOptions;
import dev.pathrank.source.LogSource;
import dev.pathrank.source.s3.RetryPolicy;
import dev.pathrank.tally.Limits;
import dev.pathrank.tally.TallyOptions;
import dev.pathrank.tally.TallySchema;
import dev.pathrank.tally.file.TallyHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The arguments of every command that reads logs; a mixin. */
public final class ReadArguments {
    /** What the commands that read logs say of their arguments. */
    public static final String SOURCES =
            "SOURCE is s3://bucket/prefix, a file, a folder, or - for standard input; any number of them.";

    @Spec(Spec.Target.MIXEE)
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

    /** How a command turns its request and its sources into a job. */
    public interface Jobs {
        ReadJob of(List<LogSource> sources);
    }

    /** Sets the timeouts and retries of requests to S3. */
    public void retries(RetryPolicy policy) {
        retries = policy;
    }

    public List<String> sources() {
        return sources;
    }

    public FoldingArguments folding() {
        return folding;
    }

    public Verbosity verbosity() {
        return run.verbosity();
    }

    /** Whether filters other than those of time leave rows out. */
    boolean choosesCalls() {
        return filter.rows().choosesCalls();
    }

    /** Everything but the report, checked. */
    public ReadRequest request(FoldingOptions folded, Destinations destinations) {
        if (input.dedupe() && (input.state().isPresent() || destinations.save().isPresent())) {
            throw new IllegalArgumentException("--dedupe chooses among the logs of one run, so it cannot be stored;"
                    + " leave out --state and --save, or keep the kinds of log in states of their own");
        }
        FilterOptions rows = filter.rows();
        TallyOptions tally = new TallyOptions(folded.rules(), Limits.DEFAULT, run.tmpDir(), input.dedupe());
        return new ReadRequest(
                filter.listing(),
                !rows.hosts().isEmpty(),
                keeping(
                        new RunSettings(
                                input.log(),
                                new RowFilter(rows),
                                tally,
                                run.threads(),
                                run.maxInflight(),
                                run.failFast()),
                        destinations),
                storing(folded, tally.limits(), destinations),
                folded,
                destinations,
                run.verbosity());
    }

    /** With a state every row goes to its day, whatever days are reported. */
    private RunSettings keeping(RunSettings settings, Destinations destinations) {
        if (input.state().isPresent()) {
            return settings.keeping(Retention.DAYS, new RowFilter(filter.rowsOfAnyTime()), filter.span());
        }
        return destinations.save().isPresent()
                ? settings.keeping(Retention.OBJECTS, settings.filter(), filter.span())
                : settings;
    }

    private StateOptions storing(FoldingOptions folded, Limits limits, Destinations destinations) {
        SortedMap<String, String> settings = new TreeMap<>(input.settings());
        settings.putAll(filter.settings());
        settings.putAll(folding.settings(folded));
        return new StateOptions(
                input.state(),
                destinations.save().isPresent(),
                new TallyHeader(TallySchema.fingerprint(limits), settings, filter.span()));
    }

    /**
     * Opens the sources and does the job.
     *
     * @param format of the report, which a dry run follows
     */
    public int run(Jobs jobs, Format format, Streams streams) throws IOException, InterruptedException {
        if (sources.isEmpty() && input.state().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "missing required parameter: 'SOURCE'");
        }
        if (sources.contains("-") && input.state().isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "standard input (-) has no name by which --state would know it again; name files or s3://bucket/prefix");
        }
        if (run.dryRun() && input.state().isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--dry-run looks at the sources alone, not at what a state has of them; leave out --state");
        }
        try (Sources places = checked(() -> new Sources(input.s3().with(retries), ReadJob.CONNECTIONS, streams.in()))) {
            ReadJob job = checked(() -> jobs.of(sources.stream().map(places::of).toList()));
            if (run.dryRun()) {
                return job.dryRun(format).number();
            }
            try (Engine engine = checked(run::engine).open(input.s3().with(retries))) {
                return job.run(places::store, engine).number();
            }
        }
    }

    /** What is not valid here is a fault of the command line, and is said as such. */
    public <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
