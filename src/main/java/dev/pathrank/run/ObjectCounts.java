package dev.pathrank.run;

/**
 * Numbers of log objects by what became of them.
 *
 * @param read objects whose rows count
 * @param skipped objects that are no request logs, or were counted before
 * @param failed objects that could not be read completely
 */
public record ObjectCounts(long read, long skipped, long failed) {
    /** Returns the number of all objects. */
    public long listed() {
        return read + skipped + failed;
    }
}
