package dev.pathrank.pattern.learn.features;

import java.util.regex.Pattern;

/**
 * The names that wikis give to pages: two or more words, each with a capital, such as {@code WebHome}, the last perhaps
 * with capitals alone.
 */
public final class WikiNames {
    private static final Pattern CAMEL = Pattern.compile("[A-Z]{1,4}[a-z]+(?:[A-Z]{1,4}[a-z0-9]+|[A-Z]{2,5}$)+");

    /** As {@link #CAMEL}, where the first word is an operation of an interface. */
    private static final Pattern ACTION = Pattern.compile(
            "(?:Get|Set|List|Create|Delete|Update|Describe|Put|Add|Remove|Start|Stop|Batch|Search|Query)[A-Z].*");

    private WikiNames() {}

    /** Whether a segment looks like the name of a page, and not like an operation of an interface. */
    public static boolean isPage(String name) {
        return CAMEL.matcher(name).matches() && !ACTION.matcher(name).matches();
    }
}
