package dev.pathrank.report.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pathrank.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run of the router in Node, with a stub of what CloudFront gives it. Tests are skipped where there is no Node;
 * {@code .ci/run} installs one.
 */
public final class Node {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RUN = Path.of("src/test/resources/edge/run.js");

    private Node() {}

    /** A request of a viewer. */
    public record Request(String method, String path, String address) {}

    /**
     * What became of a request.
     *
     * @param log the line that the router logs
     * @param origin the origin that it selected, or {@code origin}
     * @param host the Host that it sends there; empty for that of the cache behaviour
     * @param path the path that it sends there
     * @param reads of the store
     * @param failure why it gave the request up; empty where it did not
     */
    public record Answer(String log, String origin, String host, String path, int reads, String failure) {
        /** Returns the pattern of its log line. */
        public String pattern() {
            return log.replaceFirst("^wave=\\d+;to=[^;]*;route=\\S+ ", "");
        }
    }

    /** Sends requests through a router. */
    public static List<Answer> send(Path router, Path store, String setting, List<Request> requests)
            throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder();
        for (Request request : requests) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("method", request.method());
            line.put("path", request.path());
            line.put("ip", request.address());
            line.put("cookies", Map.of("session", Map.of("value", request.address() + "-session")));
            line.put("headers", Map.of("x-user", Map.of("value", request.address() + "-user")));
            lines.append(JSON.writeValueAsString(line)).append('\n');
        }
        List<Answer> answers = new ArrayList<>();
        for (String line : run(lines.toString(), RUN.toString(), router.toString(), store.toString(), setting)
                .lines()
                .toList()) {
            JsonNode answer = JSON.readTree(line);
            answers.add(new Answer(
                    answer.get("log").asText(),
                    answer.get("origin").asText(),
                    answer.get("host").asText(),
                    answer.get("uri").asText(),
                    answer.get("reads").asInt(),
                    answer.get("failure").asText()));
        }
        assertEquals(requests.size(), answers.size());
        return answers;
    }

    /** Runs Node and returns what it prints. */
    static String run(String input, String... words) throws IOException, InterruptedException {
        Program.needs("node");
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(words));
        return Program.of(command).reading(input).run().printed();
    }
}
