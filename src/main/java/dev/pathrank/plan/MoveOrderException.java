package dev.pathrank.plan;

/** Declared rules about the order of moves that cannot be kept; the message says which, and what to change. */
public final class MoveOrderException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    MoveOrderException(String message) {
        super(message);
    }
}
