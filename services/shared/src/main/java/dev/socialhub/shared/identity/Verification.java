package dev.socialhub.shared.identity;

/** What came of looking at a token. */
public sealed interface Verification {

    record Accepted(VerifiedToken token) implements Verification {}

    /** Not a token of ours, or no longer; the reason is for logs and metrics. */
    record Refused(String reason) implements Verification {}

    /** No signing key was ever fetched, so nothing can be said of any token yet. */
    record KeysUnavailable() implements Verification {}
}
