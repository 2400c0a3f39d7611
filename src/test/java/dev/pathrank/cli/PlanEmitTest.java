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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.CacheBehaviors;
import software.amazon.awssdk.services.cloudfront.model.Method;
import software.amazon.awssdk.services.cloudfront.model.UpdateDistributionRequest;
import software.amazon.awssdk.services.cloudfront.model.ViewerProtocolPolicy;

/** {@code pathrank plan --emit}: each document is read with a reader of its own format. */
class PlanEmitTest extends EmitCase {

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

    /** Such as the guard of an earlier wave, for a path that moves now. */
    @Test
    void aPresentBehaviourKeepsNoPathThatMoves() throws IOException {
        String now = DISTRIBUTION.replace("{\"PathPattern\": \"/user/css/*\"", """
                {"PathPattern": "/user/*/orders", "TargetOriginId": "monolith", "CachePolicyId": "own-orders"},
                {"PathPattern": "/user/9*", "TargetOriginId": "monolith", "CachePolicyId": "own-nine"},
                {"PathPattern": "/user/css/*\"""");
        Path present = Files.writeString(folder.resolve("guarded.json"), now);

        Cli emitted = emit("cloudfront", "--switch", "behaviours", "--distribution-config", present);

        CacheBehaviors behaviours = AwsModel.read(
                        (Map<?, ?>) json(emitted).get("CacheBehaviors"), CacheBehaviors.builder())
                .build();
        assertEquals("http-api", origin(behaviours, "/user/42/orders"));
        emitted.saysOnErr("the present behaviour /user/9* comes before /user/* and keeps its paths at monolith;");
    }

    /** What the API UpdateDistribution demands of a distribution. */
    private static final String WHOLE = """
            {"ETag": "E2QWRUHEXAMPLE", "DistributionConfig": {
              "CallerReference": "x", "Comment": "shop", "Enabled": true, "PriceClass": "PriceClass_All",
              "Aliases": {"Quantity": 1, "Items": ["www.example.com"]}, "DefaultRootObject": "",
              "Origins": {"Quantity": 1, "Items": [{"Id": "monolith", "DomainName": "old.example.com",
                "CustomOriginConfig": {"HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only",
                  "OriginReadTimeout": 30, "OriginKeepaliveTimeout": 5}}]},
              "DefaultCacheBehavior": {"TargetOriginId": "monolith", "ViewerProtocolPolicy": "redirect-to-https",
                "AllowedMethods": {"Quantity": 2, "Items": ["HEAD", "GET"],
                  "CachedMethods": {"Quantity": 2, "Items": ["HEAD", "GET"]}},
                "ForwardedValues": {"QueryString": true, "Cookies": {"Forward": "none"}},
                "MinTTL": 0, "DefaultTTL": 86400, "MaxTTL": 31536000},
              "CacheBehaviors": {"Quantity": 0}}}
            """;

    @Test
    void aMergedConfigurationIsWhatUpdateDistributionTakes() throws IOException {
        Path present = Files.writeString(folder.resolve("whole.json"), WHOLE);

        Map<?, ?> merged = json(emit("cloudfront", "--switch", "behaviours", "--distribution-config", present));
        UpdateDistributionRequest request = AwsModel.read(
                        Map.of("Id", "E1", "IfMatch", "E2QWRUHEXAMPLE", "DistributionConfig", merged),
                        UpdateDistributionRequest.builder())
                .build();

        CacheBehaviors behaviours = request.distributionConfig().cacheBehaviors();
        assertTrue(behaviours.quantity() > 0);
        assertEquals(behaviours.quantity(), behaviours.items().size());
        assertEquals(
                ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
                behaviours.items().get(0).viewerProtocolPolicy(),
                "as the default behaviour");
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

    @ParameterizedTest
    @CsvSource({
        "today, function-url-api-at-number-number, with the origin access control of the template",
        "2017, rest-api, origin path `/prod`"
    })
    void theRouterSaysWhatItsOriginsNeed(String quotas, String origin, String needs) throws IOException {
        Path router = folder.resolve("router");

        emit("cloudfront-function", "-o", router, "--quotas", quotas);

        String readme = contents(router).get("README.md");
        assertTrue(readme.matches("(?s).*   - `" + origin + "` \\(endpoints: \\d; " + needs + "\\)\\R.*"), readme);
        assertTrue(
                readme.contains("--query KeyValueStore.Status --output text)\" = READY ]; do sleep 5; done"), readme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi", "apigateway", "cloudfront", "sam", "cloudformation", "terraform"})
    void theSameLogsGiveTheSameDocument(String document) throws IOException {
        String one = emit(document, "--threads", "1").out();

        assertEquals(one, emit(document, "--threads", "4").out());
        assertFalse(one.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi", "apigateway", "cloudfront", "sam", "cloudformation"})
    void nothingToMoveIsADocumentToo(String document) throws IOException {
        Path log = new TestLog().rows(5, "GET", "/.env", 404).to(folder.resolve("noise.gz"));

        Cli emitted = Cli.run("plan", log, "--emit", document).exits(0);

        switch (document) {
            case "cloudfront" -> assertEquals(0, behaviours(emitted).quantity());
            case "sam", "cloudformation" -> {
                assertEquals(
                        Map.of("Nothing", Map.of("Type", "AWS::CloudFormation::WaitConditionHandle")),
                        map(template(emitted), "Resources"),
                        "CloudFormation takes no template without a resource");
                emitted.saysOnErr("no function answers for what has moved by then, so there is nothing to deploy");
            }
            case "apigateway" ->
                assertEquals(Set.of("/$default"), api(emitted).getPaths().keySet());
            default -> assertTrue(api(emitted).getPaths().isEmpty());
        }
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
}
