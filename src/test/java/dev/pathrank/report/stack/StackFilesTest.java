package dev.pathrank.report.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlanOptions;
import dev.pathrank.plan.PlannedTraffic;
import dev.pathrank.plan.data.PriceList;
import dev.pathrank.plan.data.QuotaTable;
import dev.pathrank.report.PlanEmitFormat;
import dev.pathrank.report.deploy.DeployFile;
import dev.pathrank.report.deploy.GatewayApis;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of templates: what they leave out, how they are divided, and that they stay the same from wave to wave. */
class StackFilesTest {
    private static Plan planOf(String era, String... endpoints) {
        PlannedTraffic traffic = new PlannedTraffic();
        for (String endpoint : endpoints) {
            traffic.calls(endpoint, 5, 10, 50);
        }
        return traffic.plan(PlanOptions.of(QuotaTable.ofEra(era), PriceList.ofRegion("today", "us-east-1")));
    }

    private static Plan plan(String... endpoints) {
        return planOf("today", endpoints);
    }

    /** A service of some resources with five endpoints each. */
    private static Plan large(int resources) {
        String[] endpoints = new String[5 * resources];
        for (int number = 0; number < resources; number++) {
            String resource = " /r" + number;
            endpoints[5 * number] = "GET" + resource;
            endpoints[5 * number + 1] = "POST" + resource;
            endpoints[5 * number + 2] = "GET" + resource + "/<id>";
            endpoints[5 * number + 3] = "DELETE" + resource + "/<id>";
            endpoints[5 * number + 4] = "GET" + resource + "/<lat>,<lon>";
        }
        return plan(endpoints);
    }

    private static String only(Plan plan, PlanEmitFormat form) throws IOException {
        StackFiles files = StackFiles.of(plan, form, Integer.MAX_VALUE);
        assertEquals(1, files.files().size());
        return files.files().get(0).text();
    }

    @ParameterizedTest
    @EnumSource(
            value = PlanEmitFormat.class,
            names = {"SAM", "CLOUDFORMATION", "TERRAFORM"})
    void everyFormHoldsAWordAVariableAndAFunctionUrl(PlanEmitFormat form) throws IOException {
        Plan plan = plan("GET /region", "GET /user/<id>", "GET /a~b");

        assertEquals(List.of(), StackFiles.of(plan, form, 9).leftOut());
        String text = only(plan, form);
        for (String part : List.of("/region", "/user/{user_id}", "lambda:InvokeFunctionUrl", "api-a-b")) {
            assertTrue(text.contains(part), () -> part + " is missing in " + text);
        }
        assertEquals(text, only(plan("GET /region", "GET /user/<id>", "GET /a~b"), form), "the same bytes again");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /at/<lat>,<lon>  | function URL; a path parameter of API Gateway must be a whole segment
            GET /a/<path+>/b     | function URL; a path parameter of several segments must come last
            GET /a~b             | function URL; API Gateway allows no ~ in a path
            POST /me/$count      | ALB; API Gateway allows no $ in a path; its price is not included in the cost
            """)
    void anApiLeavesOutWhatIsNoRouteOfIts(String endpoint, String reason) throws IOException {
        StringWriter document = new StringWriter();

        List<String> said = GatewayDocument.write(plan("GET /region", endpoint), 9, document)
                .leftOut();

        assertEquals(List.of(endpoint + ": its target is " + reason), said);
        assertTrue(document.toString().contains("/region"), "the others are written");
        assertFalse(document.toString().contains(endpoint.split("/")[1].split("[/<]")[0] + "\": {"), "this is not");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SAM            | Type: AWS::ElasticLoadBalancingV2::ListenerRule
            CLOUDFORMATION | Type: AWS::ElasticLoadBalancingV2::ListenerRule
            TERRAFORM      | "listener_arn": "$
            """)
    void aFunctionBehindALoadBalancerHasARuleForTheHeaderOfItsOrigin(PlanEmitFormat form, String rule)
            throws IOException {
        Plan plan = plan("POST /me/$count", "POST /%EC%A3%BC%EB%AC%B8", "GET /%EC%A3%BC%EB%AC%B8");

        String text = only(plan, form);

        assertEquals(2, text.split(Pattern.quote(rule), -1).length - 1, text);
        String words = text.replaceAll("[^A-Za-z0-9-]+", " ");
        for (String name : List.of("api-me-count-post", "api-EC-A3-BC-EB-AC-B8-post")) {
            assertTrue(
                    Pattern.compile("X-Pathrank-Function [Vv]alues (- )?" + name)
                            .matcher(words)
                            .find(),
                    () -> name + " has no rule in " + text);
        }
        for (String part :
                List.of("Priority|priority", "targetgroup/\\*", "DependsOn|depends_on", "alb-api-me|AlbApiMe")) {
            assertTrue(Pattern.compile(part).matcher(text).find(), () -> part + " is missing in " + text);
        }
    }

    @Test
    void onlyWhatHoldsAVariableIsATextToSubstituteIn() throws IOException {
        String text = only(plan("POST /me/$count", "GET /orders"), PlanEmitFormat.CLOUDFORMATION);

        assertEquals(
                List.of(),
                text.lines()
                        .filter(line -> line.contains("Fn::Sub: ") && !line.contains("${"))
                        .toList());
    }

