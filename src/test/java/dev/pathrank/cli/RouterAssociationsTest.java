package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudfront.model.UpdateDistributionRequest;

/** The function of the switch in the configuration of a distribution. */
class RouterAssociationsTest {
    private static final String ROUTER = "arn:aws:cloudfront::123456789012:function/pathrank-router";
    private static final String DISTRIBUTION = """
            {"ETag": "E2QWRUHEXAMPLE", "DistributionConfig": {
              "CallerReference": "x", "Comment": "shop", "Enabled": true,
              "Origins": {"Quantity": 1, "Items": [{"Id": "monolith", "DomainName": "old.example.com"}]},
              "DefaultCacheBehavior": {"TargetOriginId": "monolith", "ViewerProtocolPolicy": "redirect-to-https",
                "CachePolicyId": "own", "AllowedMethods": {"Quantity": 2, "Items": ["HEAD", "GET"],
                  "CachedMethods": {"Quantity": 2, "Items": ["HEAD", "GET"]}}},
              "CacheBehaviors": {"Quantity": 3, "Items": [
                {"PathPattern": "/css/*", "TargetOriginId": "monolith", "ViewerProtocolPolicy": "allow-all"},
                {"PathPattern": "user/*", "TargetOriginId": "monolith", "ViewerProtocolPolicy": "https-only",
                 "FunctionAssociations": {"Quantity": 1, "Items": [
                   {"FunctionARN": "arn:aws:cloudfront::123456789012:function/f", "EventType": "viewer-response"}]}},
                {"PathPattern": "/shop/*", "TargetOriginId": "monolith", "ViewerProtocolPolicy": "https-only"}]}}}
            """;

    @TempDir
    private Path folder;

    private Path log;

    @BeforeEach
    void writeLog() throws IOException {
        log = new TestLog()
                .rows(50, "GET", "/user/42", 200)
                .rows(50, "POST", "/orders", 201)
                .rows(50, "GET", "/shop/list", 200)
                .rows(50, "GET", "/css/app.css", 200)
                .to(folder.resolve("log.gz"));
    }

    private Cli emit(String distribution) throws IOException {
        Path present = Files.writeString(folder.resolve("now.json"), distribution);
        return Cli.run("plan", log, "--emit", "cloudfront", "--distribution-config", present)
                .exits(0);
    }

    private static JsonNode json(Cli emitted) throws IOException {
        return new ObjectMapper().readTree(emitted.out());
    }

    private static String functions(JsonNode behaviour) {
        return behaviour.path("FunctionAssociations").toString();
    }

    @Test
    void theRouterIsAssociatedWithEveryBehaviourThatCallsComeThrough() throws IOException {
        Cli emitted = emit(DISTRIBUTION);

        JsonNode config = json(emitted);
        JsonNode items = config.get("CacheBehaviors").get("Items");
        String only =
                "{\"Quantity\":1,\"Items\":[{\"FunctionARN\":\"" + ROUTER + "\",\"EventType\":\"viewer-request\"}]}";
        assertEquals(only, functions(config.get("DefaultCacheBehavior")));
        assertEquals(only, functions(items.get(2)));
        assertEquals("", functions(items.get(0)), "static files do not move");
        assertEquals(2, items.get(1).get("FunctionAssociations").get("Quantity").asInt());
        assertEquals(
                "viewer-response",
                items.get(1)
                        .get("FunctionAssociations")
                        .get("Items")
                        .get(0)
                        .get("EventType")
                        .asText(),
                "what was there stays");
        assertEquals(3, items.size(), "no behaviour is added");
        assertEquals(
                7,
                config.get("DefaultCacheBehavior")
                        .get("AllowedMethods")
                        .get("Quantity")
                        .asInt(),
                "for POST");
        emitted.saysOnErr("the distribution has no origin http-api; add it first");
        emitted.saysOnErr("the default behaviour keeps its policies: if they forward Host");
        emitted.saysOnErr("--if-match E2QWRUHEXAMPLE");
        AwsModel.read(
                Map.of(
                        "Id",
                        "E1",
                        "IfMatch",
                        "x",
                        "DistributionConfig",
                        new ObjectMapper().convertValue(config, Map.class)),
                UpdateDistributionRequest.builder());
    }

    @Test
    void anotherRunAddsNothing() throws IOException {
        String once = emit(DISTRIBUTION).out();

        assertEquals(once, emit(once).out());
    }

    @Test
    void aFunctionThatIsThereKeepsItsPlaceAndIsNamed() throws IOException {
        Cli emitted = emit(DISTRIBUTION.replace("viewer-response", "viewer-request"));

        emitted.saysOnErr("the behaviour user/* has the viewer-request function"
                + " arn:aws:cloudfront::123456789012:function/f already");
        emitted.saysOnErr("until then these stay at the present origin: GET /user/");
        JsonNode user = json(emitted).get("CacheBehaviors").get("Items").get(1);
        assertFalse(functions(user).contains("pathrank-router"), user::toString);
    }

    @Test
    void lambdaAtEdgeOfAViewerEventKeepsTheRouterOutToo() throws IOException {
        Cli emitted = emit(DISTRIBUTION.replace("\"CachePolicyId\": \"own\"", """
                "LambdaFunctionAssociations": {"Quantity": 1, "Items": [{"EventType": "viewer-response",
                  "LambdaFunctionARN": "arn:aws:lambda:us-east-1:123456789012:function:e:1"}]}"""));

        emitted.saysOnErr("the default behaviour has Lambda@Edge of a viewer event"
                + " (arn:aws:lambda:us-east-1:123456789012:function:e:1) already");
        assertEquals("", functions(json(emitted).get("DefaultCacheBehavior")));
    }

    @Test
    void anAccountThatTheConfigurationDoesNotTellIsLeftToTheUser() throws IOException {
        Cli emitted = emit(DISTRIBUTION.replaceAll("(?s)\"FunctionAssociations.*?]}},", "\"Compress\": true},"));

        emitted.saysOnErr("put your account in the place of ${AWS::AccountId}");
        assertEquals(
                "arn:aws:cloudfront::${AWS::AccountId}:function/pathrank-router",
                json(emitted)
                        .get("DefaultCacheBehavior")
                        .get("FunctionAssociations")
                        .get("Items")
                        .get(0)
                        .get("FunctionARN")
                        .asText());
    }
}
