package dev.pathrank.pattern.stated.routes;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON (library jackson-core) as a {@link DocumentNode}. */
final class JsonTree {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    static DocumentNode of(RouteText text) {
        try (JsonParser parser = FACTORY.createParser(text.text())) {
            parser.nextToken();
            return new JsonTree(parser).value(line(parser));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw text.wrong(
                    line, "is no valid JSON: " + e.getOriginalMessage() + "; write the file again with its tool");
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private DocumentNode value(int line) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return mapping(line);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<DocumentNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(line(parser)));
            }
            return new DocumentNode.Sequence(line, items);
        }
        return new DocumentNode.Scalar(line, parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText());
    }

    private DocumentNode mapping(int line) throws IOException {
        Map<String, DocumentNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line(parser);
            parser.nextToken();
            entries.put(key, value(keyLine));
        }
        return new DocumentNode.Mapping(line, entries);
    }
}
