package dev.pathrank.pattern.learn;

/** What becomes of paths that the user decided nothing about. */
public enum LearningMode {
    /** Their patterns are learned. */
    PATTERNS,
    /** They stay as they are; only what must not be shown is masked, and what memory does not keep apart is added up. */
    NOTHING,
    /** They are one sum for each method: only what the user pinned has patterns. */
    LOCKED
}
