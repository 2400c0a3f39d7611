package dev.pathrank.source.s3;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;

/** What lies beneath an exception of the SDK, which wraps the same trouble in many ways. */
final class ExceptionCauses {
    /** Beyond this many causes there is a circle. */
    private static final int DEEPEST = 20;

    private ExceptionCauses() {}

    /** Whether the connection is at fault rather than what was asked for. */
    static boolean isNetwork(Throwable fault) {
        return chain(fault).anyMatch(IOException.class::isInstance);
    }

    /** Whether a message of the exception or its causes holds the words, in any case. */
    static boolean says(Throwable fault, String words) {
        return chain(fault)
                .map(Throwable::getMessage)
                .anyMatch(message ->
                        message != null && message.toLowerCase(Locale.ROOT).contains(words));
    }

    /** The innermost cause in one line. */
    static String rootWords(Throwable fault) {
        Throwable root = chain(fault).reduce(fault, (outer, inner) -> inner);
        String kind = root.getClass().getSimpleName().replaceFirst("Exception$", "");
        return root.getMessage() == null ? kind : kind + ": " + root.getMessage();
    }

    private static Stream<Throwable> chain(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
