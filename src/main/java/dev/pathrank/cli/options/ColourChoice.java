package dev.pathrank.cli.options;

import java.util.Locale;

/** When a table is coloured. */
enum ColourChoice {
    /** On a terminal, unless {@code NO_COLOR} is set. */
    AUTO,
    ALWAYS,
    NEVER;

    /** Returns the word of {@code --color}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
