package dev.pathrank.plan;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The path pattern of a CloudFront cache behaviour for an endpoint. It knows {@code *} alone, which crosses slashes.
 *
 * @param path such as {@code /user/*}
 */
public record CacheBehaviour(String path) {
    /** @param pattern of an endpoint, such as {@code /user/<id>} */
    public static CacheBehaviour of(String pattern) {
        return new CacheBehaviour(pattern.replaceAll("<[^<>]*>", "*"));
    }

    /** Whether it takes the calls of a pattern. */
    public Predicate<String> takes() {
        return Pattern.compile(Pattern.quote(path).replace("*", "\\E.*\\Q")).asMatchPredicate();
    }

    /** What every path begins with that it takes. */
    String prefix() {
        int star = path.indexOf('*');
        return star < 0 ? path : path.substring(0, star);
    }
}
