package dev.pathrank;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The run that the launcher makes the start-up cache of S3 from: a report on the logs of a folder as if they were in
 * S3, which is this process itself. It answers on the loopback address as long as the run takes.
 */
final class S3Training {
    private static final String BUCKET = "logs";
    private static final String TAG = "\"0\"";
    private static final String LIST = "<ListBucketResult><IsTruncated>false</IsTruncated>";
    private static final String OBJECT = "<Contents><Key>%s</Key><LastModified>2020-01-01T00:00:00Z</LastModified>"
            + "<ETag>" + TAG + "</ETag><Size>%d</Size></Contents>";

    private S3Training() {}

    /**
     * Makes the report and ends the process. Nothing depends on the exit code: the cache of a run that failed has less
     * in it.
     *
     * @param args the folder of the logs, and the file that the report is written to
     */
    public static void main(String[] args) throws IOException {
        System.exit(report(Path.of(args[0]), args[1]));
    }

    /** Makes the report and returns the exit code. */
    static int report(Path logs, String file) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/" + BUCKET, request -> answer(logs, request));
        server.start();
        try {
            System.setProperty("aws.accessKeyId", "training");
            System.setProperty("aws.secretAccessKey", "training");
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            String[] words = {
                "report",
                "s3://" + BUCKET + "/",
                "--endpoint-url",
                address,
                "--path-style",
                "--region",
                "us-east-1",
                "--quiet",
                "--output",
                file
            };
            return Main.run(words, InputStream.nullInputStream(), OutputStream.nullOutputStream(), System.err);
        } finally {
            server.stop(0);
        }
    }

    /** Answers a request for the list of all objects, or for one of them. */
    private static void answer(Path logs, HttpExchange request) throws IOException {
        String key = request.getRequestURI().getPath().replaceFirst("^/" + BUCKET + "/?", "");
        byte[] body = key.isEmpty() ? list(logs) : Files.readAllBytes(logs.resolve(key));
        request.getResponseHeaders().set("ETag", TAG);
        request.sendResponseHeaders(200, body.length);
        try (OutputStream out = request.getResponseBody()) {
            out.write(body);
        }
    }

    private static byte[] list(Path logs) throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            return files.map(Path::toFile)
                    .sorted()
                    .map(file -> OBJECT.formatted(file.getName(), file.length()))
                    .collect(Collectors.joining("", LIST, "</ListBucketResult>"))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
