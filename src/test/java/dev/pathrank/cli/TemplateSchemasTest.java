package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pathrank.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Templates against the schemas of others: CloudFormation's resource types, the types of Terraform's provider, and an
 * OpenAPI validator for the bodies of APIs; CloudFormation and SAM with cfn-lint, too, where it is installed. Left out
 * where there are no schemas, which {@code scripts/test --all} fetches.
 */
@Tag("slow")
@Tag("foreign")
class TemplateSchemasTest {
    private static final Path MODULES = Path.of("target/schemas").toAbsolutePath();
    private static final List<String> FORMS = List.of("sam", "cloudformation", "terraform");

    @TempDir
    private Path folder;

    private Path emitted;

    @BeforeEach
    void needsSchemas() throws IOException {
        assumeTrue(
                Files.exists(MODULES.resolve("package/lib/iam-role/index.d.ts")),
                "left out: " + MODULES + " has no schemas; scripts/test --all fetches them");
        emitted = Files.createDirectory(folder.resolve("emitted"));
    }

    private String check() throws IOException, InterruptedException {
        String script = Path.of("src/test/resources/stack/check.mjs").toString();
        return Program.of("node", script, MODULES.toString(), emitted.toString())
                .run()
                .printed();
    }

    /** Fails if a fault was found, or other documents than these were checked. */
    private void hasNoFault(int documents) throws IOException, InterruptedException {
        String said = check();
        assertTrue(said.matches("checked: \\d+ resources, \\d+ values, " + documents + " documents\n"), said);
    }

    private void emit(String name, Object... words) throws IOException {
        for (String form : FORMS) {
            boolean module = form.equals("terraform");
            Path place = module ? Files.createDirectory(emitted.resolve(name)) : emitted.resolve(name + "-" + form);
            Path file = module ? place : Path.of(place + ".yaml");
            Cli.run("plan", words, "--emit", form, "--quiet", "-o", file).exits(0);
        }
        Path api = emitted.resolve(name + ".json");
        Cli.run("plan", words, "--emit", "apigateway", "--quiet", "-o", api).exits(0);
    }

    /** Endpoints of all targets: APIs of both kinds, function URLs, preflights, HEAD, large answers. */
    private Object[] manyKinds(Object... more) throws IOException {
        Path log = new TestLog()
                .rows(40, "GET", "/orders", 200)
                .rows(30, "POST", "/orders", 201)
                .rows(30, "HEAD", "/orders", 200)
                .rows(30, "OPTIONS", "/orders", 204)
                .rows(40, "GET", "/orders/42", 200)
                .rows(40, "GET", "/files/a/b/c", 200)
                .rows(40, "GET", "/geo/1.5,2.5", 200)
                .rows(40, "OPTIONS", "/geo/1.5,2.5", 204)
                .rows(40, "POST", "/me/$count", 200)
                .rows(40, "GET", "/tag/a%2520b", 200)
                .rows(40, "GET", "/tag/a%2520c", 200)
                .to(folder.resolve("kinds" + more.length + ".gz"));
        Path routes = Files.writeString(folder.resolve("kinds.csv"), """
                method,path
                GET,/orders/<id>
                GET,/files/<path+>
                GET,"/geo/<lat>,<lon>"
                OPTIONS,"/geo/<lat>,<lon>"
                GET,/tag/<name>
                """);
        return Stream.concat(Stream.of(log, "--routes", routes), Stream.of(more))
                .toArray();
    }

    @Test
    void everyResourceAndEveryBodyKeepsToItsSchema() throws IOException, InterruptedException {
        emit("sample", "sample-logs");
        emit("kinds", manyKinds("--db-connections", "1000"));
        emit("early", manyKinds("--quotas", "2017", "--vpc", "--growth", "1"));

        hasNoFault(15);
        if (Program.find("cfn-lint").isPresent()) {
            List<String> command = new ArrayList<>(List.of("cfn-lint"));
            try (Stream<Path> files = Files.list(emitted)) {
                files.map(Path::toString).filter(file -> file.endsWith(".yaml")).forEach(command::add);
            }
            Program.Ended linted = Program.of(command).run();
            assertEquals("", linted.out() + linted.err());
        }
    }

    @Test
    void aThousandEndpointsDoToo() throws IOException, InterruptedException {
        TestLog rows = new TestLog();
        StringBuilder routes = new StringBuilder();
        for (int number = 0; number < 500; number++) {
            rows.rows(1, "GET", "/r" + number, 200).rows(1, "PUT", "/r" + number + "/7", 200);
            routes.append("GET /r")
                    .append(number)
                    .append("\nPUT /r")
                    .append(number)
                    .append("/<id>\n");
        }
        Path log = rows.to(folder.resolve("large.gz"));
        Path declared = Files.writeString(folder.resolve("large.txt"), routes);
        for (String form : FORMS) {
            Path place = Files.createDirectory(emitted.resolve(form));
            Cli.run("plan", log, "--routes", declared, "--emit", form, "--quiet", "-o", place)
                    .exits(0);
        }

        hasNoFault(12);
    }

    @Test
    void faultsAreFound() throws IOException, InterruptedException {
        Files.writeString(emitted.resolve("a.yaml"), """
                Parameters: {Unused: {Type: String}}
                Resources:
                  Alarm:
                    Type: AWS::CloudWatch::Alarm
                    Properties: {Threshhold: 3, Period: sixty, AlarmActions: [{Ref: Nowhere}]}
                  Url:
                    Type: AWS::Lambda::Url
                    Properties: {TargetFunctionArn: {"Fn::GetAtt": [Alarm, FunctionArn]}}
                """);
        Path module = Files.createDirectory(emitted.resolve("b"));
        Files.writeString(module.resolve("main.tf.json"), """
                {"resource": {"aws_lambda_function": {"a": {"memory_size": "x", "role": "${aws_iam_role.none.arn}",
                  "vpc_config": [{"subnets": []}]}}}}
                """);
        Files.writeString(emitted.resolve("c.json"), "{\"openapi\": \"3.0.1\", \"paths\": {\"a\": []}}");

        String said = check();

        for (String fault : List.of(
                "no property Threshhold",
                "a string where a number belongs",
                "the property AuthType is missing",
                "there is no Nowhere",
                "nothing has Alarm.FunctionArn",
                "Unused is not used",
                "memory_size is no number",
                "the argument functionName is missing",
                "there is no argument subnets",
                "there is no aws_iam_role.none",
                "c.json: ")) {
            assertTrue(said.contains(fault), () -> fault + " is missing in " + said);
        }
    }
}
