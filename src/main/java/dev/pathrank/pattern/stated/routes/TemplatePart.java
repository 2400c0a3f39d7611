package dev.pathrank.pattern.stated.routes;

import java.util.List;

/** A part of a path template. */
sealed interface TemplatePart {
    /** Literal text. */
    record Literal(String text) implements TemplatePart {}

    /**
     * A placeholder.
     *
     * @param name letters, digits, hyphens and underscores; other characters are replaced
     * @param rest whether it stands for one or more segments
     */
    record Placeholder(String name, boolean rest) implements TemplatePart {
        public Placeholder {
            String clean = name.strip().replaceAll("[^A-Za-z0-9_-]+", "_").replaceAll("^_+|_+$", "");
            name = clean.isEmpty() ? "name" : clean;
        }
    }

    /**
     * Parts that may be missing.
     *
     * @param parts what may be missing
     * @param withSeparator whether the slash or point before the parts is missing with them
     */
    record OptionalPart(List<TemplatePart> parts, boolean withSeparator) implements TemplatePart {
        public OptionalPart {
            parts = List.copyOf(parts);
        }
    }
}
