package dev.pathrank.rank;

/** The kind of a row of the ranking (contract: "Kinds, order, score"). */
public enum EndpointKind {
    /** Answers requests, so it has to move. */
    ENDPOINT("endpoint"),
    /** A static file, which belongs in S3. */
    ASSET("asset"),
    /** Only errors or aborted calls: scanners and broken links. */
    NOISE("noise"),
    /** Declared by the user and never called. */
    UNUSED("unused"),
    /** Calls that none of the locked patterns matches. */
    UNMATCHED("unmatched");

    private final String word;

    EndpointKind(String word) {
        this.word = word;
    }

    /** Returns the word in the {@code kind} column and in {@code --only}. */
    public String word() {
        return word;
    }
}
