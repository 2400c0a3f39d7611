package dev.pathrank.run;

/** What a run retains in addition to its sum, so that it can be stored. */
public enum Retention {
    /** Nothing more than a report needs. */
    NOTHING,
    /** The objects that were counted, with their numbers of rows. */
    OBJECTS,
    /** The same, and the rows of each UTC day apart; rows of damaged objects are kept out of the days. */
    DAYS
}
