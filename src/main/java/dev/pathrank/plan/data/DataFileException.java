package dev.pathrank.plan.data;

/**
 * The failure of a file of quotas or prices that cannot be used; the message names the place and says what to write.
 */
public final class DataFileException extends IllegalArgumentException {
    DataFileException(String file, String what) {
        super(file + " " + what);
    }
}
