package dev.pathrank.report.stack;

import static dev.pathrank.report.stack.Resource.ordered;

import dev.pathrank.report.stack.Deferred.Attribute;
import dev.pathrank.report.stack.Deferred.Known;
import dev.pathrank.report.stack.Deferred.Named;
import dev.pathrank.report.stack.Deferred.Reference;
import dev.pathrank.report.stack.Deferred.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Values in the functions of CloudFormation. A reference to a function in another template uses the function's name,
 * which the plan determines.
 */
final class CloudFormationRendering extends Rendering {
    private final LogicalIds ids;
    private final Set<Reference> present;

    /** @param part the template */
    CloudFormationRendering(LogicalIds ids, StackPart part) {
        this.ids = ids;
        this.present = part.resources().stream().map(Resource::id).collect(Collectors.toSet());
    }

    /** CloudFormation would put a secret in the place of what looks like a dynamic reference; a path may look so. */
    @Override
    String string(String text) {
        return text.replace("{{resolve:", "%7B%7Bresolve:");
    }

    @Override
    Object single(Deferred value) {
        if (value instanceof Named named) {
            return ordered("Ref", named.word());
        }
        Reference reference = (Reference) value;
        if (!isPresent(reference)) {
            return reference.attribute() == Attribute.ID ? reference.name() : text(named(reference));
        }
        return reference.attribute() == Attribute.ID
                ? ordered("Ref", ids.of(reference))
                : ordered("Fn::GetAtt", List.of(ids.of(reference), attribute(reference)));
    }

    private boolean isPresent(Reference reference) {
        return present.contains(new Reference(reference.type(), reference.name(), Attribute.ID));
    }

    private static String attribute(Reference reference) {
        return reference.attribute() == Attribute.URL ? "FunctionUrl" : "Arn";
    }

    /** Returns the ARN of a function by its name. */
    static Text named(Reference function) {
        return Text.of(
                "arn:", Known.PARTITION, ":lambda:", Known.REGION, ":", Known.ACCOUNT, ":function:", function.name());
    }

    @Override
    Object text(Text text) {
        if (text.parts().stream().allMatch(String.class::isInstance)) {
            return string(text.parts().stream().map(String.class::cast).collect(Collectors.joining()));
        }
        return ordered("Fn::Sub", text.parts().stream().map(this::part).collect(Collectors.joining()));
    }

    private String part(Object part) {
        if (part instanceof Named named) {
            return "${" + named.word() + "}";
        }
        if (part instanceof Reference reference) {
            if (!isPresent(reference)) {
                return named(reference).parts().stream().map(this::part).collect(Collectors.joining());
            }
            return "${" + ids.of(reference) + (reference.attribute() == Attribute.ID ? "" : "." + attribute(reference))
                    + "}";
        }
        return string((String) part).replace("${", "${!");
    }
}
