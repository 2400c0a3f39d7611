package dev.pathrank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.Gzip;
import dev.pathrank.source.s3.S3Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the packaged jar through its launcher, in a separate process. */
class PackagedProgramIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void ranksTheSampleLogs() throws Exception {
        Program.Ended run = run("rank", "sample-logs");
        assertEquals(0, run.code(), run.err());
        List<String> lines = run.out().lines().toList();
        assertTrue(lines.get(0).startsWith("rank,method,pattern,score,reason,"), lines.get(0));
        assertTrue(lines.get(1).startsWith("1,GET,/user/<id>,"), lines.get(1));
        assertTrue(run.err().contains("objects: 64 listed = 64 read + 0 skipped + 0 failed"), run.err());
    }

    @Test
    void readsStandardInputThroughTheLauncher() throws Exception {
        Program.Ended run =
                launcher("rank", "-").reading(Gzip.text(anyObject())).run();
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().lines().count() > 1, run.out());
    }

    @Test
    void takesAClosedStandardInputForAnEmptyOne() throws Exception {
        String launcher = PROJECT.resolve("scripts/pathrank") + " rank - ";
        Program.Ended closed = Program.of("sh", "-c", launcher + "<&-").run();
        Program.Ended empty = Program.of("sh", "-c", launcher + "</dev/null").run();
        assertEquals(empty.code(), closed.code());
        assertEquals(empty.err().lines().findFirst(), closed.err().lines().findFirst());
    }

    @Test
    void saysItsVersionAndNothingElse() throws Exception {
        Program.Ended run = run("--version");
        assertEquals(0, run.code());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("pathrank "), run.out());
    }

    @Test
    void writesThePageAndTheWorkbook() throws Exception {
        for (String name : List.of("report.html", "report.xlsx")) {
            Program.Ended run =
                    run("report", "sample-logs", "-o", folder.resolve(name).toString());
            assertEquals(0, run.code(), run.err());
            assertTrue(Files.size(folder.resolve(name)) > 10_000, name);
        }
    }

    @Test
    void passesTheExitCodeOfWrongUsageOn() throws Exception {
        assertEquals(2, run("rank", "--no-such-option").code());
    }

    @Test
    void holdsWhatItNeedsToTalkToS3() throws Exception {
        // A port that nobody listens at: as far as a test can get without a server, and past every class that the SDK
        // looks up by name.
        Program.Ended run = run(
                "rank",
                "s3://bucket/prefix/",
                "--endpoint-url",
                "http://127.0.0.1:1",
                "--no-sign-request",
                "--region",
                "eu-west-1");
        assertEquals(1, run.code(), run.err());
        assertTrue(run.err().contains("127.0.0.1"), run.err());
        assertTrue(!run.err().contains("NoClassDefFound") && !run.err().contains("SLF4J"), run.err());
    }

    /** The run of another test may have made the cache; this one makes it where there is none. */
    @Test
    void aRunThatSpeaksOfS3UsesTheStartUpCacheOfS3() throws Exception {
        try (S3Server server = S3Server.start()) {
            server.createBucket("logs");
            server.put("logs", "a.gz", Files.readAllBytes(anyObject()));
            for (int run = 0; run < 2; run++) { // the first may only make the cache
                Program.Ended ended = launcher(
                                "rank",
                                "s3://logs/",
                                "--endpoint-url",
                                server.endpoint().toString(),
                                "--path-style",
                                "--region",
                                "us-east-1")
                        .with(Map.of(
                                "AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY,
                                "AWS_SECRET_ACCESS_KEY", S3Server.SECRET_KEY,
                                "PATHRANK_JAVA_OPTS", "-Xlog:class+load:file=" + folder.resolve("loaded" + run)))
                        .run();
                assertEquals(0, ended.code(), ended.err());
            }
        }
        List<String> loaded = Files.readAllLines(folder.resolve("loaded1"));
        List<String> ofS3 = loaded.stream()
                .filter(line -> line.contains("software.amazon.awssdk.services.s3.S3Client "))
                .toList();
        assertEquals(1, ofS3.size(), ofS3::toString);
        assertTrue(ofS3.get(0).contains("source: shared objects file"), ofS3::toString);
    }

    @Test
    void bringsItsLicenceNoticesAndListOfParts() throws Exception {
        try (ZipFile jar = new ZipFile(PROJECT.resolve("target/pathrank.jar").toFile())) {
            assertEquals(Files.readString(PROJECT.resolve("LICENSE")), content(jar, "META-INF/LICENSE"));
            String notice = content(jar, "META-INF/NOTICE");
            assertTrue(notice.strip().startsWith("pathrank\nCopyright 2026 The pathrank authors\n"), notice);
            assertTrue(notice.contains("AWS SDK for Java 2.0"), notice);
            String others = content(jar, "META-INF/THIRD-PARTY-LICENSES");
            for (String name : List.of("QOS.ch", "reactive-streams", "Tim Buktu", "Google", "MIT", "BSD")) {
                assertTrue(others.contains(name), name);
            }
            String parts = content(jar, "META-INF/sbom/pathrank.cdx.json");
            assertTrue(parts.contains("\"bomFormat\" : \"CycloneDX\""), parts);
            assertTrue(parts.contains("pkg:maven/software.amazon.awssdk/s3@"), parts);
            assertTrue(parts.contains("pkg:maven/gg.jte/jte-runtime@"), parts);
            assertTrue(parts.contains("pkg:maven/org.dhatim/fastexcel@"), parts);
            assertTrue(!parts.contains("org.junit"), parts);
        }
    }

    private static String content(ZipFile jar, String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        assertTrue(entry != null, name + " is missing");
        return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Path anyObject() throws IOException {
        try (var objects = Files.list(PROJECT.resolve("sample-logs"))) {
            return objects.sorted().findFirst().orElseThrow();
        }
    }

    private static Program.Ended run(String... arguments) throws Exception {
        return launcher(arguments).run();
    }

    private static Program launcher(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(PROJECT.resolve("scripts/pathrank").toString());
        command.addAll(List.of(arguments));
        return Program.of(command);
    }
}
