package dev.pathrank.pattern.learn;

/** What happens to paths that match nothing the user stated. */
public enum LearningMode {
    /** Their patterns are learned. */
    PATTERNS,
    /** They stay literal; only what must not be shown is masked, and names that were not kept are added up. */
    NOTHING,
    /** They are one sum for each method; only what the user stated has patterns. */
    LOCKED
}
