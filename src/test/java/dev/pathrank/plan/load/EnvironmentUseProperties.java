package dev.pathrank.plan.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Tests of how long each environment is busy, against independent calls that are simulated one by one. */
class EnvironmentUseProperties {
    @Test
    void callsThatCoverTheSecondKeepTheirEnvironmentsBusyForAllOfIt() {
        EnvironmentUse use = new EnvironmentUse(3);
        use.second(2, 0);
        use.second(1, 0);
        use.second(5, 0);

        assertArrayEquals(new double[] {3, 2, 1}, use.seconds());
    }

    @Test
    void oneCallInFlightOnTheMeanFindsTheFirstEnvironmentBusyForTwoThirdsOfTheTime() {
        EnvironmentUse use = new EnvironmentUse(2);
        use.second(0, 1000);

        assertEquals(1 - Math.exp(-1), use.seconds()[0], 1e-6);
        assertEquals(1 - 2 * Math.exp(-1), use.seconds()[1], 1e-6);
    }

    @Property(tries = 200)
    void allTogetherAreBusyForAsLongAsTheCallsTake(
            @ForAll @IntRange(max = 50) int whole, @ForAll @IntRange(max = 400_000) int partMs) {
        EnvironmentUse use = new EnvironmentUse(1000);
        use.second(whole, partMs);

        double sum = 0;
        double before = 1;
        for (double each : use.seconds()) {
            assertTrue(each <= before + 1e-6, "the next one is not busy for longer");
            before = each;
            sum += each;
        }
        assertEquals(whole + partMs / 1000.0, sum, 1e-3 * (1 + partMs / 1000.0));
    }

    @Property(tries = 30, seed = "18")
    void independentCallsKeepThemBusyAsForetold(@ForAll @DoubleRange(min = 0.1, max = 30) double mean) {
        Random random = new Random(18);
        int asked = 40;
        int seconds = 20_000;
        EnvironmentUse use = new EnvironmentUse(asked);
        long[] simulated = new long[asked];
        for (int second = 0; second < seconds; second++) {
            use.second(0, Math.round(mean * 1000));
            // What is in flight at an instant of a stationary service is Poisson.
            int inFlight = -1;
            for (double time = 0; time < mean; time -= Math.log(1 - random.nextDouble())) {
                inFlight++;
            }
            for (int environment = 0; environment < Math.min(asked, inFlight); environment++) {
                simulated[environment]++;
            }
        }
        double[] foretold = use.seconds();
        for (int environment = 0; environment < asked; environment++) {
            assertEquals((double) simulated[environment] / seconds, foretold[environment] / seconds, 0.02);
        }
    }
}
