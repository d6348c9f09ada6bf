package dev.socialhub.loadtest.overload;

/**
 * What came of a request.
 *
 * @param reason why it failed, in a word or two; empty if it didn't
 */
record Result(Kind kind, String reason) {

    /** Refusing, as the platform promises it, is no failure. */
    enum Kind {
        SUCCEEDED,
        REFUSED,
        FAILED
    }

    static final Result SUCCEEDED = new Result(Kind.SUCCEEDED, "");
    static final Result REFUSED = new Result(Kind.REFUSED, "");

    static Result failed(String reason) {
        return new Result(Kind.FAILED, reason);
    }
}
