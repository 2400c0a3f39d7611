package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.plan.account.QuotaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of what the account, its Region and the runtime change in a plan. */
@Isolated
class PlanAccountTest {
    @TempDir
    private Path folder;

    private Path log;

    @BeforeEach
    void writeLog() throws IOException {
        TestLog rows = new TestLog();
        for (int call = 0; call < 40; call++) {
            rows.row("2017-02-12\t16:00:01", "GET", "/user/" + call, "200").with("0.100", "0.900");
        }
        log = Files.write(folder.resolve("calls.log"), rows.plain());
    }

    private Cli plan(Object... options) {
        return Cli.run("plan", log, options);
    }

    @Test
    void theQuotasOfTheAccountDecideAndAreToldWithTheirSource() throws IOException {
        try (QuotaServer server = QuotaServer.open()) {
            Cli plan = plan("--quotas", "account", "--price-region", "eu-central-1", "--format", "markdown")
                    .exits(0);

            says(plan, "with the quotas of this account in eu-central-1");
            says(plan, "- lambda-concurrency 10: Service Quotas of this account");
            says(plan, "AWS Lambda: Concurrent executions (L-B99A9384) | 10 |");
            says(plan, "--service-code lambda --quota-code L-B99A9384");
            says(plan, "--region eu-central-1");
            assertEquals(5, server.asked().size());
        }
    }

    @Test
    void whereServiceQuotasRefusesThereIsNoPlan() throws IOException {
        try (QuotaServer server = QuotaServer.open()) {
            server.answers("400 {\"__type\":\"AccessDeniedException\",\"Message\":\"no\"}");
            plan("--quotas", "account")
                    .exits(1)
                    .printsNothing()
                    .saysOnErr("--quotas account: Service Quotas in us-east-1 refuses: AccessDeniedException: no;"
                            + " it needs credentials that allow servicequotas:ListServiceQuotas");
        }
    }

    @Test
    void aNewerRegionHasLowerQuotasOfApiGateway() {
        Cli plan = plan("--price-region", "eu-south-1", "--format", "markdown").exits(0);

        says(plan, "- api-gateway-rate 2,500: ");
        says(plan, "- api-gateway-burst 1,250: ");
        says(plan("--format", "markdown").exits(0), "- api-gateway-rate 10,000: ");
    }

    @Test
    void interfacesAreAskedOfLambda() throws IOException {
        Path one = Files.writeString(folder.resolve("one.yaml"), "quotas:\n  network-interfaces: 1\n");

        Cli plan = plan("--quotas", one, "--vpc", "--subnets", "10.0.0.0/24,10.0.1.0/24", "--format", "markdown");

        says(plan, "AWS Lambda: Elastic network interfaces per VPC (L-9FEE3D26)");
        says(plan, "--service-code lambda --quota-code L-9FEE3D26");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            java21     | -   | A cold call waits 670 ms longer
            java21     | 300 | A cold call waits 300 ms longer
            python3.13 | 400 | SnapStart costs $
            """)
    void aSnapshotIsRestoredInPlaceOfAStart(String runtime, String ms, String words) {
        Cli plan = ms == null
                ? plan("--snapstart", "--runtime", runtime, "--format", "markdown")
                : plan("--snapstart", "--runtime", runtime, "--start-up-ms", ms, "--format", "markdown");

        says(plan.exits(0), words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --snapstart                               | --snapstart is not available for --runtime nodejs22
            --snapstart --runtime ruby3.4             | --snapstart is not available for --runtime ruby3.4
            --snapstart --runtime java25              | has no measured time yet; add the time with --start-up-ms
            --snapstart --runtime java21 --quotas 2017 | --snapstart did not exist yet with the quotas of early 2017
            --runtime nodejs24                        | has no measured start-up time yet; add the time with --start-up-ms
            --runtime nodejs22 --start-up-ms 5        | both set the start-up time
            --quotas account --price-region evil/x    | --price-region "evil/x" is not a Region of AWS; choose one of
            --price-region eu-moon-1                  | not a Region of AWS; choose one of eu-central-1, eu-central-2,
            --price-region eu-central1                | not a Region of AWS; did you mean eu-central-1?
            --price-region us-east                    | not a Region of AWS; did you mean us-east-1 or us-east-2?
            --price-region aws-global                 | --price-region "aws-global" is not a Region of AWS
            """)
    void whatDoesNotGoTogetherIsWrongUsage(String options, String words) {
        plan((Object[]) options.split(" ")).exits(2).saysOnErr(words);
    }

    @Test
    void aRuntimeThatNobodyMeasuredTakesTheTimeThatIsGiven() {
        says(
                plan("--runtime", "nodejs24", "--start-up-ms", "150", "--format", "markdown")
                        .exits(0),
                "A cold call waits 150 ms longer");
    }

    @Test
    void callsThatNoFunctionWouldFinishAreCountedInTheSummary() throws IOException {
        TestLog rows = new TestLog().rows(5, "GET", "/quick", 200);
        for (String seconds : List.of("899.999", "900.000", "900.001", "3600.000")) {
            rows.row("2017-02-12\t17:00:01", "GET", "/endless", "200").with("0.100", seconds);
        }
        log = Files.write(folder.resolve("long.log"), rows.plain());
        Path summary = folder.resolve("summary.json");

        plan("--summary", summary).exits(0).saysOnErr("calls over 900 s: 2, which count as 900 s in the plan");

        assertTrue(Files.readString(summary).contains("\"calls_over_900_s\": 2"));
    }

    private static void says(Cli plan, String words) {
        assertTrue(plan.out().contains(words), () -> words + "\nis not in\n" + plan);
    }
}
