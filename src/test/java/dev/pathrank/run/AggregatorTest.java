package dev.pathrank.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.log.FilterOptions;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.RowFilter;
import dev.pathrank.log.reader.LogReader;
import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.tally.RejectSink;
import dev.pathrank.tally.RowCollector;
import dev.pathrank.tally.TallyOptions;
import dev.pathrank.tally.memory.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class AggregatorTest {
    @TempDir
    Path tmpDir;

    private RunSettings options;

    @BeforeEach
    void makeOptions() {
        options = RunSettings.of(
                LogOptions.DEFAULT,
                new RowFilter(FilterOptions.NONE),
                new TallyOptions(FoldingRules.NONE, Limits.DEFAULT, tmpDir, false),
                1);
    }

    private PartialAggregate share(String path) throws IOException {
        PartialAggregate share = new PartialAggregate(options);
        String log =
                "#Fields: date time cs-method cs-uri-stem sc-status\n2017-02-12\t16:00:00\tGET\t" + path + "\t200\n";
        new LogReader(LogOptions.DEFAULT)
                .read(
                        new ByteArrayInputStream(log.getBytes(UTF_8)),
                        new RowCollector(
                                new RowFilter(FilterOptions.NONE),
                                share.tally(),
                                share.rows(),
                                share.seen(),
                                RejectSink.NONE));
        return share;
    }

    @Test
    void isHeavyUntilSharesAreHandedIn() throws IOException {
        try (Aggregator sum = new Aggregator(options, 1)) {
            PartialAggregate share = share("/a");
            assertFalse(sum.isHeavy());

            sum.weigh(share);
            assertTrue(sum.isHeavy());

            sum.take(share);
            assertFalse(sum.isHeavy());
            assertEquals(1, sum.total().tally().calls());
        }
    }

    @Test
    void forgetsWhatCountsNotAtAll() throws IOException {
        try (Aggregator sum = new Aggregator(options, 1);
                PartialAggregate lost = share("/a")) {
            sum.weigh(lost);
            sum.leave(lost);

            assertFalse(sum.isHeavy());
            assertEquals(0, sum.total().tally().calls());
        }
    }

    @Test
    void givesTheTurnMoreThanOnceToTheSameThread() throws Exception {
        try (Aggregator sum = new Aggregator(options, 1)) {
            sum.awaitTurn();
            sum.awaitTurn();
            sum.endTurn();
            sum.endTurn();

            Thread other = new Thread(() -> {
                try {
                    sum.awaitTurn();
                    sum.endTurn();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            other.start();
            other.join();
        }
    }
}
