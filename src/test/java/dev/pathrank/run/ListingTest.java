package dev.pathrank.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pathrank.source.ListingFilter;
import dev.pathrank.source.local.LocalSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
    @TempDir
    private Path folder;

    /** Both names read alike where a byte that is no character is replaced by one. */
    @Test
    void takesFilesForTwoWhoseNamesDifferInBytesThatAreNoCharacters() throws Exception {
        Process made = new ProcessBuilder(
                        "sh", "-c", "echo a > \"$(printf 'a\\377')\" && echo b > \"$(printf 'a\\376')\"")
                .directory(folder.toFile())
                .start();
        assumeTrue(made.waitFor() == 0, "left out: this file system has no such names");

        Listing listing = Listing.of(List.of(new LocalSource("logs", folder)), ListingFilter.ALL);

        assertEquals(2, listing.objects().size());
        assertEquals(0, listing.repeated());
    }
}
