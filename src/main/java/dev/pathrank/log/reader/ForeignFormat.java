package dev.pathrank.log.reader;

import dev.pathrank.log.FormatSniffer;
import dev.pathrank.log.ReadOutcome;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files that often lie among CloudFront's logs and are something else, with advice on each. */
enum ForeignFormat {
    APPLICATION_LOAD_BALANCER(
            "an Application Load Balancer access log",
            "(?:https?|h2|wss?|grpcs?) \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z \\S+ "),
    NETWORK_LOAD_BALANCER("a Network Load Balancer access log", "tls \\d\\.\\d \\d{4}-\\d\\d-\\d\\dT"),
    LOAD_BALANCER_CONNECTIONS(
            "an Application Load Balancer connection log",
            "\\d{4}-\\d\\d-\\d\\dT[\\d:]+\\.\\d{6}Z [\\da-fA-F.:]+ \\d+ \\d+ "),
    CLASSIC_LOAD_BALANCER(
            "a Classic Load Balancer access log", "\\d{4}-\\d\\d-\\d\\dT[\\d:]+\\.\\d{6}Z \\S+ \\S+:\\d+ "),
    S3_ACCESS(
            "an S3 server access log",
            "\\S+ [a-z0-9.-]+ \\[\\d\\d/[A-Z][a-z]{2}/\\d{4}:[\\d:]{8} [+-]\\d{4}\\] \\S+ \\S+ [0-9A-Z]+ "
                    + "[A-Z0-9]+\\.[A-Z]"),
    WEB_SERVER_ACCESS(
            "an access log of nginx or Apache",
            "(?:\\S+ )?\\S+ \\S+ [^\\n\\[]*\\[\\d\\d?/[A-Z][a-z]{2}/\\d{4}:[\\d:]{8} [+-]\\d{4}\\] \""),
    WEB_SERVER_ERROR(
            "an error log of nginx or Apache",
            "\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d \\[[a-z]+\\] \\d+#|\\[[A-Z][a-z]{2} [A-Z][a-z]{2} "
                    + "+\\d+ [\\d:.]+ \\d{4}\\] \\["),
    VPC_FLOW(
            "a VPC flow log",
            "\\d+ (?:\\d{12}|unknown) (?:eni-[0-9a-f]+|unknown) "
                    + "|(?=[^\\n]*\\bsrcaddr\\b)(?=[^\\n]*\\bdstaddr\\b)[a-z]"),
    ROUTE_53("a Route 53 query log", "\\d\\.\\d \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z Z[A-Z0-9]+ "),
    IIS("a log of Microsoft IIS", "#Software: Microsoft Internet Information Services|#Software: Microsoft HTTP"),
    OTHER_W3C("a log of another web server (it names one in #Software:)", "#Software:"),
    SYSLOG("a syslog", "(?:<\\d{1,3}>)?[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\S+ [^\\s:]+: "),
    CLOUD_TRAIL(
            "a CloudTrail log",
            "\\s*\\{\\s*\"Records\"\\s*:\\s*\\[\\s*\\{|\\s*\\{\\s*\"eventVersion\"|"
                    + "\\s*\\{\\s*\"awsAccountId\"\\s*:\\s*\"\\d+\"\\s*,\\s*\"digestStartTime\""),
    CLOUDWATCH_EXPORT(
            "an export of CloudWatch Logs",
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z ",
            "each line begins with a time of its own; remove it (zcat FILE | cut -d ' ' -f 2-), or let CloudFront"
                    + " deliver the logs to S3"),
    CLOUDWATCH_SUBSCRIPTION(
            "records of a CloudWatch Logs subscription",
            "\\s*\\{\\s*\"messageType\"\\s*:\\s*\"(?:DATA|CONTROL)_MESSAGE\"|\\s*\\{(?s:.{0,400})\"logEvents\"\\s*:",
            "the log rows lie in logEvents[].message; take them out (zcat FILE | jq -r '.logEvents[].message'), or let"
                    + " CloudFront deliver the logs to S3"),
    CLOUDWATCH_EVENTS(
            "an answer of \"aws logs\"",
            "\\s*\\{\\s*\"events\"\\s*:\\s*\\[",
            "the log rows lie in events[].message; take them out (jq -r '.events[].message' FILE)"),
    FIREHOSE_ERRORS(
            "error output of Firehose",
            "\\s*\\{(?s:.{0,400})\"(?:attemptsMade|rawData|lambdaArn)\"\\s*:",
            "it holds records that could not be delivered, in base64 (rawData); leave it out, or decode them"
                    + " (zcat FILE | jq -r .rawData | base64 -d)"),
    WAF("an AWS WAF log", "\\s*\\{(?s:.{0,400})\"webaclId\"\\s*:"),
    MARKUP("an HTML or XML document", "\\s*<(?:!|\\?xml|[A-Za-z]+[\\s>])"),
    PNG("a PNG picture", "\\x89PNG"),
    JPEG("a JPEG picture", "\\xFF\\xD8\\xFF"),
    GIF("a GIF picture", "GIF8[79]a"),
    WEBP("a WebP picture", "RIFF(?s:.{4})WEBP"),
    BMP("a BMP picture", "BM(?s:.{4})\\x00\\x00\\x00\\x00"),
    ICON("an icon", "\\x00\\x00\\x01\\x00"),
    VIDEO("a video", "(?s:.{4})ftyp|\\x1A\\x45\\xDF\\xA3"),
    PDF("a PDF document", "%PDF-"),
    TAR("a tar archive", "(?s:.{257})ustar", "unpack it (tar -xf FILE)"),
    ZIP("a zip archive", "PK(?:\\x03\\x04|\\x05\\x06|\\x07\\x08)", "unpack it (unzip FILE)"),
    BZIP2("a file compressed by bzip2", "BZh[1-9]", "unpack it (bunzip2 FILE)"),
    XZ("a file compressed by xz", "\\xFD7zXZ", "unpack it (unxz FILE)"),
    SEVEN_ZIP("a 7-Zip archive", "7z\\xBC\\xAF", "unpack it (7z x FILE)"),
    RAR("a RAR archive", "Rar!", "unpack it (unrar x FILE)"),
    LZ4("a file compressed by LZ4", "\\x04\\x22\\x4D\\x18", "unpack it (unlz4 FILE)"),
    SNAPPY("a file compressed by Snappy", "\\xFF\\x06\\x00\\x00sNaPpY", "let Firehose compress by gzip, or not at all"),
    ORC("an ORC file", "ORC", "let the logs be written as Parquet, JSON or text"),
    AVRO("an Avro file", "Obj\\x01", "let the logs be written as Parquet, JSON or text"),
    SQLITE("an SQLite database", "SQLite format 3"),
    STATE("the manifest of a state", "pathrank state\\n", "name its folder with --state, not as a SOURCE"),
    PROGRAM("a program", "\\x7FELF|MZ\\x90|\\xCA\\xFE\\xBA\\xBE");

    private static final String LEAVE_OUT = "leave it out, or give the folder or prefix that holds the CloudFront logs";

    private final String what;
    private final Pattern begin;
    private final String advice;

    ForeignFormat(String what, String begin) {
        this(what, begin, LEAVE_OUT);
    }

    ForeignFormat(String what, String begin, String advice) {
        this.what = what;
        this.begin = Pattern.compile(begin);
        this.advice = advice;
    }

    /** Returns what an object is, if it is certainly not a CloudFront log; empty if it may be one. */
    static Optional<ReadOutcome> of(FormatSniffer head) {
        if (head.startsWith('#', 'V') || head.startsWith('#', 'F')) {
            return Optional.empty(); // #Version: or #Fields:, which nearly every object begins with
        }
        String text = head.text();
        for (ForeignFormat format : values()) {
            if (format.begin.matcher(text).lookingAt()) {
                return Optional.of(new ReadOutcome.NotALog(format.why()));
            }
        }
        return Optional.empty();
    }

    /** Returns what such a file is, with an article, for messages. */
    String what() {
        return what;
    }

    private String why() {
        return what + ", not a CloudFront log; " + advice;
    }
}
