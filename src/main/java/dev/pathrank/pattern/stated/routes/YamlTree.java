package dev.pathrank.pattern.stated.routes;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML 1.2 (library snakeyaml-engine) as a {@link DocumentNode}. It makes no objects but texts, lists and maps. */
final class YamlTree {
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

    /** What an anchor stands for is made once, however often it is used. */
    private final IdentityHashMap<Node, DocumentNode> made = new IdentityHashMap<>();

    private final RouteText text;

    private YamlTree(RouteText text) {
        this.text = text;
    }

    static DocumentNode of(RouteText text) {
        try {
            Node root = new Compose(SETTINGS)
                    .composeString(text.text())
                    .orElseThrow(() -> text.wrong("is empty; write the file again with its tool"));
            return new YamlTree(text).tree(root, line(root));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw text.wrong(line, "is no valid YAML: " + e.getProblem() + "; correct the line");
        } catch (YamlEngineException e) {
            throw text.wrong("is no valid YAML: " + e.getMessage() + "; write the file again with its tool");
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private DocumentNode tree(Node node, int line) {
        DocumentNode known = made.get(node);
        if (known != null) {
            return known;
        }
        if (node.isRecursive()) {
            throw text.wrong(line, "the anchor holds itself; write out what it stands for");
        }
        DocumentNode tree = newTree(node, line);
        made.put(node, tree);
        return tree;
    }

    private DocumentNode newTree(Node node, int line) {
        if (node instanceof MappingNode mapping) {
            Map<String, DocumentNode> entries = new LinkedHashMap<>();
            for (NodeTuple entry : mapping.getValue()) {
                Node key = entry.getKeyNode();
                entries.put(scalar(key), tree(entry.getValueNode(), line(key)));
            }
            return new DocumentNode.Mapping(line, entries);
        }
        if (node instanceof SequenceNode sequence) {
            List<DocumentNode> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(tree(item, line(item))));
            return new DocumentNode.Sequence(line, items);
        }
        return new DocumentNode.Scalar(line, scalar(node));
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL) ? scalar.getValue() : "";
    }
}
