package dev.pathrank.report.stack;

import static dev.pathrank.report.stack.Resource.ordered;

import dev.pathrank.report.deploy.DeployFile;
import dev.pathrank.report.stack.Deferred.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** CloudFormation templates in YAML: one, or one that nests the others. */
class CloudFormationForm implements StackForm {
    private static final DumpSettings LAYOUT = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setBestLineBreak("\n")
            .setWidth(120)
            .setDereferenceAliases(true)
            .build();

    private final LogicalIds ids;

    CloudFormationForm(LogicalIds ids) {
        this.ids = ids;
    }

    @Override
    public int count(Resource resource) {
        return 1;
    }

    @Override
    public List<DeployFile> files(List<StackPart> parts, List<String> leftOut) {
        List<DeployFile> files = new ArrayList<>();
        Map<String, Object> nested = new LinkedHashMap<>();
        Set<Parameter> passedOn = new TreeSet<>();
        List<String> before = new ArrayList<>();
        for (StackPart part : parts.subList(1, parts.size())) {
            Template template = new Template(part);
            Map<String, Object> content = template.content(Map.of(), Set.of(), List.of());
            files.add(new DeployFile(part.name() + ".yaml", yaml(content)));
            Set<Parameter> parameters = template.rendering.parameters();
            passedOn.addAll(parameters);
            Map<String, Object> resource = nested(part.name() + ".yaml", parameters);
            if (!part.functions() && !before.isEmpty()) {
                resource.put("DependsOn", List.copyOf(before));
            }
            String id = LogicalIds.of(part.name()) + "Stack";
            if (part.functions()) {
                before.add(id);
            }
            nested.put(id, resource);
        }
        Map<String, Object> main = new Template(parts.get(0)).content(nested, passedOn, leftOut);
        files.add(0, new DeployFile("template.yaml", yaml(main)));
        return files;
    }

    private static String yaml(Map<String, Object> content) {
        return new Dump(LAYOUT).dumpToString(content);
    }

    /** Returns the resource that is a nested template. */
    private Map<String, Object> nested(String file, Set<Parameter> parameters) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            Object ref = ordered("Ref", parameter.word());
            values.put(parameter.word(), parameter.isList() ? ordered("Fn::Join", List.of(",", ref)) : ref);
        }
        Map<String, Object> properties = ordered(location(), file);
        if (!values.isEmpty()) {
            properties.put("Parameters", values);
        }
        return ordered("Type", nestedType(), "Properties", properties);
    }

    /** Returns the type of a nested template. */
    String nestedType() {
        return "AWS::CloudFormation::Stack";
    }

    /** Returns the property that names the file of a nested template. */
    String location() {
        return "TemplateURL";
    }

    /** Returns the sections that stand between the version and the parameters. */
    Map<String, Object> header() {
        return Map.of();
    }

    /** Returns the settings of all functions; empty for none. */
    Map<String, Object> globals(StackPart part) {
        return Map.of();
    }

    /** Returns the type and the properties of a resource; null for what another one brings along. */
    Map.@Nullable Entry<String, Map<String, Object>> shape(Resource resource, ResourceGroup group) {
        return Map.entry(resource.type().cloudFormation(), resource.properties());
    }

    private final class Template {
        private final StackPart part;
        private final CloudFormationRendering rendering;

        Template(StackPart part) {
            this.part = part;
            this.rendering = new CloudFormationRendering(ids, part);
        }

        Map<String, Object> content(Map<String, Object> nested, Set<Parameter> passedOn, List<String> leftOut) {
            Map<String, Object> template = ordered("AWSTemplateFormatVersion", "2010-09-09");
            template.putAll(header());
            template.put("Description", "Endpoints moved to Lambda");
            if (!leftOut.isEmpty()) {
                template.put("Metadata", ordered("PathrankLeftOut", rendering.of(leftOut)));
            }
            Map<String, Object> globals = map(rendering.of(globals(part)));
            Map<String, Object> resources = new LinkedHashMap<>(nested);
            part.groups().forEach(group -> group.resources().forEach(resource -> add(resource, group, resources)));
            if (resources.isEmpty()) {
                // CloudFormation takes no template without a resource, and this one does nothing and costs nothing.
                resources.put("Nothing", ordered("Type", "AWS::CloudFormation::WaitConditionHandle"));
            }
            Map<String, Object> outputs = outputs();
            Set<Parameter> parameters = new TreeSet<>(rendering.parameters());
            parameters.addAll(passedOn);
            if (!parameters.isEmpty()) {
                template.put("Parameters", declared(parameters));
            }
            if (!globals.isEmpty()) {
                template.put("Globals", globals);
            }
            template.put("Resources", resources);
            if (!outputs.isEmpty()) {
                template.put("Outputs", outputs);
            }
            return template;
        }

        private void add(Resource resource, ResourceGroup group, Map<String, Object> resources) {
            Map.Entry<String, Map<String, Object>> shape = shape(resource, group);
            if (shape == null) {
                return;
            }
            Map<String, Object> properties = map(rendering.of(shape.getValue()));
            if (resource.type() == ResourceType.REST_API) {
                // A deployment is a snapshot of its API: another body needs another one.
                ids.mark(ResourceType.REST_DEPLOYMENT, resource.name(), checksum(properties.get("Body")));
            }
            Map<String, Object> written = ordered("Type", shape.getKey());
            if (resource.type() == ResourceType.TARGET_GROUP) {
                // A target group takes a function only once it may call it.
                written.put("DependsOn", List.of(ids.of(permission(group))));
            }
            written.put("Properties", properties);
            resources.put(ids.of(resource), written);
        }

        private static Resource permission(ResourceGroup group) {
            return group.resources().stream()
                    .filter(each -> each.type() == ResourceType.PERMISSION)
                    .findFirst()
                    .orElseThrow();
        }

        private Map<String, Object> outputs() {
            Map<String, Object> outputs = new LinkedHashMap<>();
            part.groups()
                    .forEach(group -> group.outputs()
                            .forEach((origin, output) -> outputs.put(
                                    "Origin" + LogicalIds.of(origin),
                                    ordered(
                                            "Description",
                                            "Origin " + origin + ": " + output.description(),
                                            "Value",
                                            rendering.of(output.value())))));
            return outputs;
        }
    }

    private static Map<String, Object> declared(Set<Parameter> parameters) {
        Map<String, Object> declared = new LinkedHashMap<>();
        for (Parameter each : parameters) {
            declared.put(each.word(), ordered("Type", each.type(), "Description", each.description()));
        }
        return declared;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static String checksum(@Nullable Object value) {
        CRC32 sum = new CRC32();
        sum.update(Objects.toString(value).getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
