package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates of {@code pathrank plan --emit}: SAM, CloudFormation and Terraform. */
class PlanTemplateTest extends EmitCase {
    @Test
    void samHasAFunctionWithARouteForEachEndpoint() throws IOException {
        Map<?, ?> template = template(emit("sam", "--memory", "1024"));

        assertEquals("AWS::Serverless-2016-10-31", template.get("Transform"));
        Map<?, ?> function = map(template, "Resources", "ApiUserIdPost", "Properties");
        assertEquals("api-user-id-post", function.get("FunctionName"));
        assertEquals(1024, function.get("MemorySize"));
        // Twice 0.1 s is less than the minimum of 3 s.
        assertEquals(3, function.get("Timeout"));
        Map<?, ?> body = map(template, "Resources", "HttpApi", "Properties", "DefinitionBody");
        assertEquals(
                Map.of(
                        "Fn::Sub",
                        "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
                                + "${ApiUserIdPost.Arn}/invocations"),
                map(body, "paths", "/user/{user_id}", "post", "x-amazon-apigateway-integration")
                        .get("uri"));
        assertEquals(
                Map.of("Ref", "PresentOrigin"),
                map(body, "paths", "/$default", "x-amazon-apigateway-any-method", "x-amazon-apigateway-integration")
                        .get("uri"));
        assertEquals(
                Map.of("AuthType", "AWS_IAM", "InvokeMode", "BUFFERED"),
                map(template, "Resources", "ApiAtNumberNumber", "Properties").get("FunctionUrlConfig"));
    }

    @Test
    void onlyCloudFrontMayCallAFunctionUrlByTwoPermissionsAndAnAccessControl() throws IOException {
        Map<?, ?> resources = map(template(emit("sam")), "Resources");

        assertEquals(
                Map.of(
                        "Action",
                        "lambda:InvokeFunctionUrl",
                        "FunctionName",
                        Map.of("Ref", "ApiAtNumberNumber"),
                        "Principal",
                        "cloudfront.amazonaws.com",
                        "SourceArn",
                        Map.of("Ref", "DistributionArn"),
                        "FunctionUrlAuthType",
                        "AWS_IAM"),
                map(resources, "PermissionUrlApiAtNumberNumber", "Properties"));
        assertEquals(
                "lambda:InvokeFunction",
                map(resources, "PermissionInvokeApiAtNumberNumber", "Properties")
                        .get("Action"));
        assertEquals(
                "lambda",
                map(resources, "FunctionUrlAccessControl", "Properties", "OriginAccessControlConfig")
                        .get("OriginAccessControlOriginType"));
    }

    @Test
    void oneFunctionAnswersGetAndHead() throws IOException {
        Path log = new TestLog()
                .rows(60, "GET", "/report", 200)
                .rows(60, "HEAD", "/report", 200)
                .to(folder.resolve("head.gz"));

        Map<?, ?> resources = map(template(Cli.run("plan", log, "--emit", "sam").exits(0)), "Resources");
        Cli api = Cli.run("plan", log, "--emit", "apigateway").exits(0);

        assertFalse(resources.containsKey("ApiReportHead"), resources::toString);
        Map<?, ?> path = map(resources, "HttpApi", "Properties", "DefinitionBody", "paths", "/report");
        assertEquals(
                map(path, "get", "x-amazon-apigateway-integration"),
                map(path, "head", "x-amazon-apigateway-integration"));
        assertFalse(api.out().contains("function:api-report-head"), api::out);
    }

    @Test
    void alarmsWatchTheLimitsOfTheLastWaveThatHasMoved() throws IOException {
        Cli sam = emit("sam");
        Map<?, ?> resources = map(template(sam), "Resources");

        Map<?, ?> concurrency = map(resources, "ConcurrencyAlarm", "Properties");
        assertEquals(800, concurrency.get("Threshold"), "80 % of 1,000");
        assertTrue(((String) concurrency.get("AlarmDescription")).startsWith("Nearest limit by the logs after wave "));
        assertEquals(0, map(resources, "ThrottlesAlarm", "Properties").get("Threshold"));
        assertEquals("5xx", map(resources, "HttpApiFailuresAlarm", "Properties").get("MetricName"));
        assertEquals(24_000, map(resources, "HttpApiLatencyAlarm", "Properties").get("Threshold"), "80 % of 30 s");
        // Entries have one order, so that the same logs give the same bytes in every process.
        assertTrue(sam.out().contains("- Name: ApiId\n"), sam::out);
    }

