package dev.pathrank.plan;

/** What the method of a request says about how it moves (RFC 9110, section 9.2.1). */
final class MethodSemantics {
    private MethodSemantics() {}

    /** Whether it asks for a representation and changes nothing: GET and HEAD. */
    static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Whether it is asked beside the other methods of a path, and moves with them: HEAD and OPTIONS. */
    static boolean accompanies(String method) {
        return method.equals("HEAD") || method.equals("OPTIONS");
    }
}
