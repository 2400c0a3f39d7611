package dev.pathrank.pattern.learn.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.pattern.Paths;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Node;
import dev.pathrank.pattern.tree.PathTree;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotFoundCountsTest {
    private static boolean number(Node<Paths.Count> node) {
        return node.shape() == Shape.INTEGER;
    }

    private static Node<Paths.Count> host(PathTree<Paths.Count> tree) {
        return tree.root().children().get(0);
    }

    private static Node<Paths.Count> child(Node<Paths.Count> of, String name) {
        return of.children().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsNotFoundIsLaidOnWhatIsFound() {
        Paths paths = new Paths()
                .answered("GET", "/shop/lamp", 7)
                .answered("GET", "/shop/lamp/photo", 2)
                .answered("GET", "/shop/lamp/17", 5)
                .failed("GET", "/shop/lamp", 3)
                .failed("PUT", "/shop/lamp", 1)
                .failed("GET", "/shop/lamp", 4, 500)
                .failed("GET", "/shop/lamp/17", 9);
        Node<Paths.Count> host = host(paths.answered());
        NotFoundCounts<Paths.Count> misses = NotFoundCounts.of(host, host(paths.failedTree()));
        Node<Paths.Count> lamp = child(child(host, "shop"), "lamp");
        assertArrayEquals(new long[] {4, 9}, misses.literalRows(List.of(lamp), NotFoundCountsTest::number));
    }

    @Test
    void wordsThatWereNeverAnsweredAreCountedBesideThoseThatWere() {
        Paths paths = new Paths()
                .answered("GET", "/shop/lamp", 7)
                .failed("GET", "/shop/vase", 3)
                .failed("GET", "/shop/17", 5)
                .failed("GET", "/shop/bowl/photo", 2);
        Node<Paths.Count> host = host(paths.answered());
        NotFoundCounts<Paths.Count> misses = NotFoundCounts.of(host, host(paths.failedTree()));
        assertEquals(3, misses.atUnknown(List.of(child(host, "shop"))));
    }

    @Test
    void whereNothingFailedNothingIsMissed() {
        Paths paths = new Paths().answered("GET", "/shop/lamp", 7);
        Node<Paths.Count> host = host(paths.answered());
        assertArrayEquals(
                new long[] {0, 7},
                NotFoundCounts.<Paths.Count>of(host, null)
                        .literalRows(List.of(child(host, "shop")), NotFoundCountsTest::number));
    }
}
