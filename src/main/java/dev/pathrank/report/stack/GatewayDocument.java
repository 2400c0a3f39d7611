package dev.pathrank.report.stack;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.report.Json;
import dev.pathrank.report.deploy.ApiKind;
import dev.pathrank.report.deploy.DocumentNotes;
import dev.pathrank.report.deploy.GatewayApis;
import dev.pathrank.report.deploy.GatewayApis.Api;
import dev.pathrank.report.deploy.GatewayRoutes;
import dev.pathrank.report.deploy.JsonTree;
import dev.pathrank.report.deploy.PlanDocument;
import dev.pathrank.report.stack.Deferred.Attribute;
import dev.pathrank.report.stack.Deferred.Known;
import dev.pathrank.report.stack.Deferred.Named;
import dev.pathrank.report.stack.Deferred.Parameter;
import dev.pathrank.report.stack.Deferred.Reference;
import dev.pathrank.report.stack.Deferred.Text;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An OpenAPI 3.0 document in JSON that is imported into one API. The account and the Region are not in the logs and
 * appear as <code>${AWS::AccountId}</code> and <code>${AWS::Region}</code>, the present origin as <code>
 * ${PresentOrigin}</code>.
 */
public final class GatewayDocument {
    private static final Api EMPTY = new Api("http-api", ApiKind.HTTP, List.of());

    private GatewayDocument() {}

    /**
     * Writes the API that has most of the endpoints.
     *
     * @param wave last one that has moved, from 1; more than there are means all of them
     * @param out flushed and left open; should encode as UTF-8
     */
    public static DocumentNotes write(Plan plan, int wave, Writer out) throws IOException {
        GatewayApis apis = GatewayApis.of(plan);
        Api api = apis.apis().stream()
                .max(Comparator.comparingLong((Api each) -> moved(each, wave))
                        .thenComparing(each -> -apis.apis().indexOf(each)))
                .orElse(EMPTY);
        Set<String> mine = api.routes().stream()
                .map(route -> PlanDocument.name(route.row()))
                .collect(Collectors.toSet());
        List<String> leftOut = new ArrayList<>(apis.leftOut());
        PlanDocument.movedBy(plan, wave).stream()
                .filter(row -> !mine.contains(PlanDocument.name(row)))
                .sorted(GatewayRoutes.BY_PATTERN)
                .forEach(row -> leftOut.add(whyNot(row, api)));
        GatewayBody body = new GatewayBody(plan, api, wave, true);
        // Not closed: after a failed write that would complete the document and hide the failure.
        JsonGenerator json = Json.generator(out);
        json.setPrettyPrinter(Json.longLayout());
        JsonTree.write(new Literally().of(body.document("Endpoints moved to Lambda", leftOut)), json);
        json.writeRaw('\n');
        json.flush();
        return new DocumentNotes(leftOut, body.warnings());
    }

    private static long moved(Api api, int wave) {
        return api.routes().stream()
                .filter(route -> Objects.requireNonNull(route.row().wave()) <= wave)
                .count();
    }

    private static String whyNot(PlannedEndpoint row, Api api) {
        return ApiKind.of(row) == api.kind()
                ? PlanDocument.name(row) + ": " + api.id() + " is full; it has a route in another API"
                : PlanDocument.otherTarget(row);
    }

    /** What is not known stands there by name. */
    private static final class Literally extends Rendering {
        @Override
        String string(String text) {
            return text;
        }

        @Override
        Object single(Deferred value) {
            return value instanceof Parameter parameter && parameter.isList() ? List.of(part(value)) : part(value);
        }

        @Override
        Object text(Text text) {
            return text.parts().stream().map(Literally::part).collect(Collectors.joining());
        }

        private static String part(Object part) {
            if (part == Known.PARTITION) {
                return "aws";
            }
            if (part instanceof Named named) {
                return "${" + named.word() + "}";
            }
            if (part instanceof Reference reference) {
                return reference.attribute() == Attribute.ID
                        ? reference.name()
                        : CloudFormationRendering.named(reference).parts().stream()
                                .map(Literally::part)
                                .collect(Collectors.joining());
            }
            return (String) part;
        }
    }
}
