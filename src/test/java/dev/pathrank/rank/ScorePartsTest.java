package dev.pathrank.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorePartsTest {
    private static final double HAIR = 1e-12;
    private static final ScoreScale SCALE = new ScoreScale(999, new Window(1000, 1100), 2000);

    @ParameterizedTest(name = "{0} origin calls -> {1}")
    @CsvSource({"0, 0", "9, 0.3333333333333333", "99, 0.6666666666666666", "999, 1"})
    void valueGrowsWithTheLogarithmOfOriginCalls(long originCalls, double value) {
        ScoreParts parts = parts(SampleStats.of("GET /a", 1000).origin(originCalls, 5));
        assertEquals(value, parts.value(), HAIR);
    }

    @Test
    void valueIsNothingWhereNobodyReachesTheOrigin() {
        ScoreScale cachedOnly = new ScoreScale(0, new Window(0, 10), 10);
        assertEquals(
                0,
                cachedOnly
                        .partsOf(SampleStats.of("GET /a", 10).origin(0, 0).get(), 0, null)
                        .value());
    }

    @ParameterizedTest(name = "p95 {0} ms -> {1}")
    @CsvSource({"0, 1", "100, 1", "101, 0.998245", "1703, 0.499994", "29000, 0", "29001, 0"})
    void briefFallsOnALogScale(long p95, double brief) {
        ScoreParts parts = parts(SampleStats.of("GET /a", 10).took(0, p95, p95));
        assertEquals(brief, parts.fit().brief(), 1e-6);
    }

    @ParameterizedTest(name = "p50 {0}, p95 {1} -> {2}")
    @CsvSource({"0, 0, 1", "0, 10, 0", "1, 4, 0.5", "2, 4, 1", "4, 4, 1"})
    void predictableComparesTheMedianWithTheTail(long p50, long p95, double predictable) {
        ScoreParts parts = parts(SampleStats.of("GET /a", 10).took(p50, p95, p95));
        assertEquals(predictable, parts.ease().predictable(), HAIR);
    }

    @Test
    void unevenComparesTheMeanOfTheRunWithThePeak() {
        // 100 origin calls in a window of 100 s are 1 a second.
        assertEquals(
                0.75, parts(SampleStats.of("GET /a", 100).origin(100, 4)).fit().uneven(), HAIR);
        assertEquals(
                0, parts(SampleStats.of("GET /a", 100).origin(100, 1)).fit().uneven(), HAIR);
    }

    @Test
    void aWindowOfNoLengthLastsASecond() {
        ScoreScale oneSecond = new ScoreScale(10, new Window(7, 7), 10);
        ScoreParts parts =
                oneSecond.partsOf(SampleStats.of("GET /a", 10).origin(10, 10).get(), 0, null);
        assertEquals(0, parts.fit().uneven(), HAIR);
    }

    @Test
    void aMeanAboveThePeakCountsAsSteady() {
        // Two rows one second apart: the window is one second long, and the peak second holds one call of two.
        ScoreScale twoSeconds = new ScoreScale(2, new Window(7, 8), 2);
        ScoreParts parts =
                twoSeconds.partsOf(SampleStats.of("GET /a", 2).origin(2, 1).get(), 0, null);
        assertEquals(0, parts.fit().uneven(), HAIR);
    }

    @Test
    void shareAndErrorsSaturate() {
        ScoreParts half = parts(SampleStats.of("GET /a", 200).errors(100, 5, 0));
        assertEquals(0.5, half.risk().share(), HAIR);
        assertEquals(0.5, half.risk().errors(), HAIR);
        ScoreParts full = parts(SampleStats.of("GET /a", 800).errors(0, 400, 0));
        assertEquals(1, full.risk().share());
        assertEquals(1, full.risk().errors());
    }

    @Test
    void onlySafeMethodsReadOnly() {
        assertTrue(parts(SampleStats.of("GET /a", 1)).ease().readOnly());
        assertFalse(parts(SampleStats.of("POST /a", 1)).ease().readOnly());
        assertFalse(parts(SampleStats.of("get /a", 1)).ease().readOnly());
        assertFalse(parts(SampleStats.of("PURGE /a", 1)).ease().readOnly());
    }

    @Test
    void addsUpByTheWeights() {
        ScoreParts parts = new ScoreParts(
                0.8,
                new ScoreParts.Fit(0.9, 0.7),
                new ScoreParts.Ease(true, 1, 0.6, null),
                new ScoreParts.Risk(0, 0.5, false, 0.2));
        assertEquals(0.82, parts.fit().score(), HAIR);
        assertEquals(0.78, parts.ease().score(), HAIR);
        assertEquals(0.17, parts.risk().score(), HAIR);
        // 100 * (0.30*0.80 + 0.20*0.82 + 0.25*0.78 + 0.25*0.83) = 80.65
        assertEquals(80.7, parts.score(Preset.BALANCED.weights()));
    }

    @Test
    void writesAndSensitiveDataAreRisky() {
        ScoreParts parts = new ScoreParts(
                0,
                new ScoreParts.Fit(null, null),
                new ScoreParts.Ease(false, 0, null, null),
                new ScoreParts.Risk(1, 1, true, 1));
        assertEquals(1, parts.risk().score(), HAIR);
        assertEquals(0.35, parts.ease().score(), HAIR);
    }

    @Test
    void termsWithoutDataAreNeutral() {
        ScoreParts parts = parts(SampleStats.of("GET /a", 10).origin(0, 0));
        assertNull(parts.fit().uneven());
        assertNull(parts.fit().brief());
        assertNull(parts.ease().predictable());
        assertEquals(0.5, parts.fit().score(), HAIR);
        assertEquals(0.5 + 0.2 + 0.15, parts.ease().score(), HAIR);
    }

    @Test
    void refusesNonsense() {
        assertThrows(IllegalArgumentException.class, () -> new Weights(0.5, 0.5, 0.5, -0.5));
        assertThrows(IllegalArgumentException.class, () -> new Weights(0.3, 0.3, 0.3, 0.3));
        assertThrows(IllegalArgumentException.class, () -> new Window(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Ratio(2, 1));
        assertThrows(IllegalArgumentException.class, () -> parts(SampleStats.of("GET /a", 1), 1.5));
    }

    private static ScoreParts parts(SampleStats stats) {
        return parts(stats, 0);
    }

    private static ScoreParts parts(SampleStats stats, double sensitive) {
        return SCALE.partsOf(stats.get(), sensitive, null);
    }
}
