package dev.pathrank.log;

/** The types of CloudFront logs, the most detailed first. */
public enum LogType {
    /** Standard logging v2, in whichever output format. */
    V2("v2"),
    /** Standard logging (legacy): objects that begin with {@code #Version}. */
    LEGACY("legacy"),
    /** Real-time logs, which may be sampled. */
    REAL_TIME("real-time");

    private final String word;

    LogType(String word) {
        this.word = word;
    }

    /** Returns the word for messages. */
    public String word() {
        return word;
    }
}
