package dev.pathrank.tally.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Spans of time: the first second is in them, the last is not. */
class SpanTest {
    private static final Span DAY = Span.ofDay(17_209); // 2017-02-12

    @Test
    void touchesTheNextDayWithoutOverlapping() {
        assertFalse(DAY.overlaps(Span.ofDay(17_210)));
        assertFalse(Span.ofDay(17_210).overlaps(DAY));
        assertTrue(DAY.overlaps(new Span(DAY.to() - 1, DAY.to() + 1)));
        assertTrue(DAY.overlaps(DAY));
    }

    @Test
    void holdsWhatLiesWithinItAndNothingElse() {
        assertTrue(Span.ALL.holds(DAY));
        assertFalse(DAY.holds(Span.ALL));
        assertTrue(DAY.holds(new Span(DAY.from(), DAY.from() + 1)));
        assertFalse(DAY.holds(new Span(DAY.from(), DAY.to() + 1)));
        assertFalse(DAY.holds(new Span(DAY.from() - 1, DAY.to())));
    }

    @Test
    void isADayOnlyFromMidnightToMidnight() {
        assertTrue(DAY.isDay());
        assertTrue(Span.ofDay(-1).isDay(), "before 1970 too");
        assertFalse(new Span(DAY.from() + 1, DAY.to() + 1).isDay());
        assertFalse(new Span(DAY.from(), DAY.to() + 86_400).isDay());
    }

    @Test
    void isNamedByItsDayOrByItsEnds() {
        assertEquals("2017-02-12", DAY.toString());
        assertEquals("2017-02-12T00:00:00Z to 2017-02-12T00:00:01Z", new Span(DAY.from(), DAY.from() + 1).toString());
        assertEquals("the beginning to the end", Span.ALL.toString());
    }

    @Test
    void isNeverEmpty() {
        assertThrows(IllegalArgumentException.class, () -> new Span(5, 5));
        assertThrows(IllegalArgumentException.class, () -> new Span(6, 5));
    }
}
