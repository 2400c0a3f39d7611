package dev.pathrank.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Logs whose plan is emitted as a document, and readers of what is written. */
abstract class EmitCase {
    @TempDir
    Path folder;

    /** Wave 1 has reads, wave 2 writes; the patterns are stated, so nothing depends on learning. */
    Path log() throws IOException {
        return new TestLog()
                .rows(300, "GET", "/user/42", 200)
                .rows(40, "HEAD", "/user/42", 200)
                .rows(120, "GET", "/user/me", 200)
                .rows(90, "GET", "/files/a/b/c", 200)
                .rows(80, "GET", "/at/1,2", 200)
                .rows(70, "GET", "/caf%C3%A9", 200)
                .rows(60, "POST", "/user/42", 201)
                .rows(30, "GET", "/user/42/orders", 200)
                .rows(10, "GET", "/user/css/app.css", 200)
                .to(folder.resolve("shop.gz"));
    }

    Cli emit(String document, Object... more) throws IOException {
        Path patterns = Files.writeString(folder.resolve("routes.csv"), """
                method,path,never
                GET,/user/<id>,
                GET,/user/me,yes
                POST,/user/<id>,
                GET,/user/<id>/orders,
                GET,/files/<path+>,
                GET,"/at/<number>,<number>",
                """);
        return Cli.run("plan", log(), "--routes", patterns, "--emit", document, more)
                .exits(0);
    }

    static Map<?, ?> template(Cli emitted) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(emitted.out());
    }

    static Map<?, ?> map(Object value, String... names) {
        Map<?, ?> at = (Map<?, ?>) value;
        for (String name : names) {
            at = (Map<?, ?>) at.get(name);
        }
        return at;
    }

    static Map<String, String> contents(Path router) throws IOException {
        Map<String, String> contents = new HashMap<>();
        try (Stream<Path> files = Files.list(router)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
