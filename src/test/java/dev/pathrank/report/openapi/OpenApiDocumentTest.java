package dev.pathrank.report.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.pattern.stated.routes.DeclaredRoutes;
import dev.pathrank.pattern.stated.routes.RouteFile;
import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.RankOptions;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Ranking;
import dev.pathrank.rank.SampleStats;
import dev.pathrank.rank.Window;
import dev.pathrank.report.Format;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.report.TableStyle;
import dev.pathrank.tally.EndpointStats;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiDocumentTest {
    private static final Window WINDOW = new Window(1_486_684_800, 1_486_944_000);

    private static String document(String routes, SampleStats... endpoints) throws IOException {
        List<EndpointStats> stats = Stream.of(endpoints).map(SampleStats::get).toList();
        long calls = stats.stream().mapToLong(EndpointStats::calls).sum();
        DeclaredRoutes declared = DeclaredRoutes.of(
                List.of(RouteFile.read("routes", routes.getBytes(StandardCharsets.UTF_8))), List.of());
        List<RankedEndpoint> ranking =
                Ranking.of(stats, new DeclaredEndpoints(declared, false), RankOptions.DEFAULT, WINDOW, calls);
        StringWriter out = new StringWriter();
        OpenApiDocument.write(
                ranking,
                new ReportOptions(
                        TableStyle.of(Format.CSV),
                        false,
                        null,
                        EnumSet.allOf(EndpointKind.class),
                        true,
                        PlaceholderStyle.ANGLE),
                out);
        return out.toString();
    }

    private static OpenAPI parsed(String document) {
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(document);
        assertEquals(List.of(), result.getMessages(), document);
        return result.getOpenAPI();
    }

    @Test
    void isAcceptedByAParser() throws IOException {
        OpenAPI api = parsed(document(
                "GET /user/:id\nDELETE /never/<uuid>\nany /all",
                SampleStats.of("GET /user/<id>", 600).errors(3, 2, 1),
                SampleStats.of("PUT /user/<id>", 60),
                SampleStats.of("HEAD /user/<id>", 6),
                SampleStats.of("GET /user/<id>/orders/<id>", 50),
                SampleStats.of("GET /files/<path+>", 40),
                SampleStats.of("PROPFIND /files/<path+>", 4),
                SampleStats.of("GET /at/<number>,<number>", 30),
                SampleStats.of("GET /app.js", 20),
                SampleStats.of("GET /.env", 10).errors(10, 0, 0),
                SampleStats.of("GET /", 5)));

        assertEquals("3.1.0", api.getOpenapi());
        assertEquals("2017-02-10/2017-02-13", api.getInfo().getVersion());
        assertEquals(
                Set.of(
                        "/",
                        "/all",
                        "/at/{at_number},{at_number_2}",
                        "/files/{file_path}",
                        "/never/{never_uuid}",
                        "/user/{user_id}",
                        "/user/{user_id}/orders/{order_id}"),
                api.getPaths().keySet());
        PathItem user = api.getPaths().get("/user/{user_id}");
        assertEquals(
                Set.of(PathItem.HttpMethod.GET, PathItem.HttpMethod.PUT, PathItem.HttpMethod.HEAD),
                user.readOperationsMap().keySet());
        Map<String, Object> counted = user.getGet().getExtensions();
        assertEquals(600, counted.get("x-pathrank-calls"));
        assertEquals(3, counted.get("x-pathrank-errors-4xx"));
        assertEquals(true, counted.get("x-pathrank-declared"));
        assertEquals(false, user.getPut().getExtensions().get("x-pathrank-declared"));
        Parameter id = user.getParameters().get(0);
        assertEquals("user_id", id.getName());
        assertEquals("path", id.getIn());
        assertTrue(id.getRequired());
        PathItem never = api.getPaths().get("/never/{never_uuid}");
        assertEquals("unused", never.getDelete().getExtensions().get("x-pathrank-kind"));
        assertNull(never.getDelete().getExtensions().get("x-pathrank-first-seen"));
        assertTrue(api.getPaths().get("/all").getExtensions().containsKey("x-pathrank-other-methods"));
    }

    @Test
    void takesPathsThatDifferInNamesAloneForOne() throws IOException {
        OpenAPI api = parsed(document("/x", SampleStats.of("GET /a/<id>", 7), SampleStats.of("GET /a/<slug>", 5)));

        Map<String, Object> counted = api.getPaths().get("/a/{a_id}").getGet().getExtensions();
        assertEquals(12, counted.get("x-pathrank-calls"));
        assertEquals(List.of("/a/<id>", "/a/<slug>"), counted.get("x-pathrank-patterns"));
        assertEquals(2, api.getPaths().size());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/ | /",
                "/<slug> | /{slug}",
                "/users/<id> | /users/{user_id}",
                "/users/<user_id> | /users/{user_id}",
                "/categories/<id>/x/<id> | /categories/{category_id}/x/{x_id}",
                "/addresses/<id> | /addresses/{address_id}",
                "/status/<id> | /status/{status_id}",
                "/a/<id>/<id> | /a/{a_id}/{a_id_2}",
                "/a/<id>/<id>/<id> | /a/{a_id}/{a_id_2}/{a_id_3}",
                "/a/<id>.json | /a/{a_id}.json",
                "/v1.0/<id> | /v1.0/{v1_0_id}",
                "/%C3%A9/<id> | /%C3%A9/{id}",
                "/{x}/<path+> | /%7Bx%7D/{x_path}"
            })
    void namesParametersAfterTheLiteralBefore(String pattern, String path) {
        assertEquals(path, PathTemplate.of(pattern).path());
    }
}
