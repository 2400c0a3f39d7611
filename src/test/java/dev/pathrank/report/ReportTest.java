package dev.pathrank.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pathrank.Golden;
import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.rank.EndpointKind;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {
    private static final Set<EndpointKind> EVERY_KIND = EnumSet.allOf(EndpointKind.class);

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"HTML", "XLSX"},
            mode = EnumSource.Mode.EXCLUDE)
    void writesTheGoldenReport(Format format) throws IOException {
        assertGolden(
                "rank." + format.word(),
                new ReportOptions(TableStyle.of(format), false, null, EVERY_KIND, false, PlaceholderStyle.ANGLE));
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"HTML", "XLSX"},
            mode = EnumSource.Mode.EXCLUDE)
    void putsTheHostBeforeTheMethod(Format format) throws IOException {
        assertGolden(
                "rank-by-host." + format.word(),
                new ReportOptions(TableStyle.of(format), true, 4, EVERY_KIND, false, PlaceholderStyle.ANGLE));
    }

    @Test
    void hasTheColumnsOfTheContract() {
        String columns =
                "rank,method,pattern,score,reason,kind,calls,origin_calls,share,cumulative_share,p50_ms,p95_ms,p99_ms,"
                        + "max_ms,peak_rps,peak_at,errors_4xx,errors_5xx,aborted,hit_ratio,clients,bytes_out,"
                        + "variables,duration_from,first_seen,last_seen,example";
        assertEquals(List.of(columns.split(",")), names(false));
        assertEquals(List.of(columns.replace("rank,", "rank,host,").split(",")), names(true));
    }

    @ParameterizedTest(name = "--top {0} --only {1}")
    @CsvSource({"1, ENDPOINT", "3, ENDPOINT", "100, ENDPOINT", "1, ASSET NOISE", "2, ASSET NOISE", "1, UNUSED"})
    void topAndOnlyDropRowsAndChangeNoCell(int top, String kinds) throws IOException {
        EnumSet<EndpointKind> only = EnumSet.noneOf(EndpointKind.class);
        Stream.of(kinds.split(" ")).map(EndpointKind::valueOf).forEach(only::add);
        // The golden ranking has one line a row, so whole lines compare whole rows.
        List<String> all = lines(ReportOptions.DEFAULT);
        List<String> expected = Stream.concat(
                        Stream.of(all.get(0)),
                        all.stream()
                                .skip(1)
                                .filter(line -> only.stream().anyMatch(kind -> line.contains("," + kind.word() + ",")))
                                .limit(top))
                .toList();
        assertEquals(
                expected,
                lines(new ReportOptions(TableStyle.of(Format.CSV), false, top, only, false, PlaceholderStyle.ANGLE)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {"CSV ~ 1", "TSV ~ 1", "JSON ~ 1", "MARKDOWN ~ 2"})
    void writesAnEmptyRankingToo(Format format, int lines) throws IOException {
        String report = Rankings.written(
                List.of(),
                new ReportOptions(TableStyle.of(format), false, null, EVERY_KIND, false, PlaceholderStyle.ANGLE));
        assertEquals(lines, report.lines().count());
        assertEquals('\n', report.charAt(report.length() - 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"HTML", "XLSX"},
            mode = EnumSource.Mode.EXCLUDE)
    void aFullDiskIsAFailure(Format format) {
        IOException failure = assertThrows(
                IOException.class,
                () -> RankReport.write(
                        Rankings.sample(),
                        null,
                        new ReportOptions(
                                TableStyle.of(format), false, null, EVERY_KIND, false, PlaceholderStyle.ANGLE),
                        new FullDisk()));
        assertEquals("No space left on device", failure.getMessage());
    }

    @Test
    void refusesOptionsThatShowNothing() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ReportOptions(
                        TableStyle.of(Format.CSV), false, 0, EVERY_KIND, false, PlaceholderStyle.ANGLE));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ReportOptions(
                        TableStyle.of(Format.CSV), false, null, Set.of(), false, PlaceholderStyle.ANGLE));
    }

    private static List<String> names(boolean byHost) {
        ReportOptions options = new ReportOptions(
                TableStyle.of(Format.CSV),
                byHost,
                null,
                EnumSet.allOf(EndpointKind.class),
                false,
                PlaceholderStyle.ANGLE);
        return RankColumns.of(options, null).stream().map(Column::name).toList();
    }

    private static List<String> lines(ReportOptions options) throws IOException {
        return Rankings.written(Rankings.sample(), options).lines().toList();
    }

    private static void assertGolden(String name, ReportOptions options) throws IOException {
        Golden.assertSame(
                Path.of("src", "test", "resources", "golden", name), Rankings.written(Rankings.sample(), options));
    }

    /** Fails when flushed, like a real file: buffered bytes are written then. */
    private static final class FullDisk extends Writer {
        @Override
        public void write(char[] text, int from, int length) {}

        @Override
        public void flush() throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void close() {}
    }
}
