package dev.pathrank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.s3.S3Server;
import dev.pathrank.source.s3.SystemProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run that the start-up cache of S3 is made from. */
class S3TrainingTest {
    @TempDir
    private Path folder;

    private final SystemProperties credentials = S3Server.signIn(); // the training sets its own

    @AfterEach
    void restoreCredentials() {
        credentials.close();
    }

    @Test
    void reportsTheLogsOfAFolderAsIfTheyWereInS3() throws IOException {
        Path report = folder.resolve("report.html");
        assertEquals(0, S3Training.report(Path.of("sample-logs"), report.toString()));
        assertTrue(Files.readString(report).contains("s3://logs/"), "the report names its source");
    }
}
