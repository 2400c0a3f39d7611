package dev.pathrank.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.state.ObjectIndex.Found;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of the known objects and their versions. */
class ObjectIndexTest {
    private final ObjectIndex known = new ObjectIndex();

    @Test
    void knowsNothingAtFirst() {
        assertTrue(known.isEmpty());
        assertEquals(Optional.empty(), known.find("a", "1"));
    }

    @Test
    void tellsTheSameVersionFromAnotherAndFromNone() {
        known.add("a", "1");

        assertFalse(known.isEmpty());
        assertEquals(Optional.of(Found.SAME), known.find("a", "1"));
        assertEquals(Optional.of(Found.OTHER_VERSION), known.find("a", "2"));
        assertEquals(Optional.empty(), known.find("b", "1"));
    }

    @Test
    void remembersEveryVersionOfAnObject() {
        known.add("a", "1");
        known.add("a", "2");

        assertEquals(Optional.of(Found.SAME), known.find("a", "1"));
        assertEquals(Optional.of(Found.SAME), known.find("a", "2"));
        assertEquals(Optional.of(Found.OTHER_VERSION), known.find("a", "3"));
    }

    @Test
    void losesNoneOfManyAndInventsNone() {
        for (int object = 0; object < 10_000; object++) {
            known.add("s3://logs/" + object, "v" + object);
        }
        for (int object = 0; object < 10_000; object++) {
            assertEquals(Optional.of(Found.SAME), known.find("s3://logs/" + object, "v" + object));
            assertEquals(Optional.empty(), known.find("s3://others/" + object, "v" + object));
        }
    }
}
