package dev.pathrank.pattern.stated.routes;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A reader of JSON (library jackson-core) and YAML 1.2 (library snakeyaml-engine) as {@link DocumentNode}s, in memory
 * and without binding.
 */
final class DocumentReader {
    /** Levels within each other: each is read by a call within another. */
    private static final int DEEPEST = 200;

    private static final String TOO_DEEP = "has more than " + DEEPEST + " nested levels; flatten it";

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2 * DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private static final LoadSettings YAML =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

    private final RouteText text;

    /** The nodes of YAML anchors, each made once however often it is used. */
    private final IdentityHashMap<Node, DocumentNode> anchors = new IdentityHashMap<>();

    private DocumentReader(RouteText text) {
        this.text = text;
    }

    /** Whether a text looks like JSON: it begins with a brace or a bracket. */
    static boolean isJson(RouteText text) {
        String content = text.text().stripLeading();
        return content.startsWith("{") || content.startsWith("[");
    }

    /**
     * Reads a document.
     *
     * @throws RouteFileException if it is neither valid JSON nor valid YAML
     */
    static DocumentNode read(RouteText text) {
        DocumentReader reader = new DocumentReader(text);
        return isJson(text) ? reader.json() : reader.yaml();
    }

    private DocumentNode json() {
        try (JsonParser parser = JSON.createParser(text.text())) {
            parser.nextToken();
            return value(parser, line(parser));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            // Where an object began, in Jackson's own form.
            String what = e.getOriginalMessage().replaceFirst(" \\(start marker at .*", "");
            throw text.wrong(line, "is not valid JSON: " + what + "; export the file again");
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private DocumentNode value(JsonParser parser, int line) throws IOException {
        if (parser.getParsingContext().getNestingDepth() > DEEPEST) {
            throw text.wrong(line(parser), TOO_DEEP);
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, DocumentNode> entries = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                int keyLine = line(parser);
                parser.nextToken();
                entries.put(key, value(parser, keyLine));
            }
            return new DocumentNode.Mapping(line, entries);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<DocumentNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser, line(parser)));
            }
            return new DocumentNode.Sequence(line, items);
        }
        return new DocumentNode.Scalar(line, parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText());
    }

    private DocumentNode yaml() {
        try {
            Node root = new Composer(YAML, new ShallowYaml(text))
                    .getSingleNode()
                    .orElseThrow(() -> text.wrong("is empty; export the file again"));
            return node(root, line(root));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw text.wrong(line, "is not valid YAML: " + e.getProblem() + "; correct the line");
        } catch (YamlEngineException e) {
            throw text.wrong("is not valid YAML: " + e.getMessage() + "; export the file again");
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private DocumentNode node(Node node, int line) {
        DocumentNode known = anchors.get(node);
        if (known != null) {
            return known;
        }
        if (node.isRecursive()) {
            throw text.wrong(line, "the anchor contains itself; write out its content");
        }
        DocumentNode made = newNode(node, line);
        anchors.put(node, made);
        return made;
    }

    private DocumentNode newNode(Node node, int line) {
        if (node instanceof MappingNode mapping) {
            Map<String, DocumentNode> entries = new LinkedHashMap<>();
            for (NodeTuple entry : mapping.getValue()) {
                Node key = entry.getKeyNode();
                entries.put(scalar(key), node(entry.getValueNode(), line(key)));
            }
            return new DocumentNode.Mapping(line, entries);
        }
        if (node instanceof SequenceNode sequence) {
            List<DocumentNode> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(node(item, line(item))));
            return new DocumentNode.Sequence(line, items);
        }
        return new DocumentNode.Scalar(line, scalar(node));
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL) ? scalar.getValue() : "";
    }

    /** The events of a YAML text, of which none may lie too deep. */
    private static final class ShallowYaml implements Parser {
        private final RouteText text;
        private final Parser events;
        private int depth;

        ShallowYaml(RouteText text) {
            this.text = text;
            this.events = new ParserImpl(YAML, new StreamReader(YAML, text.text()));
        }

        @Override
        public Event next() {
            Event event = events.next();
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
                throw text.wrong(line, TOO_DEEP);
            }
            return event;
        }

        @Override
        public boolean hasNext() {
            return events.hasNext();
        }

        @Override
        public boolean checkEvent(Event.ID id) {
            return events.checkEvent(id);
        }

        @Override
        public Event peekEvent() {
            return events.peekEvent();
        }
    }
}
