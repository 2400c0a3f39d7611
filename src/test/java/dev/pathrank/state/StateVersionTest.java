package dev.pathrank.state;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.source.local.FolderStore;
import dev.pathrank.tally.Tally;
import dev.pathrank.tally.TallyOptions;
import dev.pathrank.tally.file.Span;
import dev.pathrank.tally.file.TallyFileWriter;
import dev.pathrank.tally.file.TallyHeader;
import dev.pathrank.tally.memory.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a state whose day files have another layout is refused before anything is written to it. */
class StateVersionTest {
    private static final long DAY = 17_209;
    private static final TallyHeader HEADER = new TallyHeader(1, new TreeMap<>(), Span.ALL);

    @TempDir
    Path folder;

    @Test
    void aDayOfAnotherVersionIsNotDamaged() throws IOException {
        TallyOptions options = new TallyOptions(FoldingRules.stating(List.of()), Limits.DEFAULT, folder, false);
        String file = writeDayOfVersion(1, options);
        writeManifest(file);

        StateException refused = assertThrows(
                StateException.class, () -> State.open(FolderStore.open("s", folder, false), HEADER, options));

        assertEquals(
                "the state s was created by another version of pathrank: its file " + file
                        + " has format version 1, but this pathrank reads version 4: count the logs again",
                refused.getMessage());
    }

    private String writeDayOfVersion(int version, TallyOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Tally tally = new Tally(options)) {
            TallyFileWriter.write(out, HEADER, List.of(), tally);
        }
        byte[] file = out.toByteArray();
        file["pathrank tally\n".getBytes(US_ASCII).length + 3] = (byte) version;
        MessageDigest digest = ContentName.digest();
        digest.update(file);
        String name = ContentName.of(DAY, digest);
        Files.write(folder.resolve(name), file);
        return name;
    }

    private void writeManifest(String file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Manifest(HEADER, new TreeMap<>(Map.of(DAY, file))).write(out, to -> {});
        Files.write(folder.resolve("manifest"), out.toByteArray());
    }
}
