package dev.pathrank.plan;

/** How CloudFront sends a call to its new origin. */
public enum SwitchChoice {
    /** A CloudFront Function chooses the origin by method and path. */
    FUNCTION("function"),
    /** Cache behaviours choose it by path alone, so all methods of a path move together. */
    BEHAVIOURS("behaviours");

    private final String word;

    SwitchChoice(String word) {
        this.word = word;
    }

    /** Returns the word of {@code --switch}. */
    public String word() {
        return word;
    }
}
