package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.CacheBehaviors;
import software.amazon.awssdk.services.cloudfront.model.Method;
import software.amazon.awssdk.services.cloudfront.model.ViewerProtocolPolicy;

/** {@code pathrank plan --emit}: each document is read with a reader of its own format. */
class PlanEmitTest {
    @TempDir
    private Path folder;

    /** Wave 1 has reads, wave 2 writes; the patterns are stated, so nothing depends on learning. */
    private Path log() throws IOException {
        return new TestLog()
                .rows(300, "GET", "/user/42", 200)
                .rows(40, "HEAD", "/user/42", 200)
                .rows(120, "GET", "/user/me", 200)
                .rows(90, "GET", "/files/a/b/c", 200)
                .rows(80, "GET", "/at/1,2", 200)
                .rows(70, "GET", "/caf%C3%A9", 200)
                .rows(60, "POST", "/user/42", 201)
                .rows(30, "GET", "/user/42/orders", 200)
                .rows(10, "GET", "/user/css/app.css", 200)
                .to(folder.resolve("shop.gz"));
    }

    private Cli emit(String document, Object... more) throws IOException {
        Path patterns = Files.writeString(folder.resolve("routes.csv"), """
                method,path,never
                GET,/user/<id>,
                GET,/user/me,yes
                POST,/user/<id>,
                GET,/user/<id>/orders,
                GET,/files/<path+>,
                GET,"/at/<number>,<number>",
                """);
        Object[] words = new Object[more.length + 6];
        words[0] = "plan";
        words[1] = log();
        words[2] = "--routes";
        words[3] = patterns;
        words[4] = "--emit";
        words[5] = document;
        System.arraycopy(more, 0, words, 6, more.length);
        return Cli.run(words).exits(0);
    }

    private static OpenAPI api(Cli emitted) {
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(emitted.out());
        // API Gateway declares the parameter {name+} as name, which OpenAPI does not allow.
        assertEquals(
                List.of(),
                result.getMessages().stream()
                        .filter(message ->
                                !message.matches(".*Declared path parameter [a-z_]+\\+ needs to be defined.*"))
                        .toList());
        return result.getOpenAPI();
    }

    @Test
    void openapiIsWhatMoves() throws IOException {
        OpenAPI api = api(emit("openapi"));

        assertTrue(api.getPaths().containsKey("/user/{user_id}"), api.getPaths()::toString);
        assertFalse(api.getPaths().containsKey("/user/me"), "stays");
    }

    @Test
    void apigatewayHandsEachOperationToTheFunctionOfThePlan() throws IOException {
        Cli emitted = emit("apigateway");
        OpenAPI api = api(emitted);

        assertEquals("3.0.1", api.getOpenapi());
        assertEquals(
                Set.of("/$default", "/files/{file_path+}", "/user/{user_id}", "/user/{user_id}/orders"),
                api.getPaths().keySet());
        Operation post = api.getPaths().get("/user/{user_id}").getPost();
        assertEquals("api-user-id-post", post.getOperationId());
        assertEquals(
                Map.of(
                        "type", "aws_proxy",
                        "httpMethod", "POST",
                        "uri",
                                "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/arn:aws:lambda:"
                                        + "${AWS::Region}:${AWS::AccountId}:function:api-user-id-post/invocations",
                        "payloadFormatVersion", "2.0"),
                post.getExtensions().get("x-amazon-apigateway-integration"));
        assertEquals(
                "file_path",
                api.getPaths()
                        .get("/files/{file_path+}")
                        .getGet()
                        .getParameters()
                        .get(0)
                        .getName());
        assertEquals(
                List.of(
                        "GET /at/<number>,<number>: its target is function URL; a path parameter of API Gateway must"
                                + " be a whole segment",
                        "GET /caf%C3%A9: its target is function URL; API Gateway allows no % in a path"),
                api.getExtensions().get("x-pathrank-left-out"));
        emitted.saysOnErr("--emit apigateway leaves out GET /at/<number>,<number>: its target is function URL; a path");
    }

