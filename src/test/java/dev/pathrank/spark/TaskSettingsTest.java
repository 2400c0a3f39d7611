package dev.pathrank.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pathrank.cbor.CborWriter;
import dev.pathrank.log.FilterOptions;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.RowFilter;
import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.pattern.learn.LearningMode;
import dev.pathrank.pattern.stated.StatedPattern;
import dev.pathrank.run.Retention;
import dev.pathrank.run.RunSettings;
import dev.pathrank.source.s3.RetryPolicy;
import dev.pathrank.source.s3.S3Options;
import dev.pathrank.tally.TallyOptions;
import dev.pathrank.tally.file.Span;
import dev.pathrank.tally.memory.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that all settings reach every task. */
class TaskSettingsTest {
    private static final FilterOptions ROWS = new FilterOptions(
            Instant.parse("2017-02-01T00:00:00Z"),
            null,
            List.of("*.example.com"),
            List.of("GET"),
            List.of("!4xx"),
            List.of("/api/**"),
            List.of("/api/health"));

    private static final S3Options S3 = new S3Options(
            "eu-central-1", "logs", URI.create("http://127.0.0.1:9000"), true, false, true, RetryPolicy.DEFAULT);

    private static TaskSettings settings(RowFilter filter) {
        FoldingRules rules = new FoldingRules(
                List.of(new StatedPattern("GET", "/user/<id>"), StatedPattern.ofAnyMethod("/größe/<name>")),
                List.of("/user/me"),
                LearningMode.NOTHING,
                List.of("action", "r"));
        RunSettings run = new RunSettings(
                LogOptions.withFields("date time cs-method cs-uri-stem sc-status"),
                filter,
                new TallyOptions(rules, Limits.DEFAULT, Path.of("/elsewhere"), false),
                3,
                5 << 20,
                true,
                Retention.DAYS,
                Span.ofDay(17_208));
        return new TaskSettings(S3, run, 64, true);
    }

    @Test
    void everySettingArrives() throws IOException {
        RowFilter filter = new RowFilter(ROWS);
        TaskSettings sent = settings(filter);
        TaskSettings arrived = TaskSettings.of(sent.toBytes());
        assertEquals(ROWS, arrived.run().filter().options());
        // The filter is the one part that does not compare itself.
        assertEquals(
                sent,
                new TaskSettings(arrived.s3(), withFilter(arrived, filter), arrived.connections(), arrived.rejects()));
    }

    private static RunSettings withFilter(TaskSettings settings, RowFilter filter) {
        RunSettings run = settings.run();
        return new RunSettings(
                run.log(),
                filter,
                run.tally(),
                run.threads(),
                run.maxInflight(),
                run.failFast(),
                run.retention(),
                run.span());
    }

    @Test
    void anExecutorHasItsOwnFolderAndThreads() throws IOException {
        RunSettings here =
                TaskSettings.of(settings(new RowFilter(ROWS)).toBytes()).here(2).run();
        assertEquals(Path.of(System.getProperty("java.io.tmpdir")), here.tally().tmpDir());
        assertEquals(2, here.threads());
    }

    /** A setting of a kind that nobody thought of. */
    private record Unheard(Map<String, String> what) {}

    @Test
    void aSettingThatCannotBeSentIsNotForgotten() throws IOException {
        CborWriter out = new CborWriter(new ByteArrayOutputStream());
        assertThrows(IllegalStateException.class, () -> RecordCodec.write(new Unheard(Map.of("a", "b")), out));
    }
}
