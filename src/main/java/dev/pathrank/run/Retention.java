package dev.pathrank.run;

/** What a run remembers beside its sum, for those who store it. */
public enum Retention {
    /** Nothing more than a report needs. */
    NOTHING,
    /** Which objects were counted, and what of each. */
    OBJECTS,
    /** That too, and the rows of each UTC day apart; those of damaged objects are kept out of the days. */
    DAYS
}