    @Test
    void siblingsNameTheirVariableAlike() throws IOException {
        Path log = new TestLog()
                .rows(300, "GET", "/a/42", 200)
                .rows(200, "GET", "/a/x/b", 200)
                .rows(100, "GET", "/a/x/c/7", 200)
                .rows(50, "GET", "/a/any/thing/deep", 200)
                .to(folder.resolve("a.gz"));
        Path routes = Files.writeString(
                folder.resolve("a.txt"), "GET /a/<id>\nGET /a/<slug>/b\nGET /a/<uuid>/c/<id>\nGET /a/<rest+>\n");

        Cli emitted =
                Cli.run("plan", log, "--routes", routes, "--emit", "apigateway").exits(0);

        Set<String> first = new HashSet<>();
        api(emitted).getPaths().keySet().stream()
                .filter(path -> path.startsWith("/a/"))
                .forEach(path -> first.add(path.split("/")[2]));
        assertTrue(first.remove("{a_rest+}"), "an HTTP API may have it beside the others");
        assertEquals(1, first.size(), emitted::out);
    }

    private static Map<?, ?> json(Cli emitted) throws IOException {
        return new ObjectMapper().readValue(emitted.out(), Map.class);
    }

    private static CacheBehaviors behaviours(Cli emitted) throws IOException {
        return AwsModel.read((Map<?, ?>) json(emitted).get("CacheBehaviors"), CacheBehaviors.builder())
                .build();
    }

    /**
     * The origin that a distribution with these behaviours selects: that of the first match, otherwise the present
     * origin.
     */
    private static String origin(CacheBehaviors behaviours, String path) {
        for (CacheBehavior each : behaviours.items()) {
            String regex =
                    each.pathPattern().replace(".", "\\.").replace("*", ".*").replace("?", ".");
            if (path.matches(regex)) {
                return each.targetOriginId();
            }
        }
        return "present-origin";
    }

    @Test
    void cloudfrontSendsWhatMovedAndOnlyThatToItsNewOrigin() throws IOException {
        Cli emitted = emit("cloudfront");
        CacheBehaviors behaviours = behaviours(emitted);

        assertEquals(behaviours.quantity(), behaviours.items().size());
        assertEquals("http-api", origin(behaviours, "/user/42"));
        assertEquals("http-api", origin(behaviours, "/user/42/orders"));
        assertEquals("http-api", origin(behaviours, "/files/x/y"));
        assertEquals("function-url-api-caf-C3-A9", origin(behaviours, "/caf%C3%A9"));
        assertEquals("present-origin", origin(behaviours, "/user/me"), "stays by the routes file");
        assertEquals("present-origin", origin(behaviours, "/user/css/app.css"), "a file");
        assertEquals("present-origin", origin(behaviours, "/else"));
        Map<String, CacheBehavior> byPath = new HashMap<>();
        for (CacheBehavior each : behaviours.items()) {
            assertNotEquals(ViewerProtocolPolicy.UNKNOWN_TO_SDK_VERSION, each.viewerProtocolPolicy());
            assertFalse(each.allowedMethods().items().contains(Method.UNKNOWN_TO_SDK_VERSION));
            assertEquals(
                    each.allowedMethods().quantity(),
                    each.allowedMethods().items().size());
            assertTrue(Set.of(2, 3, 7).contains(each.allowedMethods().quantity()), each::toString);
            byPath.put(each.pathPattern(), each);
        }
        assertTrue(byPath.get("/user/*").allowedMethods().items().contains(Method.POST));
        assertEquals(2, byPath.get("/files/*").allowedMethods().quantity());
        assertEquals(Set.of("CacheBehaviors"), json(emitted).keySet());
        emitted.saysOnErr("/user/* (GET /user/<id>, HEAD /user/<id>");
    }

    @Test
    void cloudfrontMovesAPathOnlyWithAllItsMethods() throws IOException {
        Cli reads = emit("cloudfront", "--wave", "1");

        assertEquals("present-origin", origin(behaviours(reads), "/user/42"));
        reads.saysOnErr("leaves out GET /user/<id>: /user/* is the path of POST /user/<id> too");
        reads.saysOnErr("--emit cloudfront: the plan moves methods apart");
        assertEquals("http-api", origin(behaviours(emit("cloudfront", "--switch", "behaviours")), "/user/42"));
    }

