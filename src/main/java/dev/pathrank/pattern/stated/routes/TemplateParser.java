package dev.pathrank.pattern.stated.routes;

import dev.pathrank.pattern.stated.routes.TemplatePart.Literal;
import dev.pathrank.pattern.stated.routes.TemplatePart.OptionalPart;
import dev.pathrank.pattern.stated.routes.TemplatePart.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parser of path templates. The placeholder syntaxes of the frameworks hardly ever contradict each other, so all
 * are accepted: {@code :id}, {@code :id(\\d+)}, {@code :id?} (Express), {@code (.:format)}, {@code (/:page)},
 * {@code *rest} (Rails), {@code {id}}, {@code {id:regex}}, {@code {*rest}} (Spring), {@code {id:guid}}, {@code {id?}},
 * {@code {id=7}} (ASP.NET), {@code {id?}} (Laravel), {@code <int:id>}, {@code <path:p>} (Flask, Django),
 * {@code {p:path}} (Starlette), {@code {proxy+}} (API Gateway) and {@code {/:id}} (Express 5). Regular expressions are
 * left to {@link RegexTemplateParser}.
 */
final class TemplateParser {
    private static final Pattern COLON = Pattern.compile(":([A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern STAR = Pattern.compile("(\\*{1,2})([A-Za-z_][A-Za-z0-9_]*)?");
    private static final Pattern FORMAT = Pattern.compile("\\.:format");

    /**
     * Characters after which a colon begins a placeholder; after others it is literal text, as in
     * {@code /v1/users/{id}:activate}.
     */
    private static final String BEFORE_COLON = "/.-,~(@_;=+!$";

    private final String text;
    private final List<TemplatePart> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int at;

    private TemplateParser(String text) {
        this.text = text;
    }

    /**
     * Returns the parts of a path template.
     *
     * @throws IllegalArgumentException if a bracket is not closed
     */
    static List<TemplatePart> parse(String path) {
        return RegexTemplateParser.isRegex(path) ? RegexTemplateParser.parse(path) : new TemplateParser(path).parts();
    }

    private List<TemplatePart> parts() {
        boolean more = true;
        while (more && at < text.length()) {
            more = part(text.charAt(at));
        }
        endLiteral();
        return parts;
    }

    /** Parses one part; false where a query begins, which is not a part of the path. */
    private boolean part(char first) {
        switch (first) {
            case '<' -> add(angle(bracketed('>')));
            case '{' -> {
                String content = bracketed('}');
                if (content.matches("[?&].*")) {
                    return false; // the query of a URI template (RFC 6570)
                }
                add(brace(content));
            }
            case '(' -> group(bracketed(')'));
            case '*' -> star();
            case ':' -> colon();
            case '\\' -> {
                if (at + 1 == text.length()) {
                    throw new IllegalArgumentException("\"" + text + "\" ends in a backslash; remove it");
                }
                literal.append(text.charAt(at + 1));
                at += 2;
            }
            // A question mark that makes a placeholder optional is parsed with it, so this one begins a query.
            case '?', '#' -> {
                return false;
            }
            default -> {
                literal.append(first);
                at++;
            }
        }
        return true;
    }

    private void add(TemplatePart part) {
        endLiteral();
        parts.add(part);
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private String bracketed(char close) {
        String content = Brackets.content(text, at, close);
        at += content.length() + 2;
        return content;
    }

    /**
     * {@code id}, {@code int:id}, {@code path:p}, {@code any(a,b):x}; {@code p+} is the printed form of the rest of a
     * path.
     */
    static Placeholder angle(String content) {
        int colon = content.lastIndexOf(':');
        String converter = colon < 0 ? "" : content.substring(0, colon).strip();
        String name = content.substring(colon + 1).strip();
        return new Placeholder(name, converter.equals("path") || name.endsWith("+"));
    }

    private static TemplatePart brace(String content) {
        if (content.matches("[/.:-].*")) {
            return new OptionalPart(parse(content), false);
        }
        if (content.startsWith("*") || content.startsWith("+")) {
            Placeholder rest = new Placeholder(content.replaceAll("^[*+]+|[:=?].*", ""), true);
            return content.startsWith("+") ? rest : new OptionalPart(List.of(rest), true);
        }
        String name = content.replaceFirst("(?s)[:=?].*", "");
        String constraint = content.substring(name.length()).replaceFirst("^:", "");
        boolean rest = name.strip().endsWith("+")
                || constraint.strip().equals("path")
                || constraint.matches("=.*[*/].*")
                || !constraint.startsWith("regex(") && RegexTemplateParser.crossesSlashes(constraint);
        Placeholder variable = new Placeholder(name, rest);
        boolean optional = content.endsWith("?") || constraint.matches("[^({]*=.*") && !rest;
        return optional ? new OptionalPart(List.of(variable), true) : variable;
    }

    /**
     * Adds the content of parentheses as optional, without the file format of Rails, which does not change the path.
     */
    private void group(String content) {
        if (!FORMAT.matcher(content).matches()) {
            add(new OptionalPart(parse(content), false));
        }
    }

    private void star() {
        Matcher star = STAR.matcher(text).region(at, text.length());
        if (!star.lookingAt()) {
            throw new IllegalStateException("no star at " + at + " of " + text);
        }
        at = star.end();
        boolean segment = endsSegment(star.start() - 1) && (at == text.length() || text.charAt(at) == '/');
        boolean last = at == text.length();
        String name = star.group(2);
        Placeholder variable = new Placeholder(name == null ? "path" : name, name != null || last && segment);
        // In patterns of Spring and Ant two stars also match nothing.
        add(
                star.group(1).length() > 1
                        ? new OptionalPart(List.of(new Placeholder(variable.name(), true)), true)
                        : variable);
    }

    private boolean endsSegment(int index) {
        return index < 0 || text.charAt(index) == '/';
    }

    private void colon() {
        Matcher colon = COLON.matcher(text).region(at, text.length());
        boolean placeholder = colon.lookingAt() && (at == 0 || BEFORE_COLON.indexOf(text.charAt(at - 1)) >= 0);
        if (!placeholder) {
            literal.append(':');
            at++;
            return;
        }
        at = colon.end();
        boolean rest = constraint() || nextIs('*') || nextIs('+');
        Placeholder variable = new Placeholder(colon.group(1), rest);
        boolean optional = nextIs('?') || nextIs('*');
        at += optional || nextIs('+') ? 1 : 0;
        add(optional ? new OptionalPart(List.of(variable), true) : variable);
    }

    /**
     * Skips Express's {@code (\\d+)} after a name, but not Rails' {@code (.:format)}; true where the skipped expression
     * accepts slashes.
     */
    private boolean constraint() {
        if (!nextIs('(')) {
            return false;
        }
        String content = Brackets.content(text, at, ')');
        if (content.matches("[./-]?:[A-Za-z_].*|/.*|\\(.*")) {
            return false;
        }
        at += content.length() + 2;
        return RegexTemplateParser.crossesSlashes(content);
    }

    private boolean nextIs(char expected) {
        return at < text.length() && text.charAt(at) == expected;
    }
}
