package dev.pathrank.report.deploy;

import java.util.List;

/**
 * What the user of a document should know.
 *
 * @param leftOut what moves and the document cannot express, each with the reason
 * @param warnings what it does besides, or needs
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
