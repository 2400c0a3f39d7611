package dev.pathrank;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Shell commands of a document, split into statements and words. It knows quotes, comments and the usual operators. */
final class ShellText {
    private static final String OPERATORS = "|&;()<>";
    private static final Set<String> PROGRAMS = Set.of("scripts/pathrank", "pathrank", "scripts/pathrank-spark");
    private static final String JAR = "target/pathrank.jar";

    private final String text;
    private final List<Statement> statements = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private int begin;
    private int at;

    private ShellText(String text) {
        this.text = text;
    }

    private record Word(String text, boolean operator) {}

    /** A call of the program: its name and the words after it. */
    record Invocation(String program, List<String> words) {}

    /** A statement as it is written, with the calls of pathrank in it. */
    record Statement(String text, List<Invocation> invocations, boolean isInvocationAlone) {}

    static List<Statement> statements(String text) {
        ShellText shell = new ShellText(text);
        shell.split();
        return shell.statements;
    }

    private void split() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                endStatement();
                begin = ++at;
            } else if (text.startsWith("\\\n", at)) {
                at += 2;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '#') {
                at = end(text.indexOf('\n', at));
            } else if (OPERATORS.indexOf(c) >= 0) {
                words.add(new Word(String.valueOf(c), true));
                at++;
            } else {
                words.add(new Word(word(), false));
            }
        }
        endStatement();
    }

    private int end(int index) {
        return index < 0 ? text.length() : index;
    }

    /** Reads a word; what stands in quotes, and {@code $(…)}, belongs to it. */
    private String word() {
        StringBuilder word = new StringBuilder();
        while (at < text.length() && !ends(text.charAt(at))) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                int closing = end(text.indexOf(c, at + 1));
                word.append(text, at + 1, closing);
                at = Math.min(text.length(), closing + 1);
            } else if (text.startsWith("$(", at)) {
                int closing = end(text.indexOf(')', at));
                word.append(text, at, closing);
                at = Math.min(text.length(), closing + 1);
            } else {
                word.append(c);
                at++;
            }
        }
        return word.toString();
    }

    private static boolean ends(char c) {
        return Character.isWhitespace(c) || OPERATORS.indexOf(c) >= 0;
    }

    private void endStatement() {
        List<Invocation> invocations = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (runsProgram(i)) {
                invocations.add(new Invocation(words.get(i).text, wordsAfter(i)));
            }
        }
        if (!invocations.isEmpty()) {
            boolean alone = words.stream().noneMatch(Word::operator) && PROGRAMS.contains(words.get(0).text);
            statements.add(new Statement(text.substring(begin, at).strip(), List.copyOf(invocations), alone));
        }
        words = new ArrayList<>();
    }

    /** The program is the first word of a command, or the jar that {@code spark-submit} runs. */
    private boolean runsProgram(int i) {
        return isFirst(i)
                ? PROGRAMS.contains(words.get(i).text)
                : words.get(i).text.equals(JAR) && words.get(0).text.equals("spark-submit");
    }

    /** Whether no other word of the same command stands before it but values of variables. */
    private boolean isFirst(int i) {
        return i == 0 || words.get(i - 1).operator || words.get(i - 1).text.matches("[A-Z_]+=.*") && isFirst(i - 1);
    }

    private List<String> wordsAfter(int program) {
        return words.stream()
                .skip(program + 1L)
                .takeWhile(word -> !word.operator)
                .map(Word::text)
                .toList();
    }
}
