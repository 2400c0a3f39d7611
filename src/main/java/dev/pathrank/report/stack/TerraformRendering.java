package dev.pathrank.report.stack;

import dev.pathrank.report.stack.Deferred.Known;
import dev.pathrank.report.stack.Deferred.Parameter;
import dev.pathrank.report.stack.Deferred.Reference;
import dev.pathrank.report.stack.Deferred.Text;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Values as templates of Terraform, which every string of its JSON syntax is. */
final class TerraformRendering extends Rendering {
    @Override
    String string(String text) {
        return text.replace("${", "$${").replace("%{", "%%{");
    }

    @Override
    Object single(Deferred value) {
        return "${" + expression(value) + "}";
    }

    @Override
    Object text(Text text) {
        return text.parts().stream()
                .map(part -> part instanceof Deferred value ? "${" + expression(value) + "}" : string((String) part))
                .collect(Collectors.joining());
    }

    private static String expression(Deferred value) {
        if (value instanceof Parameter parameter) {
            return "var." + parameter.variable();
        }
        if (value instanceof Known known) {
            return switch (known) {
                case REGION -> "data.aws_region.current.region";
                case ACCOUNT -> "data.aws_caller_identity.current.account_id";
                case PARTITION -> "data.aws_partition.current.partition";
                case DNS_SUFFIX -> "data.aws_partition.current.dns_suffix";
                case STACK -> "var.stack_name";
            };
        }
        Reference reference = (Reference) value;
        return reference.type().terraform() + "." + reference.name() + "." + attribute(reference);
    }

    private static String attribute(Reference reference) {
        boolean function = reference.type() == ResourceType.FUNCTION;
        return switch (reference.attribute()) {
            case ID -> function ? "function_name" : "id";
            case ARN -> "arn";
            case URL -> "function_url";
        };
    }

    /** Returns a text of JSON in which each variable that is a list is a list, too, not a string. */
    static String withLists(String json) {
        String text = json;
        for (Parameter parameter :
                Arrays.stream(Parameter.values()).filter(Parameter::isList).toList()) {
            String list = "var." + parameter.variable();
            text = text.replace("\"${" + list + "}\"", "${jsonencode(" + list + ")}");
        }
        return text;
    }
}
