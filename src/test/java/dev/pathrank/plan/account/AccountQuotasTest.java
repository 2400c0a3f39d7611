package dev.pathrank.plan.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.data.QuotaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests against a server that answers as Service Quotas does. Properties of Java name it, so nothing runs beside. */
@Isolated
class AccountQuotasTest {
    private static final String LIST = " ServiceQuotasV20190624.ListServiceQuotas";

    private QuotaServer server;

    @BeforeEach
    void open() throws IOException {
        server = QuotaServer.open();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void appliedValuesReplaceTheDefaultsAndAllElseStays() {
        QuotaTable table = AccountQuotas.of("eu-central-1", null);

        assertEquals(OptionalLong.of(10), table.of(Quota.CONCURRENCY));
        assertEquals(OptionalLong.of(250), table.of(Quota.INTERFACES));
        assertEquals(OptionalLong.of(2500), table.of(Quota.API_RATE));
        assertEquals(OptionalLong.of(1250), table.of(Quota.API_BURST));
        assertEquals(OptionalLong.of(90), table.of(Quota.BEHAVIOURS), "its code is not known, so its name decides");
        assertEquals(OptionalLong.of(60), table.restTimeoutSeconds(), "60,000 ms");
        assertEquals(OptionalLong.of(300), table.of(Quota.ROUTES), "what is not told has its default");
        assertEquals(
                "Service Quotas of this account",
                table.source(Quota.CONCURRENCY).orElseThrow());
        assertEquals("this account in eu-central-1", table.name());
    }

    @Test
    void itAsksForEachServiceInTheRegionAndForCloudFrontInUsEast1AndReadsEveryPage() {
        AccountQuotas.of("eu-central-1", null);

        assertEquals(
                List.of(
                        "apigateway eu-central-1 0" + LIST,
                        "apigateway eu-central-1 1" + LIST,
                        "cloudfront us-east-1 0" + LIST,
                        "lambda eu-central-1 0" + LIST,
                        "lambda eu-central-1 1" + LIST),
                server.asked());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            503                                                          | 6
            429                                                          | 6
            400 {"__type":"com.amazonaws#TooManyRequestsException"}      | 6
            """)
    void asksAgainWhereTheServiceIsBusy(String answer, int requests) {
        server.answers(answer + " ");

        assertEquals(OptionalLong.of(10), AccountQuotas.of("eu-central-1", null).of(Quota.CONCURRENCY));
        assertEquals(requests, server.asked().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 {"__type":"AccessDeniedException","Message":"User is not authorized"} | refuses: AccessDeniedException: User is not authorized
            403 {"__type":"UnrecognizedClientException","message":"bad\\ttoken"}      | refuses: UnrecognizedClientException: bad token
            200 <html>sign in</html>                                                  | is not Service Quotas
            200 {"Quotas":[],"NextToken":"a\\"b"}                                     | NextToken that no AWS service makes
            """)
    void aRefusalIsNamedWithWhatToDo(String answer, String words) {
        server.answers(answer);

        UncheckedIOException failure =
                assertThrows(UncheckedIOException.class, () -> AccountQuotas.of("eu-central-1", null));

        assertTrue(failure.getMessage().startsWith("--quotas account: "), failure::getMessage);
        assertTrue(failure.getMessage().contains(words), failure::getMessage);
        assertTrue(failure.getMessage().contains("servicequotas:ListServiceQuotas"), failure::getMessage);
        assertEquals(1, server.asked().size(), "asking again would not help");
    }

    @Test
    void pagesWithoutEndAndOddValuesDoNoHarm() {
        for (int page = 0; page < 60; page++) {
            server.answers("200 {\"Quotas\":[{\"QuotaCode\":\"L-B99A9384\",\"QuotaName\":\"x\",\"Value\":-1},7,"
                    + "{\"QuotaCode\":\"L-B99A9384\",\"QuotaName\":\"x\",\"Value\":1e300}],\"NextToken\":\"x\"}");
        }

        UncheckedIOException failure =
                assertThrows(UncheckedIOException.class, () -> AccountQuotas.of("eu-central-1", null));

        assertTrue(failure.getMessage().contains("pages of apigateway without end"), failure::getMessage);
    }

    @Test
    void aRegionThatIsNoneIsRefusedBeforeAnythingIsSent() {
        assertThrows(IllegalArgumentException.class, () -> AccountQuotas.of("evil.example/", null));
        assertEquals(List.of(), server.asked());
    }
}
