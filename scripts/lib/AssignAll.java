import dev.pathrank.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code AssignAll REQUESTS PREDICTIONS [OPTION...]}: runs {@code pathrank patterns --assign} for each list in a
 * folder, in one process.
 */
public final class AssignAll {
    private AssignAll() {}

    public static void main(String[] args) throws IOException {
        Path to = Files.createDirectories(Path.of(args[1]));
        List<Path> lists;
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            lists = files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
        }
        boolean failed = lists.parallelStream()
                .anyMatch(list -> assign(list, to.resolve(list.getFileName()), args) != 0);
        System.exit(failed ? 1 : 0);
    }

    private static int assign(Path list, Path to, String[] args) {
        Stream<String> words = Stream.of("patterns", "--assign", list.toString(), "--out", to.toString());
        String[] all = Stream.concat(words, Stream.of(args).skip(2)).toArray(String[]::new);
        return Main.run(all, InputStream.nullInputStream(), OutputStream.nullOutputStream(), System.err);
    }
}