    @Test
    void aDatabaseThatAcceptsTooFewConnectionsLimitsTheFunctions() throws IOException {
        TestLog rows = new TestLog();
        for (int call = 0; call < 40; call++) {
            rows.row("2017-02-12\t16:00:01", "GET", "/busy", "200").with("0.100", "0.900");
            rows.row("2017-02-12\t16:00:0" + call % 9, "GET", "/quiet", "200");
        }
        Path log = rows.to(folder.resolve("connections.gz"));

        Map<?, ?> resources = map(
                template(Cli.run("plan", log, "--emit", "sam", "--db-connections", "12")
                        .exits(0)),
                "Resources");

        int busy = (Integer) map(resources, "ApiBusy", "Properties").get("ReservedConcurrentExecutions");
        int quiet = (Integer) map(resources, "ApiQuiet", "Properties").get("ReservedConcurrentExecutions");
        assertTrue(busy > quiet && quiet >= 1 && busy + quiet <= 12, resources::toString);
        Cli.run("plan", log, "--emit", "sam", "--db-connections", "1")
                .exits(0)
                .saysOnErr("No concurrency is reserved: 2 functions share 1 environments");
        assertFalse(map(template(Cli.run("plan", log, "--emit", "sam").exits(0)), "Resources", "ApiBusy", "Properties")
                .containsKey("ReservedConcurrentExecutions"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"today", "2017"})
    void samKeepsToTheSpecificationOfItsParts(String quotas) throws IOException {
        Map<?, ?> template = template(emit("sam", "--quotas", quotas, "--vpc"));
        Set<Object> names = new HashSet<>(map(template, "Resources").keySet());
        names.addAll(map(template, "Parameters").keySet());

        // Sections and properties by the SAM specification of 2016-10-31 as documented by AWS.
        assertTrue(Set.of(
                        "AWSTemplateFormatVersion",
                        "Transform",
                        "Description",
                        "Metadata",
                        "Parameters",
                        "Globals",
                        "Resources",
                        "Outputs")
                .containsAll(template.keySet()));
        checkReferences(template, names);
        Set<Object> functionNames = new HashSet<>();
        map(template, "Resources").forEach((id, resource) -> {
            assertTrue(((String) id).matches("[A-Za-z0-9]{1,255}"), id::toString);
            Map<?, ?> properties = map(resource, "Properties");
            String type = (String) map(resource).get("Type");
            switch (type) {
                case "AWS::Serverless::HttpApi" ->
                    assertEquals(Set.of("StageName", "DefinitionBody"), properties.keySet());
                case "AWS::Serverless::Api" -> {
                    assertEquals(
                            Set.of("StageName", "Name", "OpenApiVersion", "EndpointConfiguration", "DefinitionBody"),
                            properties.keySet());
                    assertEquals(Map.of("Type", "REGIONAL"), properties.get("EndpointConfiguration"));
                }
                case "AWS::CloudWatch::Alarm" -> assertTrue(properties.containsKey("Threshold"), id::toString);
                case "AWS::Lambda::Permission", "AWS::CloudFront::OriginAccessControl" ->
                    assertFalse(properties.isEmpty());
                case "AWS::Serverless::Function" -> {
                    assertTrue(functionNames.add(properties.get("FunctionName")), "twice");
                    checkFunction(properties);
                }
                default -> throw new AssertionError(type);
            }
        });
    }

    private static void checkFunction(Map<?, ?> properties) {
        assertTrue(Set.of("FunctionName", "CodeUri", "Description", "MemorySize", "Timeout", "FunctionUrlConfig")
                .containsAll(properties.keySet()));
        assertTrue(((String) properties.get("FunctionName")).matches("[A-Za-z0-9_-]{1,64}"));
        int timeout = (Integer) properties.get("Timeout");
        assertTrue(
                timeout >= 1 && timeout <= (properties.containsKey("FunctionUrlConfig") ? 900 : 29),
                properties::toString);
    }

    private static void checkReferences(Object value, Set<Object> names) {
        if (value instanceof Map<?, ?> map) {
            if (map.containsKey("Ref") && !((String) map.get("Ref")).startsWith("AWS::")) {
                assertTrue(names.contains(map.get("Ref")), map::toString);
            }
            map.values().forEach(each -> checkReferences(each, names));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> checkReferences(each, names));
        }
    }

