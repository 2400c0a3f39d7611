package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan moves what its switch can move, in the waves that the user fixed. */
class BehaviourPlanTest {
    private static final String CART = "/%E3%82%AB%E3%83%BC%E3%83%88";

    @TempDir
    private Path folder;

    private Cli plan(Path log, String choice, Object... more) {
        return Cli.run("plan", log, "--switch", choice, more).exits(0);
    }

    private void staysWithBehavioursOnly(Path log, String... rows) {
        Cli apart = plan(log, "function");
        Cli together = plan(log, "behaviours");
        for (String row : rows) {
            assertFalse(apart.cell(row, "wave").isEmpty(), apart::toString);
            assertEquals("", together.cell(row, "wave"), together::toString);
            assertEquals("", together.cell(row, "cost_month"), together::toString);
            assertTrue(together.cell(row, "reason").contains("--switch function moves methods apart"), row);
        }
        Cli emitted = plan(log, "behaviours", "--emit", "cloudfront");
        assertFalse(emitted.err().contains("leaves out"), emitted::toString);
    }

    @Test
    void aPathStaysWhoseMethodsNeedOriginsOfTheirOwn() throws IOException {
        Path log = new TestLog()
                .rows(50, "GET", CART.replace("%", "%25"), 200)
                .rows(50, "POST", CART.replace("%", "%25"), 201)
                .rows(50, "GET", "/user/42", 200)
                .rows(50, "POST", "/user/42", 200)
                .to(folder.resolve("cart.gz"));

        staysWithBehavioursOnly(log, "GET " + CART, "POST " + CART);
        assertFalse(plan(log, "behaviours").cell("GET /user/<id>", "wave").isEmpty(), "one API has both");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/カート/<id>", "/%E3%82%AB%E3%83%BC%E3%83%88/{id}", "/%e3%82%ab%e3%83%bc%e3%83%88/:id"})
    void wavesAreFixedForPathsInAnyScriptAsTheyAreTyped(String path) throws IOException {
        Path log = new TestLog()
                .rows(50, "GET", CART.replace("%", "%25") + "/1", 200)
                .rows(50, "GET", CART.replace("%", "%25") + "/2", 200)
                .rows(400, "GET", "/user/42", 200)
                .to(folder.resolve("carts.gz"));
        Path waves = Files.writeString(folder.resolve("waves.txt"), "1 GET " + path + "\n2 GET /주문/<id>\n");

        Cli plan = plan(log, "function", "--waves", waves, "--pattern", "/カート/<id>");

        assertEquals("1", plan.cell("GET " + CART + "/<id>", "wave"), plan::toString);
        assertTrue(plan.cell("GET " + CART + "/<id>", "reason").startsWith("assigned"), plan::toString);
        plan.saysOnErr("--waves names endpoints that do not move: GET /주문/<id>;");
    }

    @Test
    void aPathStaysWithAMethodThatDoesNotMove() throws IOException {
        Path log = new TestLog()
                .rows(50, "GET", "/orders", 200)
                .rows(50, "OPTIONS", "/orders", 204)
                .rows(50, "POST", "/orders", 201)
                .rows(50, "GET", "/shop", 200)
                .rows(50, "HEAD", "/shop", 200)
                .to(folder.resolve("orders.gz"));
        Path routes = Files.writeString(folder.resolve("routes.csv"), """
                method,path,never
                POST,/orders,yes
                GET,/orders,
                GET,/shop,
                """);

        Cli together = plan(log, "behaviours", "--routes", routes);

        assertEquals("", together.cell("GET /orders", "wave"), together::toString);
        assertEquals("", together.cell("OPTIONS /orders", "wave"), together::toString);
        assertFalse(together.cell("GET /shop", "wave").isEmpty(), together::toString);
        assertFalse(together.cell("HEAD /shop", "wave").isEmpty(), together::toString);
        assertFalse(plan(log, "function", "--routes", routes)
                .cell("GET /orders", "wave")
                .isEmpty());
    }
}
