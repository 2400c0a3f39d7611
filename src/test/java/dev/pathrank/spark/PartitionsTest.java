package dev.pathrank.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.Address;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How a listing is cut into tasks. */
class PartitionsTest {
    private static final long MB = 1 << 20;

    private static List<Address> objects(LongStream sizes) {
        List<Address> objects = new ArrayList<>();
        sizes.forEach(size -> {
            String name = "s3://logs/cdn/E1AAA.2017-02-12-16." + objects.size() + ".gz";
            objects.add(new Address(name, name, name, size, "tag"));
        });
        return objects;
    }

    private static List<List<Address>> cut(List<Address> objects, int processors) throws IOException {
        List<List<Address>> pieces = new ArrayList<>();
        for (byte[] piece : Partitions.of(objects, processors)) {
            pieces.add(Partitions.objects(piece));
        }
        return pieces;
    }

    private static long bytes(List<Address> piece) {
        return piece.stream().mapToLong(Address::size).sum();
    }

    @Test
    void everyObjectIsInOnePieceAndInItsOrder() throws IOException {
        List<Address> objects = objects(new Random(7).longs(1_000, 0, 3 * MB));
        assertEquals(objects, cut(objects, 5).stream().flatMap(List::stream).toList());
    }

    @Test
    void piecesAreOfAboutTheSameBytes() throws IOException {
        List<Address> objects = objects(new Random(7).longs(10_000, 0, 3 * MB));
        List<List<Address>> pieces = cut(objects, 5);
        long mean = bytes(objects) / pieces.size();
        for (List<Address> piece : pieces) {
            assertTrue(Math.abs(bytes(piece) - mean) <= 3 * MB, bytes(piece) + " of " + mean);
        }
    }

    @Test
    void manySmallObjectsStayTogether() throws IOException {
        assertEquals(
                8, cut(objects(LongStream.generate(() -> 900).limit(2_000)), 2).size());
    }

    @Test
    void muchIsCutSoThatALostTaskIsSoonRepeated() throws IOException {
        List<Address> objects = objects(LongStream.generate(() -> 64 * MB).limit(400));
        cut(objects, 1).forEach(piece -> assertTrue(bytes(piece) <= 128 * MB, piece.size() + " objects"));
    }

    @Test
    void aLargeObjectIsAPieceOfItsOwn() throws IOException {
        List<List<Address>> pieces = cut(objects(LongStream.of(MB, MB, 4_000 * MB, MB, MB)), 2);
        assertTrue(
                pieces.stream().anyMatch(piece -> piece.size() == 1 && bytes(piece) == 4_000 * MB), pieces::toString);
    }

    @Test
    void aFewObjectsAreOneEach() throws IOException {
        assertEquals(3, cut(objects(LongStream.of(5, 5, 5)), 8).size());
    }
}
