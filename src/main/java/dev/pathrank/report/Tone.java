package dev.pathrank.report;

/** What a row of a table means to its reader; a terminal shows it as a colour, every other format not at all. */
public enum Tone {
    /** An ordinary row. */
    PLAIN,
    /** A row that asks nothing of the reader, such as a static file. */
    FAINT,
    /** A row that somebody has to look at, such as an endpoint that needs another design. */
    ATTENTION
}
