package dev.pathrank.plan.load;

/** Why a call would fail once its endpoint has moved. */
public enum RefusalCause {
    /** No environment is left: as many are busy as Lambda runs at once. */
    CONCURRENCY("concurrency"),
    /** No network interface is left for a further environment. */
    INTERFACES("concurrency"),
    /** No address is left in the subnets for a further interface. */
    ADDRESSES("concurrency"),
    /** The database accepts no further connection. */
    CONNECTIONS("concurrency"),
    /** One function cannot gain environments fast enough. */
    SCALE_UP("scale-up"),
    /** API Gateway has no token left. */
    RATE("rate"),
    TIME_OUT("time-out"),
    REQUEST_SIZE("request size"),
    ANSWER_SIZE("answer size"),
    HEADERS("headers");

    private final String word;

    RefusalCause(String word) {
        this.word = word;
    }

    /** Returns its word in the report; causes that end in too few environments have one word. */
    public String word() {
        return word;
    }

    /** Returns whether it limits how many environments can be busy at once. */
    public boolean isCapacity() {
        return word.equals(CONCURRENCY.word);
    }
}
