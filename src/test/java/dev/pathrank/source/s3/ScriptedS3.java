package dev.pathrank.source.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A server that answers each listing with what a test writes, as no real server may, and every other GET with one body.
 */
public final class ScriptedS3 implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Map<String, String>> listings = new CopyOnWriteArrayList<>();

    /**
     * Starts to listen.
     *
     * @param listing gives the content of ListBucketResult for the parameters of a query
     * @param body every object's
     * @param pauseMs time before each byte of a listing
     */
    public ScriptedS3(Function<Map<String, String>, String> listing, byte[] body, long pauseMs) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            Map<String, String> query = query(exchange.getRequestURI());
            byte[] answer = body;
            if (query.containsKey("list-type")) {
                listings.add(query);
                answer = ("<ListBucketResult>" + listing.apply(query) + "</ListBucketResult>").getBytes(UTF_8);
            }
            exchange.getResponseHeaders().set("ETag", "\"abc\"");
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream out = exchange.getResponseBody()) {
                send(answer, query.containsKey("list-type") ? pauseMs : 0, out);
            }
        });
        server.start();
    }

    private static void send(byte[] answer, long pauseMs, OutputStream out) throws IOException {
        if (pauseMs == 0) {
            out.write(answer);
            return;
        }
        for (byte each : answer) {
            try {
                Thread.sleep(pauseMs);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            out.write(each);
            out.flush();
        }
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        for (String part : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&")) {
            String[] both = part.split("=", 2);
            query.put(both[0], both.length == 1 ? "" : URLDecoder.decode(both[1], UTF_8));
        }
        return query;
    }

    /** An object of a listing. */
    public static String contents(String key, long size) {
        return "<Contents><Key>" + key + "</Key><Size>" + size + "</Size><ETag>\"abc\"</ETag></Contents>";
    }

    /** Whether more follows. */
    public static String truncated(boolean more) {
        return "<IsTruncated>" + more + "</IsTruncated>";
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The parameters of the listings that were asked for. */
    public List<Map<String, String>> listings() {
        return listings;
    }

    /** A connection that asks without credentials. */
    S3Connection connection(RetryPolicy retries) {
        return new S3Connection(new S3Options("us-east-1", null, endpoint(), true, true, false, retries), 4);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