    @Test
    void aRuleKeepsItsPriorityFromWaveToWave() throws IOException {
        Plan plan = plan("POST /a~b", "POST /c~d", "POST /e~f", "POST /g~h");
        Map<String, String> priorities = new HashMap<>();
        for (int wave = 1; wave <= plan.waves().size(); wave++) {
            Pattern.compile("Priority: (\\d+)(?s:.)*?- (api-\\S+)")
                    .matcher(StackFiles.of(plan, PlanEmitFormat.CLOUDFORMATION, wave)
                            .files()
                            .get(0)
                            .text())
                    .results()
                    .forEach(each -> assertEquals(
                            each.group(1), priorities.computeIfAbsent(each.group(2), name -> each.group(1))));
        }
        assertEquals(
                List.of("1", "2", "3", "4"),
                priorities.values().stream().sorted().toList());
    }

    /** Counts the resources of a file by its own form. */
    private static long resources(DeployFile file) {
        String resource = file.name().endsWith(".yaml") ? "(?m)^    Type: AWS::(?!EC2)" : "(?m)^      \"[^\"]+\": \\{$";
        return Pattern.compile(resource).matcher(file.text()).results().count();
    }

    @ParameterizedTest
    @EnumSource(
            value = PlanEmitFormat.class,
            names = {"SAM", "CLOUDFORMATION", "TERRAFORM"})
    void athousandEndpointsAreSeveralFilesOfAtMost500Resources(PlanEmitFormat form) throws IOException {
        StackFiles files = StackFiles.of(large(200), form, Integer.MAX_VALUE);

        assertTrue(files.files().size() > 5, files.byName().keySet()::toString);
        for (DeployFile file : files.files()) {
            assertTrue(StackFiles.isOwn(file.name()), file::name);
            assertTrue(resources(file) <= 500, () -> file.name() + " has " + resources(file));
            assertTrue(
                    file.text().length() < 1 << 20,
                    () -> file.name() + " has " + file.text().length());
        }
    }

    @Test
    void anApiHasAtMost300RoutesAndAPathStaysInOne() {
        List<GatewayApis.Api> apis = GatewayApis.of(large(200)).apis();

        assertEquals(
                List.of("http-api", "http-api-2", "http-api-3"),
                apis.stream().map(GatewayApis.Api::id).toList());
        Map<String, String> byPath = new HashMap<>();
        for (GatewayApis.Api api : apis) {
            assertTrue(
                    api.routes().size() < 300,
                    () -> api.id() + " has " + api.routes().size());
            api.routes()
                    .forEach(route -> byPath.merge(route.path(), api.id(), (one, other) -> {
                        assertEquals(one, other, route.path());
                        return one;
                    }));
        }
    }

    @Test
    @Tag("slow")
    void aFunctionStaysInItsFileFromWaveToWave() throws IOException {
        Plan plan = large(60);
        Map<String, String> places = new HashMap<>();
        for (int wave = 1; wave <= plan.waves().size(); wave++) {
            for (DeployFile file :
                    StackFiles.of(plan, PlanEmitFormat.CLOUDFORMATION, wave).files()) {
                Pattern.compile("(?m)^  (\\w+):\n    Type: AWS::Lambda::Function\n")
                        .matcher(file.text())
                        .results()
                        .forEach(each -> assertEquals(
                                file.name(), places.computeIfAbsent(each.group(1), id -> file.name()), each.group(1)));
            }
        }
        assertEquals(300, places.size());
    }

    @Test
    void aRestApiHandsWhatHasNotMovedOnToThePresentOrigin() throws IOException {
        String text = only(planOf("2017", "GET /shop/orders/<id>", "POST /shop/orders"), PlanEmitFormat.CLOUDFORMATION);

        assertTrue(text.contains("Types:\n        - REGIONAL\n"), text);
        assertTrue(text.contains("x-amazon-apigateway-binary-media-types:\n        - '*/*'\n"), text);
        for (String path : List.of("/", "/shop", "/shop/orders", "/shop/orders/{order_id}", "/{proxy+}")) {
            String place = path.startsWith("/{") ? "'?" + Pattern.quote(path) + "'?" : Pattern.quote(path);
            assertTrue(
                    Pattern.compile("(?m)^          " + place + ":\n(?s:(?!\n          [/']).)*any-method")
                            .matcher(text)
                            .find(),
                    () -> path + " has no way back in " + text);
        }
        assertTrue(text.contains("Fn::Sub: ${PresentOrigin}/shop/orders/{order_id}"), text);
    }

    @Test
    void textOfALogIsNoTemplateOfTerraform() throws IOException {
        String text = only(plan("GET /${file(1)}", "GET /%{if}"), PlanEmitFormat.TERRAFORM);

        assertTrue(text.contains("GET /$${file(1)}"), text);
        assertFalse(text.contains("\"GET /${"), text);
        assertFalse(text.contains("\"GET /%{"), text);
    }
}
