package dev.pathrank;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of a Markdown document, with the lines that show its output. It has one of three forms: a fenced block that
 * begins with {@code $ } (commands, each with its output); another fenced block or a span of code (commands alone); and
 * a comment {@code <!-- $ command -->} before a table or a quotation, which is then the output.
 *
 * @param line of the command, from 1
 * @param from the first line of the output, from 0
 * @param to the line after the output; {@code from} where no output is shown
 * @param indent of every line of the output
 * @param output what those lines are
 */
record DocumentBlock(int line, String command, int from, int to, String indent, Output output) {
    /** What a document shows of a command's output. */
    enum Output {
        LINES,
        /** A quotation, whose line breaks are free. */
        QUOTED,
        /** Nothing; the command runs if its files exist. */
        NOT_SHOWN,
        /** Nothing; the command is only an example. */
        MENTIONED
    }

    private static final Pattern FENCE = Pattern.compile("( *)(`{3,})\\w*");
    private static final String PROMPT = "$ ";
    private static final String COMMENT = "<!-- $ ";
    private static final String COMMENT_END = "-->";
    private static final Pattern SPAN = Pattern.compile("`((?:scripts/)?pathrank [^`]+)`");

    /** Finds the blocks of a document, in their order. */
    static List<DocumentBlock> in(List<String> lines) {
        List<DocumentBlock> blocks = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            Matcher fence = FENCE.matcher(lines.get(at));
            if (fence.matches()) {
                at = fenced(lines, at, fence.group(1), fence.group(2), blocks);
            } else if (lines.get(at).startsWith(COMMENT)) {
                at = commented(lines, at, blocks);
            } else {
                Matcher span = SPAN.matcher(lines.get(at));
                while (span.find()) {
                    blocks.add(new DocumentBlock(at + 1, span.group(1), at, at, "", Output.MENTIONED));
                }
            }
        }
        return blocks;
    }

    private static int fenced(List<String> lines, int open, String indent, String fence, List<DocumentBlock> blocks) {
        int close = open + 1;
        while (!lines.get(close).equals(indent + fence)) {
            close++;
        }
        if (lines.get(open + 1).startsWith(indent + PROMPT)) {
            session(lines, open + 1, close, indent, blocks);
        } else {
            String text = String.join("\n", lines.subList(open + 1, close));
            for (ShellText.Statement statement : ShellText.statements(text)) {
                blocks.add(new DocumentBlock(open + 1, statement.text(), open, open, indent, Output.NOT_SHOWN));
            }
        }
        return close;
    }

    private static void session(List<String> lines, int from, int to, String indent, List<DocumentBlock> blocks) {
        int at = from;
        while (at < to) {
            int line = at + 1;
            StringBuilder command = new StringBuilder(lines.get(at).substring(indent.length() + PROMPT.length()));
            while (lines.get(at).endsWith("\\")) {
                command.append('\n').append(lines.get(++at));
            }
            int begin = ++at;
            while (at < to && !lines.get(at).startsWith(indent + PROMPT)) {
                at++;
            }
            blocks.add(new DocumentBlock(line, command.toString(), begin, at, indent, Output.LINES));
        }
    }

    private static int commented(List<String> lines, int open, List<DocumentBlock> blocks) {
        int close = open;
        while (!lines.get(close).endsWith(COMMENT_END)) {
            close++;
        }
        String text = String.join("\n", lines.subList(open, close + 1));
        String command = text.substring(COMMENT.length(), text.length() - COMMENT_END.length())
                .strip();
        int begin = close + 1;
        while (lines.get(begin).isBlank()) {
            begin++;
        }
        int end = begin;
        while (end < lines.size() && !lines.get(end).isBlank()) {
            end++;
        }
        Output output = lines.get(begin).startsWith(">") ? Output.QUOTED : Output.LINES;
        blocks.add(new DocumentBlock(open + 1, command, begin, end, "", output));
        return end - 1;
    }
}
