package dev.pathrank.plan.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Comparison of the token bucket with one that is filled and asked call by call. */
class TokenBucketProperties {
    @Property(tries = 100, seed = "20170212")
    void refusesWhatBruteForceRefuses(@ForAll long seed, @ForAll boolean early) {
        Random random = new Random(seed);
        int rate = 10 * (1 + random.nextInt(30));
        // A bucket of one token wastes what comes between two calls, which sums of a second do not show.
        int burst = 10 + random.nextInt(600);
        TokenBucket bucket = new TokenBucket(rate, burst, early);
        double fill = burst;
        long refused = 0;
        long expected = 0;
        int seconds = 60;
        for (int second = 0; second < seconds; second++) {
            int calls = random.nextInt(3) == 0 ? random.nextInt(900) : random.nextInt(40);
            refused += bucket.second(calls);
            double span = early ? 0.1 : 1;
            double last = 0;
            for (int call = 1; call <= calls; call++) {
                double at = span * call / calls;
                fill = Math.min(burst, fill + (at - last) * rate);
                last = at;
                if (fill >= 1) {
                    fill--;
                } else {
                    expected++;
                }
            }
            fill = Math.min(burst, fill + (1 - last) * rate);
        }
        // Whole calls need a whole token: at most one in each second goes the other way.
        String off = refused + " instead of " + expected + ", rate " + rate + ", burst " + burst;
        assertTrue(Math.abs(expected - refused) <= seconds, off);
    }

    @Example
    void aSecondAboveTheRateIsServedFromTheBurst() {
        TokenBucket even = new TokenBucket(1000, 2000, false);
        TokenBucket early = new TokenBucket(1000, 2000, true);

        assertEquals(0, even.second(1226));
        assertEquals(0, early.second(1226));
        assertEquals(1774, even.lowest());
        assertEquals(874, early.lowest());
        assertTrue(!even.isFull());
    }

    @Example
    void aLongPushEmptiesTheBucket() {
        TokenBucket bucket = new TokenBucket(1000, 2000, false);
        long refused = 0;
        for (int second = 0; second < 10; second++) {
            refused += bucket.second(1500);
        }
        assertEquals(10 * 500 - 2000, refused);
    }
}
