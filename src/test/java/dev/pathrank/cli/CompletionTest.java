package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Completion of command lines, by the shells themselves where they are installed. */
class CompletionTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void makeFilesToComplete() throws IOException {
        for (String shell : List.of("bash", "zsh", "fish")) {
            Files.writeString(
                    folder.resolve("pathrank." + shell),
                    Cli.run("generate-completion", shell).exits(0).out());
        }
        Files.createFile(folder.resolve("some.gz"));
        Files.createDirectory(folder.resolve("some-logs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bash", "zsh", "fish"})
    void everyScriptHasEveryCommandAndTheWordsOfOptions(String shell) {
        String script = Cli.run(
                        (Object[]) ("generate-completion " + shell).strip().split(" "))
                .exits(0)
                .out();
        for (String word : List.of("rank", "compare", "config", "origin-calls", "no-sign-request", "price-region")) {
            assertTrue(script.contains(word), word);
        }
        assertTrue(!script.contains("generate-manual"), script);
    }

    @ParameterizedTest(name = "{0} <Tab> offers {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "pathrank ran           | rank",
                "pathrank rank --preset | --preset",
                "pathrank rank --preset '' | balanced careful traffic-first",
                "pathrank rank --order c | calls",
                "pathrank rank some     | some-logs some.gz",
                "pathrank rank --top 3 some | some-logs some.gz",
                "pathrank rank --lock some | some-logs some.gz"
            })
    void bashOffersCommandsWordsAndFiles(String line, String offered) throws Exception {
        Program.needs("bash");
        Files.writeString(folder.resolve("complete.sh"), """
                source pathrank.bash
                eval "COMP_WORDS=($1)"
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                COMP_LINE=$1 COMP_POINT=${#1}
                rule=$(complete -p pathrank)
                compopt() { :; }
                ${rule##*-F } 2>/dev/null || _complete_pathrank
                if [ ${#COMPREPLY[@]} -eq 0 ] && [[ $rule == *'-o default'* ]]; then
                    COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
                fi
                printf '%s\\n' "${COMPREPLY[@]}"
                """);
        assertEquals(offered, offers("bash", "complete.sh", line));
    }

    @ParameterizedTest(name = "{0} <Tab> offers {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "pathrank ran           | rank",
                "pathrank rank --prese  | --preset",
                "pathrank rank --order c | calls",
                "pathrank rank --top 3 some | some-logs/ some.gz",
                "pathrank rank --lock some | some-logs/ some.gz"
            })
    void fishOffersCommandsWordsAndFiles(String line, String offered) throws Exception {
        Program.needs("fish");
        Files.writeString(
                folder.resolve("complete.fish"),
                "source pathrank.fish\ncomplete -C $argv[1] | string replace -r '\\t.*' ''\n");
        assertEquals(offered, offers("fish", "complete.fish", line));
    }

    @Test
    void zshReadsItsScript() throws Exception {
        Program.needs("zsh");
        assertEquals("", offers("zsh", "-n", "pathrank.zsh"));
        Files.writeString(
                folder.resolve("define.zsh"),
                "autoload -U compinit; compinit -D; source ./pathrank.zsh; echo $_comps[pathrank]\n");
        assertEquals("_pathrank", offers("zsh", "-f", "define.zsh"));
    }

    /** What a shell prints, sorted, on one line. */
    private String offers(String... command) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("HOME", folder.toString(), "LC_ALL", "C.UTF-8");
        Program.Ended shell = Program.of(command).in(folder).with(environment).run();
        return String.join(
                " ",
                new TreeSet<>(
                        (shell.out() + shell.err()).lines().map(String::strip).toList()));
    }
}
