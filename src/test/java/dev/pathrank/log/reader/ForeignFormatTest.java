package dev.pathrank.log.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.log.LogOptions;
import dev.pathrank.log.ReadOutcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that lie among logs are named for what they are: each kind by a sample such as its service's manual shows. */
class ForeignFormatTest {
    private static Arguments of(String what, String... lines) {
        return Arguments.of(what, String.join("\n", lines) + "\n");
    }

    static Stream<Arguments> samples() {
        return Stream.of(
                of(
                        "an Application Load Balancer access log",
                        "http 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817"
                                + " 10.0.0.1:80 0.000 0.001 0.000 200 200 34 366 \"GET http://www.example.com:80/"
                                + " HTTP/1.1\" \"curl/7.46.0\" - - arn:aws:elasticloadbalancing:x "
                                + "\"Root=1\" \"-\" \"-\""),
                of(
                        "an Application Load Balancer access log",
                        "h2 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 10.0.1.252:48160"
                                + " 10.0.0.66:9000 0.000 0.002 0.000 200 200 5 257 \"GET https://10.0.2.105:773/"),
                of(
                        "a Network Load Balancer access log",
                        "tls 2.0 2018-12-20T02:59:40 net/my-network-loadbalancer/c6e77e28c25b2234 g3d4b5e8bb8464cd"
                                + " 72.21.218.154:51341 172.100.100.185:443 5 2 98 246 - arn:aws:acm:us-east-2"),
                of(
                        "an Application Load Balancer connection log",
                        "2023-10-04T17:05:15.514108Z 203.0.113.1 36280 443 TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 4.036"),
                of(
                        "a Classic Load Balancer access log",
                        "2015-05-13T23:39:43.945958Z my-loadbalancer 192.168.131.39:2817 10.0.0.1:80 0.000073 0.001048"
                                + " 0.000057 200 200 0 29 \"GET http://www.example.com:80/ HTTP/1.1\" \"curl/7.38.0\""),
                of(
                        "an S3 server access log",
                        "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be my-files"
                                + " [06/Feb/2019:00:00:38 +0000] 192.0.2.3 - 3E57427F3EXAMPLE REST.GET.VERSIONING -"
                                + " \"GET /my-files?versioning HTTP/1.1\" 200 - 113 - 7 - \"-\" \"S3Console/0.4\" -"),
                of(
                        "an access log of nginx or Apache",
                        "127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] \"GET /apache_pb.gif HTTP/1.0\" 200 2326"),
                of(
                        "an access log of nginx or Apache",
                        "203.0.113.7 - - [29/Oct/2025:00:00:01 +0000] \"GET /api HTTP/1.1\" 200 31 \"-\" \"curl/8\""),
                of(
                        "an access log of nginx or Apache",
                        "www.example.com:443 203.0.113.7 - - [29/Oct/2025:00:00:01 +0000] \"GET / HTTP/2.0\" 200 31"),
                of(
                        "an error log of nginx or Apache",
                        "2025/10/29 00:00:01 [error] 1234#1234: *5 open() \"/srv/x\" failed (2: No such file)"),
                of(
                        "an error log of nginx or Apache",
                        "[Fri Sep 09 10:42:29.902022 2011] [core:error] [pid 35708] [client 72.15.99.187] not found"),
                of(
                        "a VPC flow log",
                        "2 123456789010 eni-1235b8ca123456789 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010"
                                + " 1418530070 ACCEPT OK"),
                of(
                        "a VPC flow log",
                        "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start",
                        "2 123456789010 eni-1235b8ca123456789 172.31.16.139 172.31.16.21 20641 22 6 20 4249 14185300"),
                of(
                        "a Route 53 query log",
                        "1.0 2017-12-13T08:16:02.130Z Z123412341234 example.com A NOERROR UDP FRA6 192.168.1.1 -"),
                of(
                        "a log of Microsoft IIS",
                        "#Software: Microsoft Internet Information Services 10.0",
                        "#Version: 1.0",
                        "#Fields: date time s-ip cs-method cs-uri-stem sc-status",
                        "2025-10-29 00:00:01 10.0.0.4 GET /api/orders/17 200"),
                of("a log of another web server (it names one in #Software:)", "#Software: Oracle WebLogic", "#x"),
                of("a syslog", "<34>Oct 11 22:14:15 mymachine su: 'su root' failed for lonvick on /dev/pts/8"),
                of("a syslog", "Oct  1 22:14:15 mymachine sshd[4123]: Accepted publickey for root"),
                of("a CloudTrail log", "{\"Records\":[{\"eventVersion\":\"1.08\",\"userIdentity\":{}}]}"),
                of(
                        "a CloudTrail log",
                        "{\"awsAccountId\":\"111122223333\",\"digestStartTime\":\"2015-08-17T14:01:31Z\"}"),
                of("an export of CloudWatch Logs", "2025-10-29T00:00:00.000Z GET /v1/orders/1000 200"),
                of(
                        "records of a CloudWatch Logs subscription",
                        "{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"111122223333\",\"logGroup\":\"cdn\","
                                + "\"logEvents\":[{\"id\":\"1\",\"timestamp\":1440442987000,\"message\":\"x\"}]}"),
                of("an answer of \"aws logs\"", "{ \"events\": [ { \"message\": \"x\" } ] }"),
                of(
                        "error output of Firehose",
                        "{\"attemptsMade\":4,\"arrivalTimestamp\":1594240000,\"errorCode\":\"Lambda."
                                + "InvokeAccessDenied\","
                                + "\"rawData\":\"eyJ4IjoxfQ==\"}"),
                of(
                        "an AWS WAF log",
                        "{\"timestamp\":1576280412771,\"formatVersion\":1,\"webaclId\":\"arn:aws:wafv2:x\","
                                + "\"action\":\"ALLOW\"}"),
                of("an HTML or XML document", "<!DOCTYPE html><html><head></head></html>"),
                of("an HTML or XML document", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>"),
                of("a PNG picture", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR"),
                of("a JPEG picture", "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF"),
                of("a GIF picture", "GIF89a\1\0\1\0"),
                of("a WebP picture", "RIFF$\0\0\0WEBPVP8 "),
                of("a BMP picture", "BM6\0\1\0\0\0\0\0" + "6\0\0\0"),
                of("an icon", "\0\0\1\0\1\0\u0010\u0010"),
                of("a video", "\0\0\0\u0018ftypmp42"),
                of("a PDF document", "%PDF-1.7\n%\u00e2\u00e3"),
                of("a tar archive", "logs/a.gz" + "\0".repeat(248) + "ustar\00000"),
                of("a zip archive", "PK\u0003\u0004\u0014\0\0\0"),
                of("a file compressed by bzip2", "BZh91AY&SY"),
                of("a file compressed by xz", "\u00fd7zXZ\0\0\4"),
                of("a 7-Zip archive", "7z\u00bc\u00af'\u001c\0\4"),
                of("a RAR archive", "Rar!\u001a\u0007\1\0"),
                of("a file compressed by LZ4", "\4\"M\30d@"),
                of("a file compressed by Snappy", "\u00ff\u0006\0\0sNaPpY\0"),
                of("an ORC file", "ORC\n\u0010\0"),
                of("an Avro file", "Obj\1\4\u0014avro.codec"),
                of("an SQLite database", "SQLite format 3\0"),
                of("the manifest of a state", "pathrank state\n\0\0\0\1"),
                of("a program", "\u007fELF\2\1\1\0"));
    }

    private static ReadOutcome read(String text) throws IOException {
        byte[] stored = text.getBytes(StandardCharsets.ISO_8859_1);
        return new LogReader(LogOptions.DEFAULT).read(new ByteArrayInputStream(stored), new ReadRows());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("samples")
    void isNamedAndGetsAdviceThatFits(String what, String text) throws IOException {
        String why = assertInstanceOf(ReadOutcome.NotALog.class, read(text)).why();
        assertTrue(why.startsWith(what + ", not a CloudFront log; "), why);
    }

    @Test
    void everyKindHasASample() {
        Set<String> sampled = samples().map(each -> (String) each.get()[0]).collect(Collectors.toSet());
        Set<String> known =
                Arrays.stream(ForeignFormat.values()).map(ForeignFormat::what).collect(Collectors.toSet());
        assertEquals(known, sampled);
    }
}
