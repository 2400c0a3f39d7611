package dev.pathrank.rank;

/** Named weights of the score (docs/score.md: a proposal, fitted to nothing). */
public enum Preset {
    BALANCED("balanced", new Weights(0.30, 0.20, 0.25, 0.25)),
    /** Easy and harmless endpoints first. */
    CAREFUL("careful", new Weights(0.10, 0.15, 0.35, 0.40)),
    /** The most called endpoints first, so that the monolith shrinks soon. */
    TRAFFIC_FIRST("traffic-first", new Weights(0.60, 0.15, 0.15, 0.10));

    private final String word;
    private final Weights weights;

    Preset(String word, Weights weights) {
        this.word = word;
        this.weights = weights;
    }

    /** Returns the word of {@code --preset}. */
    public String word() {
        return word;
    }

    /** Returns the weights, which add up to 1. */
    public Weights weights() {
        return weights;
    }
}
