package dev.pathrank.pattern.stated.routes;

import dev.pathrank.pattern.stated.routes.TemplatePart.Literal;
import dev.pathrank.pattern.stated.routes.TemplatePart.OptionalPart;
import dev.pathrank.pattern.stated.routes.TemplatePart.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parser of templates that are regular expressions, as in Django's {@code re_path}: {@code ^users/(?P<id>\d+)/$}.
 * Every group and every character class becomes a placeholder, whatever it would accept.
 */
final class RegexTemplateParser {
    private static final Pattern TYPICAL = Pattern.compile("^\\^|\\(\\?P<|\\$$|\\\\Z$");
    private static final Pattern NAMED = Pattern.compile("\\?P?<([A-Za-z_]\\w*)>(.*)", Pattern.DOTALL);
    /** What calls the whole expression or one of its groups, in the dialects that can: {@code (?R)}, {@code (?1)}. */
    private static final Pattern RECURSION = Pattern.compile("(?<!\\\\)\\(\\?(?:R|[+-]?\\d+|&\\w*|P>\\w*)\\)");

    private static final Pattern QUANTIFIER = Pattern.compile("[*+?]\\??|\\{\\d*(?:,\\d*)?}");
    private static final Pattern SLASHES = Pattern.compile("(?<!\\\\)\\.[*+]");

    private final String text;
    private final List<TemplatePart> parts = new ArrayList<>();
    private int at;

    private RegexTemplateParser(String text) {
        this.text = text;
    }

    /** Whether a path is a regular expression. */
    static boolean isRegex(String path) {
        return TYPICAL.matcher(path).find();
    }

    /** Whether a regular expression seems to accept slashes, which is assumed of {@code .*} and {@code .+}. */
    static boolean crossesSlashes(String regex) {
        return SLASHES.matcher(regex).find();
    }

    /** Returns the parts of a regular expression. */
    static List<TemplatePart> parse(String regex) {
        if (RECURSION.matcher(regex).find()) {
            throw new IllegalArgumentException(
                    "\"" + regex + "\" repeats a group, which is not supported; write the group out");
        }
        RegexTemplateParser spelling = new RegexTemplateParser(regex);
        while (spelling.at < regex.length()) {
            spelling.part(regex.charAt(spelling.at));
        }
        return spelling.parts;
    }

    private void part(char first) {
        switch (first) {
            case '^', '$' -> at++;
            case '(' -> {
                String content = Brackets.content(text, at, ')');
                at += content.length() + 2;
                addQuantified(group(content));
            }
            case '[' -> {
                int end = text.indexOf(']', at + 2);
                if (end < 0) {
                    throw new IllegalArgumentException("\"" + text + "\" has a [ without ]; close it, or write \\\\[");
                }
                at = end + 1;
                addQuantified(List.of(new Placeholder("name", false)));
            }
            case '<' -> {
                String content = Brackets.content(text, at, '>');
                at += content.length() + 2;
                if (isRegex(content)) {
                    throw new IllegalArgumentException("\"<" + content
                            + ">\" is neither a placeholder nor a regular expression; write one such as (?P<id>\\d+)");
                }
                parts.add(TemplateParser.angle(content));
            }
            case '.' -> {
                at++;
                boolean many = at < text.length() && "*+".indexOf(text.charAt(at)) >= 0;
                addQuantified(List.of(many ? new Placeholder("path", true) : new Literal(".")));
            }
            case '\\' -> escaped();
            default -> {
                at++;
                addQuantified(List.of(new Literal(String.valueOf(first))));
            }
        }
    }

    private void escaped() {
        if (at + 1 == text.length()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" ends in a backslash; complete the escape or remove it");
        }
        char escaped = text.charAt(at + 1);
        at += 2;
        if ("dDwWsS".indexOf(escaped) >= 0) {
            addQuantified(List.of(new Placeholder("name", false)));
        } else if ("AZzbB".indexOf(escaped) < 0) {
            addQuantified(List.of(new Literal(String.valueOf(escaped))));
        }
    }

    /**
     * Returns the parts of a group's content. A named group is a placeholder; a group without a name is parsed further,
     * unless it holds alternatives or captures.
     */
    private static List<TemplatePart> group(String content) {
        Matcher named = NAMED.matcher(content);
        if (named.matches()) {
            return List.of(new Placeholder(named.group(1), crossesSlashes(named.group(2))));
        }
        String inner = content.replaceFirst("^\\?[a-zA-Z-]*:", "");
        if (content.matches("\\?[a-zA-Z]+|\\?[=!<].*")) {
            return List.of();
        }
        boolean nested = inner.contains("(?P<") || !inner.equals(content) && !inner.contains("|");
        return nested ? parse(inner) : List.of(new Placeholder("name", crossesSlashes(inner)));
    }

    /**
     * Adds parts, optional where a quantifier says so. An optional slash at the end is dropped, since it is only a
     * spelling of the same path.
     */
    private void addQuantified(List<TemplatePart> added) {
        Matcher quantifier = QUANTIFIER.matcher(text).region(at, text.length());
        boolean optional = false;
        if (quantifier.lookingAt()) {
            at = quantifier.end();
            optional = quantifier.group().matches("\\?\\??|\\*\\??") && !(added.get(0) instanceof Placeholder);
        }
        boolean slashAtEnd = optional
                && added.equals(List.of(new Literal("/")))
                && text.substring(at).matches("\\$?|\\\\Z");
        if (!slashAtEnd) {
            if (optional) {
                parts.add(new OptionalPart(added, false));
            } else {
                parts.addAll(added);
            }
        }
    }
}
