package dev.pathrank.tally;

/** Caps on the memory of a tally. */
public record Limits() {
    public static final Limits DEFAULT = new Limits();
}