    @Test
    void cloudfrontKeepsSpellingsThatAnApiWouldRefuse() throws IOException {
        Path log = new TestLog()
                .rows(50, "GET", "/user/42", 200)
                .rows(50, "GET", "/user/43", 200)
                .rows(20, "GET", "/user/42/", 200)
                .rows(50, "GET", "/shop/a", 200)
                .rows(50, "GET", "/shop/b", 200)
                .to(folder.resolve("spelled.gz"));

        CacheBehaviors behaviours = behaviours(
                Cli.run("plan", log, "--pattern", "/user/<id>", "--switch", "behaviours", "--emit", "cloudfront")
                        .exits(0));

        assertEquals("http-api", origin(behaviours, "/user/42"));
        assertEquals("present-origin", origin(behaviours, "/user/42/"));
        assertEquals(
                List.of("/user/*/", "/shop/*", "/user/*"),
                behaviours.items().stream().map(CacheBehavior::pathPattern).toList(),
                "/shop/a and /shop/b are one behaviour");
    }

    private static final String DISTRIBUTION = """
            {"ETag": "E2QWRUHEXAMPLE", "DistributionConfig": {
              "CallerReference": "x", "Comment": "shop", "Enabled": true,
              "Origins": {"Quantity": 2, "Items": [
                {"Id": "monolith", "DomainName": "old.example.com"}, {"Id": "http-api", "DomainName": "a.example.com"}]},
              "DefaultCacheBehavior": {"TargetOriginId": "monolith", "ViewerProtocolPolicy": "redirect-to-https",
                "CachePolicyId": "own-default", "OriginRequestPolicyId": "216adef6-5c7f-47e4-b989-5492eafa07d3",
                "TrustedKeyGroups": {"Enabled": true, "Quantity": 1, "Items": ["keys"]}},
              "CacheBehaviors": {"Quantity": 2, "Items": [
                {"PathPattern": "/user/css/*", "TargetOriginId": "monolith", "ViewerProtocolPolicy": "allow-all",
                 "CachePolicyId": "own-css"},
                {"PathPattern": "/user/*", "TargetOriginId": "monolith", "ViewerProtocolPolicy": "https-only",
                 "CachePolicyId": "own-user", "FunctionAssociations": {"Quantity": 1, "Items": [
                   {"FunctionARN": "arn:f", "EventType": "viewer-request"}]}}]}}}
            """;

