package dev.pathrank.report;

import java.io.IOException;
import java.io.Writer;

/** A format that can write any table. */
interface TableFormat {
    /** Writes all of it and flushes; leaves {@code out} open. */
    <T> void write(Table<T> table, Writer out) throws IOException;
}
