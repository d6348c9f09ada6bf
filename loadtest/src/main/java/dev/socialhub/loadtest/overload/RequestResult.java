package dev.socialhub.loadtest.overload;

/**
 * What came of a request.
 *
 * @param reason why it failed, in a word or two; empty if it didn't
 */
record RequestResult(Kind kind, String reason) {

    /** Refusing, as the platform promises it, is no failure. */
    enum Kind {
        SUCCEEDED,
        REFUSED,
        FAILED
    }

    static final RequestResult SUCCEEDED = new RequestResult(Kind.SUCCEEDED, "");
    static final RequestResult REFUSED = new RequestResult(Kind.REFUSED, "");

    static RequestResult failed(String reason) {
        return new RequestResult(Kind.FAILED, reason);
    }
}
