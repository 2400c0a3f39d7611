package dev.pathrank.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTest {
    private static final ScoreScale SCALE = new ScoreScale(1_000_000, new Window(0, 1000), 1_000_000);

    @Test
    void saysWhatSpeaksForAnEndpoint() {
        assertReason(
                "read-only; 4th in origin calls; fast (p95 84 ms); uneven load (up to 40 calls/s)",
                SampleStats.of("GET /a", 1000).origin(1000, 40).took(60, 84, 90));
    }

    @Test
    void saysWhatSpeaksAgainstIt() {
        assertReason(
                "changes data; 4th in origin calls; slow (p95 6.3 s); steady load; durations vary widely; "
                        + "a fifth of all calls or more; 3 placeholders; 2.5 % server errors",
                SampleStats.of("PUT /<a>/<b>/<c>", 200_000)
                        .origin(200_000, 200)
                        .took(200, 6_250, 7_000)
                        .errors(0, 5_000, 0));
    }

    @Test
    void saysWhereTermsHadNoData() {
        assertReason(
                "read-only; 4th in origin calls; uneven load (up to 5 calls/s); duration unknown (assumed 0.5)",
                SampleStats.of("GET /a", 10).origin(10, 5));
        assertReason(
                "read-only; served by CloudFront only (cache or redirect); "
                        + "load and duration unknown (assumed 0.5)",
                SampleStats.of("GET /a", 10).origin(0, 0));
    }

    @Test
    void saysThatTheCacheTakesMostCalls() {
        assertReason(
                "read-only; 4th in origin calls; 92 % from the cache or redirected; p95 1 s; uneven load "
                        + "(up to 8 calls/s)",
                SampleStats.of("GET /a", 1000).origin(80, 8).took(600, 1000, 1000));
    }

    @Test
    void callsNoLoadUnevenThatIsAFewCallsASecondAtMost() {
        SampleStats few = SampleStats.of("GET /a", 10).origin(10, 4).took(10, 10, 10);
        assertReason("read-only; 4th in origin calls; fast (p95 10 ms)", few);
    }

    @Test
    void saysWhatTheUserSaid() {
        SampleStats stats = SampleStats.of("GET /a", 10).origin(10, 5).took(10, 10, 10);
        assertEquals(
                "read-only; 4th in origin calls; fast (p95 10 ms); uneven load (up to 5 calls/s); sensitive",
                reason(stats, 1, 4));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"1, 1st", "2, 2nd", "3, 3rd", "4, 4th", "11, 11th", "12, 12th", "13, 13th", "21, 21st", "111, 111th"})
    void countsInEnglish(int place, String ordinal) {
        SampleStats stats = SampleStats.of("GET /a", 10).origin(10, 5).took(10, 10, 10);
        assertEquals(
                "read-only; " + ordinal + " in origin calls; fast (p95 10 ms); uneven load (up to 5 calls/s)",
                reason(stats, 0, place));
    }

    @ParameterizedTest(name = "p95 {0} ms -> {1}")
    @CsvSource({
        "300, fast (p95 300 ms)",
        "301, p95 301 ms",
        "999, p95 999 ms",
        "1949, p95 1.9 s",
        "1950, p95 2 s",
        "2999, p95 3 s",
        "3000, slow (p95 3 s)",
    })
    void namesTheSpeedInReadableUnits(long p95, String words) {
        SampleStats stats = SampleStats.of("GET /a", 10).origin(10, 5).took(p95, p95, p95);
        assertReason("read-only; 4th in origin calls; " + words + "; uneven load (up to 5 calls/s)", stats);
    }

    private static void assertReason(String reason, SampleStats stats) {
        assertEquals(reason, reason(stats, 0, 4));
    }

    private static String reason(SampleStats stats, double sensitive, int place) {
        ScoreParts parts = SCALE.partsOf(stats.get(), sensitive, null);
        return Reason.joined(ReasonText.of(new Candidate(stats.get(), parts, 50), place));
    }
}