    @Test
    void cloudfrontIsMergedIntoThePresentConfiguration() throws IOException {
        Path present = Files.writeString(folder.resolve("distribution.json"), DISTRIBUTION);

        Cli emitted = emit("cloudfront", "--switch", "behaviours", "--distribution-config", present);

        emitted.saysOnErr("--if-match E2QWRUHEXAMPLE");
        emitted.saysOnErr("the distribution has no origin function-url-api-at-number-number; add it first");
        Map<?, ?> config = json(emitted);
        assertEquals("shop", config.get("Comment"));
        CacheBehaviors behaviours = AwsModel.read((Map<?, ?>) config.get("CacheBehaviors"), CacheBehaviors.builder())
                .build();
        assertEquals(behaviours.quantity(), behaviours.items().size());
        Map<String, CacheBehavior> byPath = new HashMap<>();
        behaviours.items().forEach(each -> byPath.put(each.pathPattern(), each));
        assertEquals("http-api", origin(behaviours, "/user/42"));
        assertEquals("monolith", origin(behaviours, "/user/me"));
        assertEquals("monolith", origin(behaviours, "/user/css/app.css"));
        assertEquals("own-user", byPath.get("/user/me").cachePolicyId(), "a guard keeps its cache");
        assertEquals("own-css", byPath.get("/user/css/*").cachePolicyId());
        assertEquals(
                "arn:f",
                byPath.get("/user/*").functionAssociations().items().get(0).functionARN());
        assertEquals("own-default", byPath.get("/files/*").cachePolicyId());
        assertEquals(
                "b689b0a8-53d0-40ab-baf2-68738e2966ac", byPath.get("/files/*").originRequestPolicyId(), "without Host");
        assertTrue(byPath.get("/files/*").trustedKeyGroups().enabled());
        assertEquals(7, byPath.get("/user/*").allowedMethods().quantity(), "POST moves too");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":       | is no JSON
            {"a": 1}    | has no DefaultCacheBehavior and Origins
            [1, 2]      | has no DefaultCacheBehavior and Origins
            """)
    void whatIsNoConfigurationIsRefused(String text, String said) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), text);

        Cli.run("plan", log(), "--emit", "cloudfront", "--distribution-config", file)
                .exits(2)
                .saysOnErr(said);
    }

    @Test
    void theRouterIsAFolderOfFiles() throws IOException {
        Path router = folder.resolve("router");
        Cli.run("plan", log(), "--emit", "cloudfront-function").exits(2).saysOnErr("add -o DIR");

        emit("cloudfront-function", "-o", router, "--wave", "1", "--percent", "5", "--sticky", "cookie:sid");
        Map<String, String> first = contents(router);
        emit("cloudfront-function", "-o", router, "--wave", "1", "--percent", "5", "--sticky", "cookie:sid");

        assertEquals(Set.of("README.md", "router.js", "routes.json"), first.keySet());
        assertEquals(first, contents(router), "the same bytes again");
        assertTrue(first.get("routes.json").contains("\"wave=1;percent=5;sticky=cookie:sid\""));
        Files.writeString(router.resolve("mine.txt"), "");
        Cli.run("plan", log(), "--emit", "cloudfront-function", "-o", router)
                .exits(2)
                .saysOnErr("another file, mine.txt");
    }

    private static Map<String, String> contents(Path router) throws IOException {
        Map<String, String> contents = new HashMap<>();
        try (Stream<Path> files = Files.list(router)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static Map<?, ?> template(Cli emitted) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(emitted.out());
    }

    private static Map<?, ?> map(Object value, String... names) {
        Map<?, ?> at = (Map<?, ?>) value;
        for (String name : names) {
            at = (Map<?, ?>) at.get(name);
        }
        return at;
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"openapi", "apigateway", "cloudfront", "sam", "cloudformation", "terraform"})
    void theSameLogsGiveTheSameDocument(String document) throws IOException {
        String one = emit(document, "--threads", "1").out();

        assertEquals(one, emit(document, "--threads", "4").out());
        assertFalse(one.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi", "apigateway", "cloudfront", "sam"})
    void nothingToMoveIsADocumentToo(String document) throws IOException {
        Path log = new TestLog().rows(5, "GET", "/.env", 404).to(folder.resolve("noise.gz"));

        Cli emitted = Cli.run("plan", log, "--emit", document).exits(0);

        switch (document) {
            case "cloudfront" -> assertEquals(0, behaviours(emitted).quantity());
            case "sam" -> assertTrue(map(template(emitted), "Resources").isEmpty());
            case "apigateway" ->
                assertEquals(Set.of("/$default"), api(emitted).getPaths().keySet());
            default -> assertTrue(api(emitted).getPaths().isEmpty());
        }
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
        Cli.run(Stream.concat(Stream.of(words), Stream.of("-o", folder.resolve("main.tf.json")))
                        .toArray())
                .exits(2)
                .saysOnErr("give -o a folder instead of");
        Object[] into = Stream.concat(Stream.of(words), Stream.of("-o", place)).toArray();
        Cli.run(into).exits(0);

        assertEquals(
                Set.of(
                        "main.tf.json",
                        "functions-1.tf.json",
                        "functions-2.tf.json",
                        "http-api.tf.json",
                        "terraform.tfstate"),
                contents(place).keySet());
        Path other = folder.resolve("other");
        Cli.run(Stream.concat(Stream.of(words), Stream.of("-o", other)).toArray())
                .exits(0);
        assertEquals(4, contents(other).size());
        Files.writeString(place.resolve("notes.txt"), "");
        Cli.run(into).exits(2).saysOnErr("another file, notes.txt");
    }

    @Test
    void theRouterMovesNothingUntilItIsTold() throws IOException {
        Path router = folder.resolve("quiet-router");

        emit("cloudfront-function", "-o", router);

        assertTrue(contents(router).get("routes.json").contains("\"wave=0;percent=100;sticky=ip\""));
        Cli.run("plan", log(), "--emit", "cloudfront-function", "-o", router, "--percent", "5")
                .exits(2)
                .saysOnErr("--percent needs --wave N");
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
