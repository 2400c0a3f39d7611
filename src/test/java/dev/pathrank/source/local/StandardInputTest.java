package dev.pathrank.source.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.LogObject;
import dev.pathrank.source.ObjectUnavailableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StandardInputTest {
    @Test
    void isOneObjectThatIsReadOnceAndStaysOpen() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream process = new ByteArrayInputStream("rows".getBytes(UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        LogObject object = list(new StandardInput(process), ListingFilter.ALL).get(0);
        assertEquals("-", object.name());
        assertEquals(LogObject.UNKNOWN_SIZE, object.size());
        try (InputStream in = object.open()) {
            assertEquals("rows", new String(in.readAllBytes(), UTF_8));
        }
        assertFalse(closed.get());
        assertThrows(ObjectUnavailableException.class, object::open);
    }

    @Test
    void isOfNoDistribution() {
        ListingFilter filter = new ListingFilter(null, null, "E1AB", true);
        assertEquals(List.of(), list(new StandardInput(InputStream.nullInputStream()), filter));
    }

    private static List<LogObject> list(StandardInput source, ListingFilter keep) {
        List<LogObject> objects = new ArrayList<>();
        source.list(keep, objects::add);
        return objects;
    }
}
