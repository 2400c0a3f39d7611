package dev.pathrank.run;

import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.s3.S3Options;
import dev.pathrank.tally.HostRows;
import dev.pathrank.tally.LogHours;
import dev.pathrank.tally.SharedTraffic;
import dev.pathrank.tally.query.QueryKeyProposal;
import java.util.List;
import java.util.Map;

/** Fact about a run that the reader of its report should know. Values only: the command line puts them into words. */
public sealed interface RunNotice {
    /**
     * A source without a log object.
     *
     * @param name the source
     * @param filter how it was listed
     * @param s3 how S3 is reached
     * @param nothing whether no other source has an object either
     */
    record EmptySource(String name, ListingFilter filter, S3Options s3, boolean nothing) implements RunNotice {}

    /**
     * Logs of more than one host, where the user did not choose any.
     *
     * @param largest the hosts with most calls, in descending order
     * @param more whether there are others
     */
    record SeveralHosts(List<HostRows> largest, boolean more) implements RunNotice {}

    /**
     * Logs of more than one distribution, where the user did not choose any.
     *
     * @param calls counted rows by distribution
     */
    record SeveralDistributions(Map<String, Long> calls) implements RunNotice {}

    /**
     * Objects that several sources hold; each was read once.
     *
     * @param objects how often an object was found again
     */
    record RepeatedObjects(long objects) implements RunNotice {}

    /**
     * Days between the first and the last row that have no row.
     *
     * @param missing the days, in order
     * @param of all days from the first to the last row
     */
    record DaysWithoutLog(List<LogHours.Days> missing, long of) implements RunNotice {}

    /**
     * Lines of other logs between the request logs of one object.
     *
     * @param lines number of such lines
     */
    record PassedOver(long lines) implements RunNotice {}

    /**
     * Objects that were not read, for the same cause.
     *
     * @param first the first of them by name
     * @param objects number of objects
     */
    record SkippedObjects(ObjectResult.Skipped first, long objects) implements RunNotice {}

    /**
     * Objects that name no columns and fit a known layout.
     *
     * @param layout name of the layout
     * @param objects number of objects
     */
    record RecognisedLayout(String layout, long objects) implements RunNotice {}

    /**
     * A stated delimiter that no object needed.
     *
     * @param delimiter the text between two cells
     */
    record UnusedDelimiter(String delimiter) implements RunNotice {}

    /**
     * Requests that two types of log both hold.
     *
     * @param shared the two types, and how much they share
     */
    record CountedTwice(SharedTraffic shared) implements RunNotice {}

    /**
     * A key of the query that splits the calls of a path, as a sample of the run's rows shows.
     *
     * @param found the path, the key, and how many values it has
     */
    record QueryKeyFound(QueryKeyProposal found) implements RunNotice {}

    /**
     * Rows that {@code --dedupe} dropped.
     *
     * @param rows number of rows
     */
    record DuplicatesDropped(long rows) implements RunNotice {}
}
