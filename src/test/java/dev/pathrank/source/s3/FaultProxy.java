package dev.pathrank.source.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Proxy between a client and an S3 server that injects faults of the network or of S3 into responses. The key and the
 * number of requests for it decide which responses fail, so the order of threads does not matter.
 */
public final class FaultProxy implements AutoCloseable {
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    private final URI server;
    private final Plan plan;
    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(FaultProxy::daemon);
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final AtomicInteger faults = new AtomicInteger();

    /** Starts to listen on a free port. */
    public FaultProxy(URI server, Plan plan) throws IOException {
        this.server = server;
        this.plan = plan;
        this.listener = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** What goes wrong. */
    public enum Fault {
        /** S3 is asked too often. */
        SLOW_DOWN,
        /** S3 is broken for a moment. */
        INTERNAL_ERROR,
        /** No byte comes, and the connection stays open. */
        SILENCE,
        /** The connection is reset before any answer. */
        RESET,
        /** The connection ends in an orderly way in the middle of the body. */
        CUT,
        /** The connection is reset in the middle of the body. */
        CUT_AND_RESET
    }

    /** Decides what goes wrong. */
    @FunctionalInterface
    public interface Plan {
        /**
         * The fault of one request, if it has one.
         *
         * @param key the object's key; empty for a listing
         * @param attempt how often it was asked for, this time included
         */
        Optional<Fault> on(String key, int attempt);
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** How many requests had a fault. */
    public int faults() {
        return faults.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String request = head(client.getInputStream());
            if (request.isEmpty()) {
                return;
            }
            String target = request.split(" ", 3)[1];
            String path = URI.create(target).getPath();
            int slash = path.indexOf('/', 1);
            String key = target.contains("list-type=") || slash < 0 ? "" : path.substring(slash + 1);
            int attempt = asked.computeIfAbsent(key.isEmpty() ? target : key, k -> new AtomicInteger())
                    .incrementAndGet();
            Optional<Fault> fault = plan.on(key, attempt);
            fault.ifPresent(f -> faults.incrementAndGet());
            answer(client, request, fault, attempt);
        } catch (IOException e) {
            // The client or the server hung up, which is what this is for.
        }
    }

    private void answer(Socket client, String request, Optional<Fault> fault, int attempt) throws IOException {
        OutputStream out = client.getOutputStream();
        if (fault.isEmpty()) {
            out.write(upstream(request));
            return;
        }
        switch (fault.get()) {
            case SLOW_DOWN -> out.write(error("503 Slow Down", "SlowDown"));
            case INTERNAL_ERROR -> out.write(error("500 Internal Server Error", "InternalError"));
            case SILENCE -> client.getInputStream().read(); // returns when the client times out
            case RESET -> client.setSoLinger(true, 0);
            case CUT -> half(out, upstream(request), attempt);
            case CUT_AND_RESET -> {
                half(out, upstream(request), attempt);
                client.setSoLinger(true, 0);
            }
            default -> throw new IllegalStateException("no such fault");
        }
    }

    /**
     * Sends the head and half of the body; later no part of the body, so that a permanent fault cannot be overcome in
     * parts.
     */
    private static void half(OutputStream out, byte[] answer, int attempt) throws IOException {
        int body = indexOfEndOfHead(answer);
        out.write(answer, 0, body + (attempt == 1 ? (answer.length - body) / 2 : 0));
        out.flush();
    }

    /** One request a connection, so that the answer ends where the server hangs up. */
    private byte[] upstream(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            String alone = request.replaceFirst("(?i)\r\nConnection:[^\r]*", "")
                    .replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
            socket.getOutputStream().write(alone.getBytes(StandardCharsets.ISO_8859_1));
            return socket.getInputStream().readAllBytes();
        }
    }

    private static byte[] error(String status, String code) {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code + "</Code><Message>"
                + "asked for by a test</Message></Error>";
        return ("HTTP/1.1 " + status + "\r\nContent-Type: application/xml\r\nContent-Length: " + body.length()
                        + "\r\nConnection: close\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - END_OF_HEAD.length)) < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static int indexOfEndOfHead(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        return text.indexOf("\r\n\r\n") + END_OF_HEAD.length;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
