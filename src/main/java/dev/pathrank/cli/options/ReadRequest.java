package dev.pathrank.cli.options;

import dev.pathrank.cli.message.Notice;
import dev.pathrank.cli.message.Verbosity;
import dev.pathrank.run.RunOptions;
import java.util.List;

/**
 * Checked options that every command has that reads logs.
 *
 * @param run what is read, and how
 * @param folding how paths become endpoints
 * @param destinations where results go
 * @param allowEmpty whether a report without a row is written
 * @param verbosity how much is printed on the way
 * @param dryRun whether sources are only listed
 * @param window the time within which rows count, and the zone in which times are shown
 * @param notices what the user should know about the options
 */
public record ReadRequest(
        RunOptions run,
        FoldingOptions folding,
        Destinations destinations,
        boolean allowEmpty,
        Verbosity verbosity,
        boolean dryRun,
        TimeWindow window,
        List<Notice> notices) {
    public ReadRequest {
        notices = List.copyOf(notices);
    }
}
