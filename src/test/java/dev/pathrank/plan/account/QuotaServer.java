package dev.pathrank.plan.account;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A stand-in for Service Quotas that answers ListServiceQuotas two quotas a page, and notes what was asked. While it is
 * open, the properties of Java name it and some credentials.
 */
public final class QuotaServer implements AutoCloseable {
    private static final Map<String, List<String>> QUOTAS = Map.of(
            "lambda",
            List.of(
                    quota("L-2ACBD22F", "Function and layer storage", "75"),
                    quota("L-B99A9384", "Concurrent executions", "10.0"),
                    quota("L-9FEE3D26", "Elastic network interfaces per VPC", "250")),
            "apigateway",
            List.of(
                    quota("L-8A5B8E43", "Throttle rate", "2500.0"),
                    quota("L-CDF5615A", "Throttle burst rate", "1250.0"),
                    quota("L-E5AE38E3", "Maximum integration timeout in milliseconds", "60000.0")),
            "cloudfront",
            List.of(quota("L-00000000", "Cache behaviors per distribution", "90")));
    private static final Map<String, String> PROPERTIES =
            Map.of("aws.accessKeyId", "AKIDEXAMPLE", "aws.secretAccessKey", "secret");

    private final HttpServer server;
    private final List<String> asked = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private final Map<String, String> before = new TreeMap<>();

    private QuotaServer(HttpServer server) {
        this.server = server;
        set(
                "aws.endpointUrlServiceQuotas",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/");
        PROPERTIES.forEach(this::set);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Opens a server. */
    public static QuotaServer open() throws IOException {
        return new QuotaServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    private void set(String property, String value) {
        String old = System.setProperty(property, value);
        before.put(property, old == null ? "" : old);
    }

    private static String quota(String code, String name, String value) {
        return String.format(
                Locale.ROOT,
                "{\"QuotaArn\":\"arn:aws:servicequotas:us-east-1:1:x/%1$s\",\"QuotaCode\":\"%1$s\","
                        + "\"QuotaName\":\"%2$s\",\"Value\":%3$s,\"Adjustable\":true}",
                code,
                name,
                value);
    }

    /** The next request gets this, {@code STATUS BODY}. */
    public QuotaServer answers(String answer) {
        answers.add(answer);
        return this;
    }

    /** Returns the service, Region and page of each request. */
    public List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String signature = exchange.getRequestHeaders().getFirst("Authorization");
        String region = signature.replaceAll(".*Credential=AKIDEXAMPLE/\\d+/([a-z0-9-]+)/servicequotas/.*", "$1");
        String service = body.replaceAll(".*\"ServiceCode\":\"([a-z]+)\".*", "$1");
        int page = body.contains("NextToken") ? 1 : 0;
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        asked.add(service + " " + region + " " + page + " " + target);
        String next = answers.poll();
        if (next == null) {
            List<String> all = QUOTAS.get(service);
            List<String> some = page == 0 ? all.subList(0, Math.min(2, all.size())) : all.subList(2, all.size());
            String token = page == 0 && all.size() > 2 ? ",\"NextToken\":\"AAAAB+/=\"" : "";
            next = "200 {\"Quotas\":[" + String.join(",", some) + "]" + token + "}";
        }
        byte[] bytes = next.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(Integer.parseInt(next.substring(0, 3)), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        before.forEach((property, old) -> {
            if (old.isEmpty()) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, old);
            }
        });
    }
}
