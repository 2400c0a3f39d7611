package dev.pathrank.source.s3;

/** Thrown if a server's answers do not make up a listing; the message says why, and follows the place's name. */
final class BrokenListingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenListingException(String message) {
        super(message);
    }

    BrokenListingException(String message, Throwable cause) {
        super(message, cause);
    }
}
