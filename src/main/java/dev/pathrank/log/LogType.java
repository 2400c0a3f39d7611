package dev.pathrank.log;

/** Which of CloudFront's three ways of logging a row came by, the one that tells most of a request first. */
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

    /** The word used in notices. */
    public String word() {
        return word;
    }
}