    @Test
    void aWaveHoldsAllBeforeIt() throws IOException {
        Set<?> first = map(template(emit("sam", "--wave", "1")), "Resources").keySet();
        Set<?> all = map(template(emit("sam")), "Resources").keySet();

        assertTrue(first.contains("ApiUserId"), first::toString);
        assertFalse(first.contains("ApiUserIdPost"), first::toString);
        assertTrue(all.containsAll(first) && all.contains("ApiUserIdPost"), all::toString);
        Cli beyond = emit("sam", "--wave", "99");
        assertEquals(emit("sam").out(), beyond.out());
        beyond.saysOnErr("--wave 99: the plan has only ");
    }

    @Test
    void manyEndpointsAreAFolderOfTemplates() throws IOException {
        TestLog rows = new TestLog();
        StringBuilder routes = new StringBuilder();
        for (int number = 0; number < 180; number++) {
            rows.rows(2, "GET", "/page" + number, 200);
            routes.append("GET /page").append(number).append('\n');
        }
        Path log = rows.to(folder.resolve("large.gz"));
        Path declared = Files.writeString(folder.resolve("large.txt"), routes);
        Object[] words = {"plan", log, "--routes", declared, "--emit", "terraform"};
        Path place = Files.createDirectory(folder.resolve("module"));
        Files.writeString(place.resolve("functions-9.tf.json"), "{}");
        Files.writeString(place.resolve("terraform.tfstate"), "mine");

        Cli.run(words).exits(2).saysOnErr("writes 4 files for so many endpoints; add -o DIR");
        Cli.run(words, "-o", folder.resolve("main.tf.json")).exits(2).saysOnErr("give -o a folder instead of");
        Cli.run(words, "-o", place).exits(0);

        assertEquals(
                Set.of(
                        "main.tf.json",
                        "functions-1.tf.json",
                        "functions-2.tf.json",
                        "http-api.tf.json",
                        "terraform.tfstate"),
                contents(place).keySet());
        Path other = folder.resolve("other");
        Cli.run(words, "-o", other).exits(0);
        assertEquals(4, contents(other).size());
        Files.writeString(place.resolve("notes.txt"), "");
        Cli.run(words, "-o", place).exits(2).saysOnErr("another file, notes.txt");
    }

    @Test
    void preflightsNeedNoFunction() throws IOException {
        Path log = new TestLog()
                .rows(60, "GET", "/cart", 200)
                .rows(60, "OPTIONS", "/cart", 204)
                .rows(60, "GET", "/a~b", 200)
                .rows(60, "OPTIONS", "/a~b", 204)
                .to(folder.resolve("preflights.gz"));

        Map<?, ?> resources =
                map(template(Cli.run("plan", log, "--emit", "cloudformation").exits(0)), "Resources");

        assertFalse(
                resources.containsKey("ApiCartOptions") || resources.containsKey("ApiABOptions"), resources::toString);
        Map<?, ?> body = map(resources, "HttpApi", "Properties", "Body");
        assertEquals(
                Map.of("Ref", "AllowedOrigins"),
                map(body, "x-amazon-apigateway-cors").get("allowOrigins"));
        assertFalse(map(body, "paths", "/cart").containsKey("options"));
        assertTrue(map(resources, "ApiABUrl", "Properties").containsKey("Cors"), resources::toString);
    }
}
