package dev.pathrank.report.deploy;

import java.util.List;

/**
 * What the user of a document should know.
 *
 * @param leftOut endpoints that move but that the document cannot express, each with the reason
 * @param warnings side effects and preconditions of applying the document
 */
public record DocumentNotes(List<String> leftOut, List<String> warnings) {
    public DocumentNotes {
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
    }

    /** Returns notes without warnings. */
    public static DocumentNotes leftOut(List<String> leftOut) {
        return new DocumentNotes(leftOut, List.of());
    }
}
