package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.samples.KindFormat;
import dev.pathrank.samples.KindTraffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One traffic, written in every kind of log that CloudFront has, gives one report. */
class SevenKindsTest {
    private static final KindTraffic TRAFFIC = KindTraffic.of(3000, 7);
    private static final String FIELDS = String.join(" ", KindFormat.V2_FIELDS);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(KindFormat.class)
    void givesOneAndTheSameReportOfEveryKind(KindFormat kind) throws IOException {
        Path log = Files.write(folder.resolve("object"), kind.write(TRAFFIC));
        Path zipped = Files.write(folder.resolve("zipped"), KindFormat.gzip(kind.write(TRAFFIC)));
        String expected = report(Files.write(folder.resolve("legacy"), KindFormat.LEGACY.write(TRAFFIC)));

        assertEquals(expected, report(log));
        assertEquals(expected, report(zipped));
    }

    @Test
    void readsAllKindsOfOneRunIntoOneListOfEndpoints() throws IOException {
        List<Object> mixed = new ArrayList<>(List.of("rank", "--fields", FIELDS));
        List<Object> alike = new ArrayList<>(List.of("rank"));
        for (KindFormat kind : KindFormat.values()) {
            KindTraffic part = KindTraffic.of(400, kind.ordinal());
            mixed.add(Files.write(folder.resolve("mixed-" + kind), kind.write(part)));
            alike.add(Files.write(folder.resolve("alike-" + kind), KindFormat.LEGACY.write(part)));
        }

        Cli run = Cli.run(mixed.toArray()).exits(0).saysOnErr("objects: 7 listed = 7 read + 0 skipped + 0 failed");

        assertEquals(Cli.run(alike.toArray()).exits(0).out(), run.out());
    }

    private static String report(Path log) {
        return Cli.run("rank", "--fields", FIELDS, log)
                .exits(0)
                .saysOnErr("rows: 3,000 read = 3,000 counted + 0 filtered + 0 rejected")
                .doesNotSayOnErr("odd")
                .out();
    }
}
