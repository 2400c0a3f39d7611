package dev.pathrank.log.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hostile Parquet file beside good logs, in a small heap. */
class HostileNeighbourTest {
    private static final List<String> NAMES = List.of(
            "date",
            "time",
            "sc_bytes",
            "c_ip",
            "cs_method",
            "cs_host",
            "cs_uri_stem",
            "sc_status",
            "cs_referer",
            "cs_user_agent",
            "cs_uri_query",
            "x_edge_result_type",
            "x_host_header",
            "cs_protocol",
            "cs_bytes");

    @TempDir
    private Path folder;

    /** Every column is the same page of 30 MB, of which nearly nothing is a value. */
    private static byte[] hostile() {
        byte[] page = CraftedParquet.data(1, 0, 5, new byte[30 << 20], new byte[0]);
        return new CraftedParquet().column("unread", 0, page).sharedBy(NAMES).of(1);
    }

    @Test
    void takesNoMemoryFromTheOthers() throws IOException, InterruptedException {
        try (OutputStream zipped = new GZIPOutputStream(Files.newOutputStream(folder.resolve("hostile.parquet.gz")))) {
            zipped.write(hostile());
        }
        String fields = "#Fields: date time cs-method cs-uri-stem sc-status\n";
        for (int file = 0; file < 20; file++) {
            Files.write(
                    folder.resolve("good" + file + ".log"),
                    (fields + "2017-02-12\t16:00:00\tGET\t/a\t200\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8));
        }

        Program.Ended run = Program.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.pathrank.Main",
                        "rank",
                        folder.toString())
                .run();

        assertEquals(0, run.code(), run::err);
        assertTrue(run.out().contains(",GET,/a,"), run::out);
        assertTrue(run.err().contains("1,000,000 counted"), run::err);
        assertTrue(!run.err().contains("memory"), run::err);
    }
}
