package dev.pathrank.pattern.stated.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A path template in the syntax of any framework, as printed patterns: {@code /user/:id}, {@code /user/{id}} and
 * {@code /user/<int:id>} become {@code /user/<id>}. A template with optional parts stands for several patterns.
 */
final class RouteTemplate {
    private static final int MOST_VARIANTS = 64;
    private static final int LONGEST = 8192;
    private static final int SHOWN = 57;
    private static final int DEEPEST = 50;
    private static final Pattern SCHEME_AND_HOST = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/]*");

    private final List<StringBuilder> variants = new ArrayList<>(List.of(new StringBuilder()));

    private RouteTemplate() {}

    /**
     * Returns the patterns that a template stands for, each once.
     *
     * @param written the template, perhaps with a scheme and host before it
     * @throws IllegalArgumentException if it cannot be parsed; the message says why and what to do
     */
    static List<String> patterns(String written) {
        requireUsual(written);
        RouteTemplate template = new RouteTemplate();
        template.addAll(TemplateParser.parse(SCHEME_AND_HOST.matcher(written).replaceFirst("")));
        Set<String> patterns = new LinkedHashSet<>();
        for (StringBuilder variant : template.variants) {
            patterns.add(("/" + variant).replaceAll("/{2,}", "/"));
        }
        return List.copyOf(patterns);
    }

    // No server takes a longer address, and every bracket within another is parsed by a call within another.
    private static void requireUsual(String written) {
        if (written.length() > LONGEST) {
            throw new IllegalArgumentException("\"" + written.substring(0, SHOWN) + "...\" has " + written.length()
                    + " characters; write a path of at most " + LONGEST);
        }
        int depth = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            depth += "([{<".indexOf(c) >= 0 ? 1 : ")]}>".indexOf(c) >= 0 ? -1 : 0;
            if (depth > DEEPEST) {
                throw new IllegalArgumentException("the path has more than " + DEEPEST
                        + " nested brackets; write placeholders such as <id>, {id} or :id");
            }
        }
    }

    private void addAll(List<TemplatePart> parts) {
        for (TemplatePart part : parts) {
            if (part instanceof TemplatePart.Literal literal) {
                append(wireForm(literal.text()));
            } else if (part instanceof TemplatePart.Placeholder variable) {
                append("<" + variable.name() + (variable.rest() ? "+>" : ">"));
            } else if (part instanceof TemplatePart.OptionalPart optional) {
                addOptional(optional);
            }
        }
    }

    private void append(String text) {
        variants.forEach(variant -> variant.append(text));
    }

    private void addOptional(TemplatePart.OptionalPart optional) {
        List<StringBuilder> without = new ArrayList<>();
        for (StringBuilder variant : variants) {
            int end = variant.length();
            boolean separated = optional.withSeparator() && end > 0 && "/.".indexOf(variant.charAt(end - 1)) >= 0;
            without.add(new StringBuilder(variant).delete(separated ? end - 1 : end, end));
        }
        addAll(optional.parts());
        if (variants.size() + without.size() > MOST_VARIANTS) {
            throw new IllegalArgumentException("the path has too many optional parts: it expands to more than "
                    + MOST_VARIANTS + " patterns; list the existing ones instead");
        }
        variants.addAll(0, without);
    }

    /**
     * Returns literal text as it appears in a request: characters outside 0x21 to 0x7E, and those that would begin a
     * placeholder or a query, percent-encoded.
     */
    private static String wireForm(String literal) {
        StringBuilder form = new StringBuilder(literal.length());
        for (byte octet : literal.getBytes(UTF_8)) {
            if (octet > 0x20 && octet < 0x7F && "<>{}?#".indexOf(octet) < 0) {
                form.append((char) octet);
            } else {
                form.append(String.format(Locale.ROOT, "%%%02X", octet));
            }
        }
        return form.toString();
    }
}
