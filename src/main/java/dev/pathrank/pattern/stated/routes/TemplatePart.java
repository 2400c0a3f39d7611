package dev.pathrank.pattern.stated.routes;

import java.util.List;

/** A part of a path as a framework writes it. */
sealed interface TemplatePart {
    /** Stands for itself. */
    record Literal(String text) implements TemplatePart {}

    /**
     * A placeholder.
     *
     * @param name of letters, digits, hyphens and underscores
     * @param rest whether it stands for one segment or more
     */
    record Placeholder(String name, boolean rest) implements TemplatePart {
        public Placeholder {
            String clean = name.strip().replaceAll("[^A-Za-z0-9_-]+", "_").replaceAll("^_+|_+$", "");
            name = clean.isEmpty() ? "name" : clean;
        }
    }

    /**
     * May be missing.
     *
     * @param withSeparator whether the slash or point before it is then missing too
     */
    record OptionalPart(List<TemplatePart> parts, boolean withSeparator) implements TemplatePart {
        public OptionalPart {
            parts = List.copyOf(parts);
        }
    }
}
