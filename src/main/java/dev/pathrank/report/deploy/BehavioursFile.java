package dev.pathrank.report.deploy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.pathrank.report.Json;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A reader of the cache behaviours that {@link BehavioursDocument} has written. */
public final class BehavioursFile {
    private static final String PATH = "PathPattern";
    private static final String ORIGIN = "TargetOriginId";

    private BehavioursFile() {}

    /**
     * Returns the path patterns of all behaviours in a JSON document that lead to another than the present origin.
     *
     * @throws IOException if it is no JSON; the message says what is wrong
     */
    public static List<String> newPaths(String json) throws IOException {
        List<String> paths = new ArrayList<>();
        Deque<Map<String, String>> objects = new ArrayDeque<>();
        try (JsonParser parser = Json.parser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    objects.push(new HashMap<>());
                } else if (token == JsonToken.VALUE_STRING && !objects.isEmpty() && parser.currentName() != null) {
                    objects.element().put(parser.currentName(), parser.getText());
                } else if (token == JsonToken.END_OBJECT) {
                    Map<String, String> fields = objects.pop();
                    String path = fields.get(PATH);
                    if (path != null && fields.containsKey(ORIGIN) && !OriginIds.PRESENT.equals(fields.get(ORIGIN))) {
                        paths.add(path);
                    }
                }
            }
        } catch (JsonProcessingException e) {
            throw new IOException("it is no JSON: " + e.getOriginalMessage(), e);
        }
        return paths;
    }
}
