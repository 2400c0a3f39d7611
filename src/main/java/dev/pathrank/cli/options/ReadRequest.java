package dev.pathrank.cli.options;

import dev.pathrank.cli.config.Settings;
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
 * @param course what is written and printed on the way
 * @param window the time within which rows count, and the zone in which times are shown
 * @param settings which of the options are not from the command line
 * @param told what the user should know about the options, and which were given
 */
public record ReadRequest(
        RunOptions run,
        FoldingOptions folding,
        Destinations destinations,
        Course course,
        TimeWindow window,
        Settings settings,
        Told told) {
    /**
     * What is told about the options.
     *
     * @param notices what the user should know about them
     * @param given those that decide the content of a report, as they were given
     */
    public record Told(List<Notice> notices, List<String> given) {
        public Told {
            notices = List.copyOf(notices);
            given = List.copyOf(given);
        }
    }

    /** Returns what the user should know about the options. */
    public List<Notice> notices() {
        return told.notices();
    }

    /** Returns the options that decide the content of a report, as they were given. */
    public List<String> given() {
        return told.given();
    }

    /**
     * What is written and printed on the way.
     *
     * @param allowEmpty whether a report without a row is written
     * @param verbosity how much is printed
     * @param dryRun whether sources are only listed
     */
    public record Course(boolean allowEmpty, Verbosity verbosity, boolean dryRun) {}

    /** Returns whether a report without a row is written. */
    public boolean allowEmpty() {
        return course.allowEmpty();
    }

    /** Returns how much is printed on the way. */
    public Verbosity verbosity() {
        return course.verbosity();
    }

    /** Returns whether sources are only listed. */
    public boolean dryRun() {
        return course.dryRun();
    }
}
